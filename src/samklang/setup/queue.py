"""How the background jobs are doing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Min
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult


@dataclass(frozen=True, slots=True)
class Queue:
    """`oldest` is when the one that has waited the longest was put there."""

    waiting: int
    running: int
    failed: int
    oldest: datetime | None


def queue() -> Queue:
    rows = DBTaskResult.objects.values("status").annotate(count=Count("pk"), at=Min("enqueued_at"))
    found = {row["status"]: row for row in rows.order_by()}

    def count(status: str) -> int:
        return int(found[status]["count"]) if status in found else 0

    waiting = found.get(TaskResultStatus.READY)
    return Queue(
        waiting=count(TaskResultStatus.READY),
        running=count(TaskResultStatus.RUNNING),
        failed=count(TaskResultStatus.FAILED),
        oldest=waiting["at"] if waiting else None,
    )
