"""Slides to show a report or a meeting from.

What writes them is read in when the first are made, and not with every web worker.
"""

from __future__ import annotations

from datetime import date
from importlib import import_module

from samklang.meetings.api import Proceedings
from samklang.reporting.extract import Extract


def of_report(extract: Extract) -> bytes:
    made: bytes = import_module("samklang.reporting.slides.writer").written(extract)
    return made


def of_meeting(it: Proceedings, *, on: date) -> bytes:
    made: bytes = import_module("samklang.reporting.slides.meeting").written(it, on=on)
    return made
