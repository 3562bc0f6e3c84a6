"""Tells Django about the context."""

from __future__ import annotations

from django.apps import AppConfig


class TextsConfig(AppConfig):
    name = "samklang.texts"
