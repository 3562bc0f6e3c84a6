"""Tells Django about the context."""

from __future__ import annotations

from importlib import import_module

from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "samklang.search"

    def ready(self) -> None:
        import_module("samklang.search.receivers")
