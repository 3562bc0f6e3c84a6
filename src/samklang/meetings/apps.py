"""Tells Django about the context."""

from __future__ import annotations

from importlib import import_module

from django.apps import AppConfig

# Of migrations, not of models: nobody calls those.
from django.db.models.signals import post_migrate, pre_migrate  # noqa: TID251


class MeetingsConfig(AppConfig):
    name = "samklang.meetings"

    def ready(self) -> None:
        receivers = import_module("samklang.meetings.receivers")
        pre_migrate.connect(receivers.step_aside, sender=self)
        post_migrate.connect(receivers.come_back, sender=self)
