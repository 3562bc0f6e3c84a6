"""A newer template is offered to those who write a draft that was begun from an older one.

Seen red: with what was left aside kept whatever the version, with a section that was taken out
offered again, taken in twice or first, with what was left carried to a neighbour, with whoever
reads the draft offered to look, and with an adopted text left aside in.
"""

from __future__ import annotations

from datetime import date
from http import HTTPStatus

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from samklang.agreements.models import Edition
from samklang.audit.models import Entry
from samklang.common.lifecycle import MoveNotAllowed
from samklang.library.api import Template, TemplateSection
from samklang.library.guidance import TemplateVersion
from samklang.sharing.models import Purpose
from samklang.texts import actions
from samklang.texts.models import Origin, Section, SetAside
from samklang.texts.upgrade import upgrade
from tests import cast
from tests.texts.desk import client, draft, headings, shared, writer

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
NEWS_QUERIES = 17
WHY, WHERE, HOW = (
    TemplateSection("why", "Varför", "Säg varför.", since=1, advised=2),
    TemplateSection("where", "Var", "Säg var.", since=2, advised=2),
    TemplateSection("how", "Hur", "Säg hur.", since=1, advised=1),
)
NEWER = Template("bygd", 2, (WHY, WHERE, HOW), (TemplateVersion(2, date(2026, 6, 1), "Nytt."),))


def begun(version: int = 1, *codes: str) -> Edition:
    """A draft of which each section was begun as one of the made-up country's template."""
    made = draft()
    by = writer()
    sections = [
        Section(heading=code.title(), position=number * 1000, template_code=code)
        for number, code in enumerate(codes or ("why",), 1)
    ]
    actions.lay_out(made, sections, [], by=by)
    Origin.objects.create(edition=made, template="bygd", version=version)
    return made


def page(edition: Edition, name: str = "siri", of: str = "lund") -> str:
    address = reverse("texts:read", args=[edition.pk])
    return client(name, of).get(address).content.decode()


def say(edition: Edition, deed: str, code: str) -> int:
    return client().post(reverse(f"texts:{deed}", args=[edition.pk, code])).status_code


def held(
    sections: tuple[Section, ...], *, had: str = "", left: tuple[str, int] = ("", 0)
) -> list[tuple[str, bool]]:
    codes = [one.template_code for one in sections]
    found = upgrade(NEWER, 1, standing=sections, had=[*codes, had], left=[left])
    return [(one.told.code, one.is_new) for one in found.news]


def test_new_sections_and_new_advice_are_told_and_nothing_else() -> None:
    standing = (Section(heading="Varför", template_code="why"),)

    assert held(standing) == [("why", False), ("where", True)]
    assert held(standing, left=("where", 2)) == [("why", False)]
    assert held(standing, left=("where", 1)) == [("why", False), ("where", True)]
    assert held(standing, had="where") == [("why", False)]


def test_a_draft_begun_from_the_template_remembers_which_version() -> None:
    agreement = cast.agreement("Ny text")
    made = actions.start_text(agreement, Edition(), parties=[], source=NEWER, by=writer())

    origin = Origin.objects.get(edition=made)
    assert (origin.template, origin.version) == ("bygd", 2)
    codes = Section.objects.filter(edition=made).as_of().values_list("template_code", flat=True)
    assert list(codes) == ["why", "where", "how"]


def test_the_writers_are_offered_to_look_and_nothing_changes_by_itself() -> None:
    older, current = begun(1), begun(2)
    before = headings(older)

    assert "har en nyare version" in page(older)
    assert "har en nyare version" not in page(current)
    news = client().get(reverse("texts:template_news", args=[older.pk])).content.decode()

    assert "Ett svar på varje löfte." in news
    assert "Det skulle hamna efter ”Why”." in news
    assert "Vad ska bli bättre?" in news
    assert headings(older) == before


def test_advice_that_is_new_adds_no_section() -> None:
    made = begun(1)

    assert say(made, "take_in", "why") == HTTPStatus.NOT_FOUND
    assert say(made, "take_in", "who") == HTTPStatus.FOUND
    assert headings(made) == ["Why", "Vem gör vad"]


def test_a_new_section_is_added_in_its_place_once() -> None:
    made = begun(1, "how", "own", "why")
    by = writer()

    added = actions.take_in(made, WHERE, NEWER, by=by)

    assert headings(made) == ["How", "Own", "Why", "Var"]
    with pytest.raises(MoveNotAllowed):
        actions.take_in(made, WHERE, NEWER, by=by)
    actions.remove_section(added, by=by, seen=added.seen)
    with pytest.raises(MoveNotAllowed):
        actions.take_in(made, WHERE, NEWER, by=by)


def test_what_is_left_aside_is_not_told_again_and_stands_in_the_history() -> None:
    made = begun(1)
    cast.adopted(cast.edition(made.agreement, number=2), cast.TODAY)

    for code in ("why", "who"):
        assert "har en nyare version" in page(made)
        assert say(made, "set_aside", code) == HTTPStatus.FOUND

    assert "har en nyare version" not in page(made)
    assert set(SetAside.objects.values_list("version", flat=True)) == {2}
    entry = Entry.objects.latest("pk")
    assert (entry.verb, entry.details["what"]) == ("text.template_left", "Vem gör vad")
    assert say(made, "set_aside", "who") == HTTPStatus.NOT_FOUND
    history = reverse("agreements:history", args=[made.agreement_id])
    told = "valde bort ”Vem gör vad” ur mallens nya version"
    assert told in client().get(history).content.decode()
    theirs = client("orre", "orsa").get(history)
    assert theirs.status_code == HTTPStatus.OK
    assert told not in theirs.content.decode()


def test_the_next_edition_remembers_what_was_left_and_a_neighbours_does_not() -> None:
    made = begun(1)
    actions.set_aside(made, WHERE, by=writer())
    cast.adopted(made, cast.TODAY)

    own = cast.edition(made.agreement, number=2)
    other = cast.edition(cast.agreement("Ett annat avtal"))
    for edition in (own, other):
        actions.carry_over(made, edition, by=writer())

    assert Origin.objects.filter(version=1).count() == 3
    assert SetAside.objects.filter(edition=own).count() == 1
    assert not SetAside.objects.filter(edition=other).exists()


def test_an_adopted_text_is_not_bothered() -> None:
    made = begun(1)
    cast.adopted(made, cast.TODAY)

    assert "har en nyare version" not in page(made)
    assert say(made, "set_aside", "who") == HTTPStatus.FORBIDDEN
    with pytest.raises(MoveNotAllowed):
        actions.set_aside(made, WHERE, by=writer())


def test_whoever_only_reads_the_draft_is_offered_nothing() -> None:
    made = begun(1)
    shared(made, purpose=Purpose.DRAFT)

    told = page(made, "maja", "mora")

    assert "Why" in told
    assert "har en nyare version" not in told
    news = reverse("texts:template_news", args=[made.pk])
    assert client("maja", "mora").get(news).status_code == HTTPStatus.FORBIDDEN


@pytest.mark.parametrize("count", [1, 30])
def test_the_news_ask_as_much_however_long_the_draft_is(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    made = begun(1, *(f"own-{number}" for number in range(count)))
    by, address = client(), reverse("texts:template_news", args=[made.pk])
    by.get(address)

    with django_assert_num_queries(NEWS_QUERIES):
        by.get(address)
