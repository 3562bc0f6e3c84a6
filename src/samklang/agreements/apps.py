"""Tells Django about the context."""

from __future__ import annotations

from importlib import import_module

from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    name = "samklang.agreements"

    def ready(self) -> None:
        import_module("samklang.agreements.receivers")
