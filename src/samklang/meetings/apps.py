"""Tells Django about the context."""

from __future__ import annotations

from importlib import import_module

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "samklang.meetings"

    def ready(self) -> None:
        import_module("samklang.meetings.receivers")
