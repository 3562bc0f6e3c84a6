"""Tells Django about the context, and the history what to say of it."""

from __future__ import annotations

from importlib import import_module

from django.apps import AppConfig


class ConsultationsConfig(AppConfig):
    name = "samklang.consultations"

    def ready(self) -> None:
        import_module("samklang.consultations.sayings")
