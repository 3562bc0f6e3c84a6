"""Whether two clauses of a sitting change the same thing: the second was shown it as it was."""

from __future__ import annotations

from django.utils.translation import gettext

from samklang.decisions.steps import PREVIEW, ClauseStep, Steps


def doubled(steps: Steps) -> str:
    """Say which clauses do, and what to do about it; nothing where none does."""
    if steps.at != PREVIEW:
        return ""
    changing: dict[str, ClauseStep] = {}
    for clause in steps.clauses:
        for change in clause.preview.changes if clause.preview else ():
            first = changing.setdefault(change.url, clause)
            # What begins has no address yet, and is nothing that others change.
            if change.url and first is not clause:
                return _said(change.name, first, clause)
    return ""


def _said(name: str, first: ClauseStep, second: ClauseStep) -> str:
    sentence = gettext(
        "Clauses %(first)s and %(second)s change the same thing: %(name)s. Take one of them away, "
        "record the other, and then record that one by itself."
    )
    return sentence % {"first": first.number + 1, "second": second.number + 1, "name": name}
