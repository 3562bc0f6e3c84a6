"""A consultation's compilation as DOCX and XLSX: organization, section, comment and answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samklang.consultations.api import (
    Compilation,
    Consultation,
    answer_words,
    answered_word,
    asked_name,
    compilation_of,
    kind_word,
    lead_words,
    opinion_words,
)
from samklang.documents.api import Cell, Heading, Node, Paper, Paragraph, Table
from samklang.reporting.docx import writer as docx
from samklang.reporting.sheets import Book

MOST_SIGNS = 32_000  # of one cell in Excel: a few are left for what says that it goes on


@dataclass(frozen=True, slots=True)
class Taken:
    """A compilation on its way out of the house; one that is not closed is no final one."""

    compilation: Compilation
    sha256: str
    taken_on: date
    taken_by: str

    @property
    def title(self) -> str:
        return _("Compilation of comments: %(title)s") % {"title": self.compilation.title}

    @property
    def state(self) -> str:
        return _("closed and frozen") if self.sha256 else _("open, not final")

    @property
    def footer(self) -> str:
        parts = [self.title, self.taken_on.isoformat(), self.state]
        return " · ".join([*parts, f"SHA-256 {self.sha256[:12]}"] if self.sha256 else parts)


def taken(consultation: Consultation, *, on: date, by: str) -> Taken:
    return Taken(compilation_of(consultation), consultation.sha256, on, by)


def file_name(it: Taken, ending: str) -> str:
    parts = (_("compilation"), it.compilation.title[:80], it.taken_on.isoformat())
    return f"{slugify(' '.join(parts))}.{ending}"


def as_docx(it: Taken) -> bytes:
    return docx.written(
        Paper(
            title=it.title,
            author=it.compilation.keeper,
            language=(get_language() or "sv").split("-")[0],
            made_on=it.taken_on,
            footer=it.footer,
            page_text=_("Page {} of {}"),
            nodes=tuple(_nodes(it)),
        )
    )


def _nodes(it: Taken) -> Iterator[Node]:
    held = it.compilation
    yield Paragraph(_period(held), "kicker")
    yield Heading(it.title)
    yield Paragraph(lead_words(held), "lead")
    yield Heading(_("Those asked"), 2)
    yield _table(
        _asked_head(), [tuple(str(cell or "–") for cell in row) for row in _asked_rows(held)]
    )
    yield Heading(_("Comments and suggestions"), 2)
    if held.points:
        yield _table(_points_head(), list(_point_rows(held)))
    else:
        yield Paragraph(_("Nobody has made any comments."))
    yield Paragraph(it.footer)


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> Table:
    return Table(
        caption="",
        head=tuple(Cell(text) for text in head),
        rows=tuple(tuple(Cell(text) for text in row) for row in rows),
    )


def as_xlsx(it: Taken) -> bytes:
    book = Book(it.title, it.footer)
    rows = [tuple(text[:MOST_SIGNS] for text in row) for row in _point_rows(it.compilation)]
    book.sheet(_("Comments"), _points_head(), rows)
    book.sheet(_("Those asked"), _asked_head(), _asked_rows(it.compilation))
    book.sheet(_("About this extract"), (_("What"), _("Value")), _about(it))
    return book.closed()


def _about(it: Taken) -> Iterator[tuple[str | date, ...]]:
    held = it.compilation
    yield _("Agreement"), held.title
    yield _("Edition"), str(held.edition)
    yield _("Consultation"), _period(held)
    yield _("Status"), it.state
    yield _("Taken out"), f"{it.taken_on.isoformat()}, {it.taken_by}"
    if it.sha256:
        yield "SHA-256", it.sha256


def _period(held: Compilation) -> str:
    return _("%(keeper)s · sent %(opened)s, answer by %(deadline)s") % {
        "keeper": held.keeper,
        "opened": held.opened_on,
        "deadline": held.deadline,
    }


def _points_head() -> tuple[str, ...]:
    return (
        _("Organization"),
        _("Section"),
        _("Kind"),
        _("What they say"),
        _("Answer"),
    )


def _point_rows(held: Compilation) -> Iterator[tuple[str, ...]]:
    for one in held.points:
        yield one.whose, one.section, kind_word(one), opinion_words(one), answer_words(one)


def _asked_head() -> tuple[str, ...]:
    return _("Organization"), _("Answer"), _("Handed in")


def _asked_rows(held: Compilation) -> list[tuple[str | date | None, ...]]:
    return [
        (
            asked_name(one),
            answered_word(one),
            date.fromisoformat(one.answered_on) if one.answered_on else None,
        )
        for one in held.asked
    ]
