"""Tells Django about the context, and registers the checks of the settings."""

from __future__ import annotations

from importlib import import_module

from django.apps import AppConfig


class SetupConfig(AppConfig):
    name = "samklang.setup"

    def ready(self) -> None:
        import_module("samklang.setup.checks")
