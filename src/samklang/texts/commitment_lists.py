"""Commitments as a table on a terminal, and as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samklang.texts.bones.commitments import Bones, Certainty, Proposal
from samklang.texts.bones.likeness import Suggestion
from samklang.texts.bones.measuring import Figures
from samklang.texts.models import Actor, Scope

_WIDTHS = {"line": 5, "section": 8, "whose": 36, "sure": 9, "answer": 7}
_WORDING = 76
CERTAINTIES = {
    Certainty.STATED: gettext_lazy("stated"),
    Certainty.DERIVED: gettext_lazy("inferred"),
    Certainty.GUESSED: gettext_lazy("likely"),
}


def head() -> str:
    return _row(
        line=_("Line"),
        section=_("Section"),
        whose=_("Whose"),
        sure=_("How sure"),
        answer=_("Local?"),
        wording=_("Commitment"),
    )


def row(one: Proposal, bones: Bones) -> str:
    return _row(
        line=str(one.line),
        section=bones.sections[one.section].number,
        whose=_whose(one),
        sure=str(CERTAINTIES[one.certainty]),
        answer=_answer(one),
        wording=_shortened(one.wording.replace("\n", " / "), _WORDING),
    )


def _row(**cells: str) -> str:
    shown = (_fitted(text, _WIDTHS.get(name, 0)) for name, text in cells.items())
    return "  ".join(shown).rstrip()


def _fitted(text: str, width: int) -> str:
    return _shortened(text, width).ljust(width) if width else text


def _shortened(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"


def _whose(one: Proposal) -> str:
    """Say the side, and the words of the text where they say something else."""
    side = str(Actor(one.actor.side).label)
    return f"{side}: {one.actor.words}" if one.actor.words else side


def _answer(one: Proposal) -> str:
    needed = one.local_answer.needed
    if needed is None:
        return "?"
    return _("yes") if needed else _("no")


def suggested(best: Sequence[Suggestion], lower: Bones) -> Iterator[str]:
    """Yield a line for each suggestion, which is said to be one."""
    for suggestion in best:
        one = lower.commitments[suggestion.position]
        wording = _shortened(one.wording.replace("\n", " / "), _WORDING)
        label = _("suggested by likeness of text (%(share)s %%), line %(line)s") % {
            "share": round(suggestion.score * 100),
            "line": one.line,
        }
        yield f"       {label}: {wording}"


def figures(found: Figures) -> Iterator[str]:
    """Yield the figures as sentences; what nothing was listed for is left out."""
    parts = {
        "found": found.found,
        "wanted": found.wanted,
        "found_share": _percent(found.share_found),
        "wrong": len(found.wrong),
        "proposed": found.proposed,
        "wrong_share": _percent(found.share_wrong),
        "linked": found.linked,
        "links": found.links,
        "linked_share": _percent(found.share_linked),
    }
    if found.wanted:
        yield _("Found with the right actor: %(found)s of %(wanted)s (%(found_share)s %%).") % parts
    if found.proposed:
        yield _("Wrong: %(wrong)s of %(proposed)s proposals (%(wrong_share)s %%).") % parts
    if found.links:
        text = _("Links among the first three: %(linked)s of %(links)s (%(linked_share)s %%).")
        yield text % parts
    if found.missed:
        yield _("Missed lines: %(lines)s.") % {"lines": ", ".join(map(str, found.missed))}
    if found.wrong:
        yield _("Wrong lines: %(lines)s.") % {"lines": ", ".join(map(str, found.wrong))}


def _percent(share: float | None) -> str:
    return "" if share is None else str(round(share * 100))


def as_json(one: Proposal, bones: Bones, file: str) -> dict[str, Any]:
    section = bones.sections[one.section]
    scope = one.scope if one.scope in Scope.values else ""
    return {
        "file": file,
        "line": one.line,
        "page": one.page,
        "start": one.start,
        "end": one.end,
        "section": section.number,
        "heading": section.heading,
        "actor": str(one.actor.side),
        "actor_words": one.actor.words,
        "certainty": str(one.certainty),
        "reason": one.reason,
        "needs_local_answer": one.local_answer.needed,
        "local_answer_reason": one.local_answer.reason,
        "local_answer_words": one.local_answer.words,
        "scope": scope,
        "wording": one.wording,
    }


def suggestions_as_json(best: Sequence[Suggestion], lower: Bones) -> list[dict[str, Any]]:
    return [
        {
            "basis": "likeness_of_text",
            "line": lower.commitments[one.position].line,
            "score": one.score,
            "words": list(one.words),
            "wording": lower.commitments[one.position].wording,
        }
        for one in best
    ]


def figures_as_json(found: Figures) -> dict[str, Any]:
    return {
        "wanted": found.wanted,
        "found": found.found,
        "proposed": found.proposed,
        "wrong": list(found.wrong),
        "missed": list(found.missed),
        "links": found.links,
        "linked": found.linked,
    }
