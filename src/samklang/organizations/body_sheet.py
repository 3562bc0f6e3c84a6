"""The register of bodies as a workbook: the bodies, who sits in them, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from samklang.common.workbooks import Book, Cells
from samklang.organizations.acting import Acting
from samklang.organizations.body_page import PostShown, RegisterPage
from samklang.organizations.levels import levels


def workbook(page: RegisterPage, *, by: Acting) -> bytes:
    book = Book()
    book.list(_("Bodies"), _bodies(page))
    book.list(_("Places"), _places(page))
    book.about(_("About the extract"), _about(page, by))
    return book.written()


def _bodies(page: RegisterPage) -> Iterator[Cells]:
    yield (
        _("Body"),
        _("Level"),
        _("Whose it is"),
        _("Answers to"),
        _("First day"),
        _("Assignment"),
        _("Mandate"),
        _("Lacks"),
        _("Places"),
        _("Vacant"),
    )
    named = levels(page.home.country)
    for row in page.tree:
        one = row.one
        yield (
            row.body.name,
            named.get(row.body.level, row.body.level),
            row.whose,
            str(one.parent or ""),
            row.body.from_date,
            "; ".join(charter.title for charter in one.assignments),
            "; ".join(charter.title for charter in one.mandates),
            ", ".join(row.lacking),
            len(one.seated),
            one.vacancy_count,
        )


def _places(page: RegisterPage) -> Iterator[Cells]:
    yield (
        _("Body"),
        _("Name"),
        _("Role"),
        _("On whose behalf?"),
        _("Share of time, per cent"),
        _("From"),
        _("Until"),
    )
    for row in page.tree:
        for post in row.one.seated:
            yield (
                row.body.name,
                post.person or _("Vacant place"),
                PostShown(post).role,
                str(post.organization or ""),
                post.share,
                post.from_date,
                post.until_date,
            )


def _about(page: RegisterPage, by: Acting) -> Iterator[tuple[str, str | date]]:
    yield _("County"), page.home.name
    yield _("The state on"), page.day.on
    yield _("Taken out on"), by.today
    yield _("By"), str(by.user)
