"""What a decision would do to a body, in words: before and after, and who answers to it."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext

from samklang.decisions.registry import Change, Touched
from samklang.organizations.api import Body


def none_yet() -> str:
    return gettext("Is not there")


def started(day: date, parent: Body | None) -> str:
    said = {"day": day.isoformat(), "parent": parent.name if parent else ""}
    if parent is None:
        return gettext("Starts on %(day)s") % said
    return gettext("Starts on %(day)s and answers to %(parent)s") % said


def now(name: str, purpose: str, parent: Body | None) -> str:
    """Say what a body is called, whom it answers to, and what it is for."""
    answers = gettext("answers to %(parent)s") % {"parent": parent.name} if parent else ""
    return ". ".join(filter(None, (", ".join(filter(None, (name, answers))), purpose)))


def ended(body: Body, day: date, below: tuple[Touched, ...]) -> Change:
    return Change(
        name=body.name,
        url=body.get_absolute_url(),
        before=gettext("Is there until further notice"),
        after=gettext("Ends on %(day)s") % {"day": day.isoformat()},
        touched=below,
    )


def touched(child: Body) -> Touched:
    answers = gettext("Answers to it")
    remark = gettext("Say whom it answers to after that, on its page.")
    return Touched(child.name, child.get_absolute_url(), answers, answers, remark)
