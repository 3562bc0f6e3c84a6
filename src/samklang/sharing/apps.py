"""Tells Django about the context."""

from __future__ import annotations

from django.apps import AppConfig


class SharingConfig(AppConfig):
    name = "samklang.sharing"
