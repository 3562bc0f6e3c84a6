"""Shows a comparison on a page: the changes section by section, and what is the same folded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import chain, groupby

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samklang.documents.comparing import Comparison, Fate, Piece, Step
from samklang.documents.passages import Kind, Passage, Run, html, marked, text_of

_SAME = ("same", 0)
_IN_OLD = (Fate.SAME, Fate.CHANGED, Fate.DELETED, Fate.MOVED_AWAY)
_IN_NEW = (Fate.SAME, Fate.CHANGED, Fate.INSERTED, Fate.MOVED_HERE)


@dataclass(frozen=True, slots=True)
class Part:
    """Passages that are shown together: changes, or what a reader may leave folded.

    `old` and `new` are for a wide page, beside each other, with what is gone marked in the one and
    what has come in the other; `both` is for a narrow one, with all of it in a row.
    `heading` is the section's where the part begins one that it does not show itself.
    """

    steps: tuple[Step, ...]
    heading: str
    summary: str
    notes: tuple[str, ...]
    old: SafeString
    new: SafeString
    both: SafeString

    @property
    def is_folded(self) -> bool:
        return bool(self.summary)


def parts(comparison: Comparison) -> tuple[Part, ...]:
    """Return the comparison in parts, in the order of reading."""
    return tuple(part for section in _sections(comparison.steps) for part in _of_section(section))


def unfolded(comparison: Comparison) -> Part:
    """Return the whole comparison in one part, for a text so short that all of it is read."""
    return _part(comparison.steps)


def _sections(steps: Sequence[Step]) -> Iterator[tuple[Step, ...]]:
    section: list[Step] = []
    for step in steps:
        if step.passage.kind is Kind.HEADING and section:
            yield tuple(section)
            section = []
        section.append(step)
    if section:
        yield tuple(section)


def _of_section(section: tuple[Step, ...]) -> Iterator[Part]:
    """Return a whole section in one part if it is the same, or moved as it is."""
    first = section[0]
    heading = first.passage.text if first.passage.kind is Kind.HEADING else ""
    if heading and (summary := _summary_of_whole(heading, section)):
        yield _part(section, summary=summary)
        return
    is_shown_apart = bool(heading) and first.fate is Fate.SAME
    rest = section[1:] if is_shown_apart else section
    for what, blocks in groupby(_blocks(rest), key=_shown_with):
        steps = tuple(chain.from_iterable(blocks))
        summary = _summary(len(steps)) if what == _SAME else ""
        yield _part(steps, heading=heading if is_shown_apart else "", summary=summary)
        is_shown_apart = False


def _blocks(steps: Iterable[Step]) -> Iterator[tuple[Step, ...]]:
    """Return lists and tables whole, so that they count and keep their heads; the rest alone."""
    block: list[Step] = []
    for step in steps:
        if block and not (_whole(step) and _whole(step) == _whole(block[-1])):
            yield tuple(block)
            block = []
        block.append(step)
    if block:
        yield tuple(block)


def _whole(step: Step) -> str:
    if step.passage.kind is Kind.ROW:
        return "table"
    return "list" if step.passage.is_item else ""


def _shown_with(block: tuple[Step, ...]) -> tuple[str, int]:
    """Return what blocks beside each other must share to be shown together."""
    if all(step.fate is Fate.SAME for step in block):
        return _SAME
    moves = {(step.fate.value, step.move) for step in block}
    return moves.pop() if len(moves) == 1 and block[0].move else ("changes", 0)


def _summary_of_whole(heading: str, section: tuple[Step, ...]) -> str:
    if {step.fate for step in section} == {Fate.SAME}:
        count = len(section) - 1
        said = ngettext(
            "“%(heading)s” is unchanged (%(count)d paragraph)",
            "“%(heading)s” is unchanged (%(count)d paragraphs)",
            count,
        )
        return said % {"heading": heading, "count": count}
    if len({(step.fate, step.move) for step in section}) > 1 or any(map(_is_new_to_read, section)):
        return ""
    if section[0].fate is Fate.MOVED_HERE:
        return _("“%(heading)s” has moved here, with the same words") % {"heading": heading}
    return _("“%(heading)s” has moved from here") % {"heading": heading}


def _is_new_to_read(step: Step) -> bool:
    return not step.move or (step.fate is Fate.MOVED_HERE and step.is_reworded)


def _summary(count: int) -> str:
    said = ngettext("%(count)d paragraph is unchanged", "%(count)d paragraphs are unchanged", count)
    return said % {"count": count}


def _part(steps: tuple[Step, ...], *, heading: str = "", summary: str = "") -> Part:
    return Part(
        steps=steps,
        heading=heading,
        summary=summary,
        notes=tuple(_notes(steps)),
        old=_html((step for step in steps if step.fate in _IN_OLD), _in_old),
        new=_html((step for step in steps if step.fate in _IN_NEW), _in_new),
        both=_html(steps, _in_both),
    )


def _notes(steps: Sequence[Step]) -> Iterator[str]:
    """Say in words what no mark in the text says."""
    fates = {step.fate for step in steps}
    if Fate.MOVED_HERE in fates:
        is_reworded = any(one.fate is Fate.MOVED_HERE and one.is_reworded for one in steps)
        yield _("Moved here and reworded.") if is_reworded else _("Moved here.")
    if Fate.MOVED_AWAY in fates:
        yield _("Moved from here.")
    if not all(step.is_compared for step in steps):
        yield _("Not compared word for word: there was too much of it for the time.")
    if any(step.fate is Fate.CHANGED and all(map(_is_kept, _pieces(step))) for step in steps):
        yield _("A paragraph has the same words in another form.")


def _pieces(step: Step) -> Iterable[Piece]:
    if step.passage.kind is not Kind.ROW:
        return step.words
    return chain.from_iterable(cell.pieces for cell in step.row)


def _is_kept(piece: Piece) -> bool:
    return text_of(piece.old) == text_of(piece.new)


@dataclass(frozen=True, slots=True)
class _FatedRun(Run):
    """A run that knows what has become of it."""

    fate: Fate = Fate.SAME


_Side = Callable[[Fate, Piece], Iterator[Run]]


def _html(steps: Iterable[Step], side: _Side) -> SafeString:
    # Every word is escaped by `marked`; the labels are escaped here, and the rest is ours.
    return mark_safe(html([_shown(step, side) for step in steps], words=_written))  # noqa: S308


def _shown(step: Step, side: _Side) -> Passage:
    if step.passage.kind is Kind.ROW:
        cells = tuple(
            tuple(run for piece in cell.pieces for run in side(step.fate, piece))
            for cell in step.row
        )
        return replace(step.passage, cells=cells)
    runs = tuple(run for piece in step.words for run in side(step.fate, piece))
    return replace(step.old if side is _in_old and step.old else step.passage, runs=runs)


def _in_old(fate: Fate, piece: Piece) -> Iterator[Run]:
    gone = piece.fate if fate is not Fate.MOVED_AWAY else Fate.SAME
    yield from _fated(piece.old, Fate.DELETED if gone is Fate.DELETED else Fate.SAME)


def _in_new(_fate: Fate, piece: Piece) -> Iterator[Run]:
    yield from _fated(piece.new, piece.fate)


def _in_both(fate: Fate, piece: Piece) -> Iterator[Run]:
    if piece.fate is Fate.DELETED:
        yield from _fated(piece.old, Fate.MOVED_AWAY if fate is Fate.MOVED_AWAY else Fate.DELETED)
    else:
        yield from _fated(piece.new, piece.fate)


def _fated(runs: Iterable[Run], fate: Fate) -> Iterator[Run]:
    for run in runs:
        yield _FatedRun(run.text, run.strong, run.emphasis, run.address, fate)


def _written(runs: Iterable[Run]) -> str:
    """Write the words of one passage; a mark is also said, for those who do not see it."""
    labels = {
        Fate.INSERTED: ("ins", _("Inserted")),
        Fate.DELETED: ("del", _("Deleted")),
        Fate.MOVED_AWAY: ("del", _("Moved from here")),
    }
    found = []
    for fate, group in groupby(runs, key=lambda run: getattr(run, "fate", Fate.SAME)):
        inner = marked(group)
        if fate in labels:
            tag, label = labels[fate]
            said = f'<span class="vh">[{escape(label)}: </span>'
            inner = f'<{tag}>{said}{inner}<span class="vh">]</span></{tag}>'
        found.append(inner)
    return "".join(found)
