"""What the index does when a job has ended: it takes in what the job has changed."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver
from django_tasks.signals import task_finished

from samklang.search.actions import catch_up_quietly


@receiver(task_finished)
def take_in(**_: Any) -> None:
    catch_up_quietly()
