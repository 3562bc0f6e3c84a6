"""How a compilation's codes are said, on the page and in every file that is made of it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from samklang.consultations.compiling import SUGGESTION, Asked, Compilation, Point
from samklang.consultations.lifecycle import Fate
from samklang.consultations.models import Answered


def kind_word(point: Point) -> str:
    return _("Suggestion") if point.kind == SUGGESTION else _("A comment")


def answered_word(asked: Asked) -> str:
    """Say what they answered as a whole."""
    if not asked.answered:
        return _("No answer")
    return str(Answered(asked.answered).label)


def asked_name(asked: Asked) -> str:
    return f"{asked.name} ({asked.contact_role})" if asked.contact_role else asked.name


def opinion_words(point: Point) -> str:
    """Say what they think, with why and with what else they wrote."""
    more = [f"{one.whose}: {one.text}" for one in point.replies if not one.is_answer]
    why = [_("Why: %(why)s") % {"why": point.why}] if point.why else []
    return "\n\n".join([point.text, *why, *more])


def answer_words(point: Point) -> str:
    """Say what the draft's writers answered."""
    if point.kind == SUGGESTION:
        fate = str(Fate(point.fate).label)
        return f"{fate}: {point.reason}" if point.reason else fate
    answers = [one.text for one in point.replies if one.is_answer]
    return "\n\n".join(answers) or _("Has not been answered")


def lead_words(compilation: Compilation) -> str:
    answered = sum(bool(one.answered) for one in compilation.asked)
    return _(
        "%(answered)s of %(asked)s have answered. There are %(points)s comments and suggestions, "
        "and %(left)s of them have no answer."
    ) % {
        "answered": answered,
        "asked": len(compilation.asked),
        "points": len(compilation.points),
        "left": compilation.unanswered_count,
    }
