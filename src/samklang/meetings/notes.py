"""What the minutes say of an item, as words that can be compared, joined and told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samklang.meetings.models import AgendaItem, Outcome, PersonalNoteKind
from samklang.meetings.written import ClauseWords, NoteWords, PersonWords

# What is yet to be written in a phrase.
BLANK = "…"
# The usual beginnings of a decision, and whether it is one that nobody needs to follow up.
PHRASES = {
    "approve": (gettext_lazy("approve"), gettext_lazy("to approve …"), False),
    "files": (gettext_lazy("lay to the files"), gettext_lazy("to lay … to the files"), True),
    "adopt": (gettext_lazy("adopt"), gettext_lazy("to adopt …"), False),
    "assign": (gettext_lazy("give an assignment"), gettext_lazy("to assign … to …"), False),
    "note": (gettext_lazy("take note"), gettext_lazy("to take note of …"), True),
}


def noted(item: AgendaItem) -> NoteWords:
    """Return what stands now."""
    return NoteWords(
        item.text,
        item.outcome,
        tuple(ClauseWords(one.wording, one.is_standard, one.pk) for one in item.clauses.all()),
        tuple(PersonWords(one.kind, one.person, one.text) for one in item.personal_notes.all()),
    )


def without_blanks(words: NoteWords) -> NoteWords:
    """Leave out the rows in which nothing is written and nothing was proposed."""
    clauses = tuple(one for one in words.clauses if one.wording or one.pk)
    return NoteWords(words.text, words.outcome, clauses, words.persons)


def told(words: NoteWords) -> str:
    """Say it all as plain lines, as it is kept when another wording takes its place."""
    return "\n".join(_lines(words))


def _lines(words: NoteWords) -> Iterator[str]:
    if words.outcome:
        yield str(Outcome(words.outcome).label)
    if words.text:
        yield words.text
    yield from (one.wording for one in words.clauses if one.wording)
    for one in words.persons:
        said = ": ".join(filter(None, (one.person, one.text)))
        yield f"{PersonalNoteKind(one.kind).label}: {said}"


def both(theirs: NoteWords, mine: NoteWords) -> NoteWords:
    """Return all of theirs, and after it what is said in mine and not there."""
    return NoteWords(
        _both_texts(theirs.text, mine.text),
        mine.outcome or theirs.outcome,
        (*theirs.clauses, *_new_clauses(theirs.clauses, mine.clauses)),
        (*theirs.persons, *(one for one in mine.persons if one not in theirs.persons)),
    )


def _both_texts(theirs: str, mine: str) -> str:
    """Return theirs and then mine, from where the two begin to differ."""
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(theirs, mine, strict=False))
    at = "".join(sign for sign, _same in alike).rfind(" ") + 1
    own = "" if mine in theirs else mine[at:]
    return f"{theirs}\n\n{own}".strip()


def _new_clauses(
    theirs: Iterable[ClauseWords], mine: Iterable[ClauseWords]
) -> Iterator[ClauseWords]:
    there = {one.wording for one in theirs}
    for one in mine:
        if one.wording and one.wording not in there:
            yield ClauseWords(one.wording, one.is_standard)


def is_unfinished(wording: str) -> bool:
    return BLANK in wording


def hinders(items: Iterable[AgendaItem]) -> Iterator[tuple[AgendaItem, str]]:
    """Yield each item that keeps the minutes from being closed, and what is missing there."""
    for item in items:
        if why := _hinder(item):
            yield item, why


def _hinder(item: AgendaItem) -> str:
    adopted = [one for one in item.clauses.all() if one.wording]
    is_for_decision = item.for_decision or bool(item.clauses.all())
    if is_for_decision and not item.outcome:
        return _("Say how it ended: decided, laid to the files, moved on or withdrawn.")
    if item.outcome == Outcome.DECIDED and not adopted:
        return _("It is said to be decided. Write what was decided.")
    if item.outcome == Outcome.WITHDRAWN and adopted:
        return _("It is said to be withdrawn, but something is decided in it.")
    if any(is_unfinished(one.wording) for one in adopted):
        return _("A row of what was decided is not finished: fill in what “…” stands for.")
    return ""
