"""What the record hears from elsewhere: a failed sign-in, and that a job begins."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.signals import user_login_failed
from django.dispatch import receiver
from django_tasks.signals import task_finished, task_started

from samklang.accounts.models import User
from samklang.audit.actions import record_refusal
from samklang.audit.sealing import pseudonym
from samklang.common.allowance import Allowance
from samklang.common.occasion import begin

_FAILURES = Allowance(60)
_LONGEST = 100


@receiver(user_login_failed)
def write_failed_sign_in(credentials: dict[str, Any], **_: Any) -> None:
    """Tell whose account it was, or, of a name that nobody has, only that it is the same again.

    People type their password where the name should be: it must not be kept.
    """
    if not _FAILURES.take():
        return
    typed = str(credentials.get("username", ""))
    account = User.objects.filter(username=typed).values_list("pk", flat=True).first()
    record_refusal(
        "account.sign_in_failed",
        target_kind=User._meta.label_lower,
        target_id=account or 0,
        by=None,
        name="" if account else pseudonym(typed),
        left_out=_FAILURES.forget(),
    )


@receiver(task_started)
def begin_job(task_result: Any, **_: Any) -> None:
    begin(f"job {task_result.task.name}"[:_LONGEST])


@receiver(task_finished)
def end_job(**_: Any) -> None:
    begin("worker")
