"""What decisions themselves let a decision do, registered when the program starts."""

from __future__ import annotations

from samklang.decisions.ending_bodies import EndBody
from samklang.decisions.registry import register

register(EndBody())
