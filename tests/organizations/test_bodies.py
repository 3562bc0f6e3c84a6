"""A body as it was on the day: whom it answered to, what it might decide, who sat there.

Seen red: with a last day left out of what holds, with the State’s bodies let lack something, with
the givers of mandates asked for one by one, with a mandate asked for without its days, with the
municipalities’ own bodies drawn as boxes, and with no way from a body to what it decided.
"""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from samklang.organizations.body_words import lacking
from samklang.organizations.models import (
    Body,
    CharterKind,
    Deciding,
    OrganizationKind,
    PostKind,
    Power,
    ReportingLine,
)
from samklang.organizations.queries import body_on, in_tree_order, structure
from samklang.organizations.queries.mandates import mandates
from tests import cast

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

SPRING, SUMMER, AUTUMN = date(2026, 3, 1), date(2026, 6, 1), date(2026, 9, 1)
EVE = date(2026, 5, 31)
FORMULA = '=HYPERLINK("https://evil.example";"klicka")'
# Who is signed in, with which seats; then bodies, lines, charters, their powers and places, and
# which of them have met.
REGISTER_QUERIES = 9


def signed_in(name: str = "siri") -> Client:
    client = Client()
    client.force_login(cast.person(name))
    return client


def page(body: Body, on: date | None = None) -> str:
    asked = {"on": on.isoformat()} if on else {}
    answer = signed_in().get(reverse("bodies:detail", args=[body.pk]), asked)
    return answer.content.decode()


def test_a_body_is_shown_as_it_was_on_the_day() -> None:
    council, network, group = (cast.body(n) for n in ("Rådet", "Nätverket", "Arbetsgruppen"))
    ReportingLine.objects.create(body=group, parent=council, until_date=EVE)
    ReportingLine.objects.create(body=group, parent=network, from_date=SUMMER)
    cast.post(group, "Bo Ek", of=cast.organization(), until_date=EVE)
    cast.post(group, "Pia Alm", of=cast.organization(), from_date=SUMMER, share=40)
    cast.post(group, "", of=cast.organization("orsa"), title="enhetschef", from_date=AUTUMN)
    cast.post(group, "Tom Rå", kind=PostKind.USER_INFLUENCE)
    cast.charter(group, title="Den gamla rätten", until_date=EVE)
    cast.charter(group, kind=CharterKind.ASSIGNMENT, title="Nytt uppdrag", from_date=SUMMER)

    then, now = page(group, SPRING), page(group, cast.TODAY)

    before, after = body_on(group, on=SPRING), body_on(group, on=cast.TODAY)
    assert (before.parent, after.parent) == (council, network)
    assert [one.person for one in before.seated] == ["Bo Ek", "Tom Rå"]
    assert [one.person for one in after.seated] == ["Pia Alm", "", "Tom Rå"]
    assert [one.person for one in after.former] == ["Bo Ek"]
    assert [one.person for one in before.to_come] == ["Pia Alm", ""]
    assert (before.vacancy_count, after.vacancy_count) == (0, 1)
    assert lacking(before) == ["Saknar skrivet uppdrag"]
    assert lacking(after) == ["Saknar skrivet mandat"]
    assert "Så var det 2026-03-01" in then
    assert "Saknar skrivet uppdrag" in then
    there = (
        "1 vakant plats",
        "40 procent av heltid",
        "1 tidigare ledamot",
        "Andra mandat, tidigare",
    )
    assert [one for one in there if one not in now] == []
    for way in ("meetings:year_plan", "decisions:register"):
        assert f'href="{reverse(way)}?body={group.pk}"' in now


def test_what_a_mandate_lets_decide_is_asked_for_a_day() -> None:
    group = cast.body()
    mandate = cast.charter(group, from_date=SUMMER)
    Power.objects.create(charter=mandate, decision=Deciding.EXTEND_AGREEMENTS)

    rights = mandates(group.partnership_id)
    assert rights.behind(group.pk, Deciding.EXTEND_AGREEMENTS, on=SUMMER) == mandate
    assert rights.behind(group.pk, Deciding.EXTEND_AGREEMENTS, on=EVE) is None
    assert rights.behind(group.pk, Deciding.ADOPT_AGREEMENT, on=SUMMER) is None
    assert "Får besluta att: förlänga överenskommelser." in page(group, SUMMER)


def test_a_body_that_is_not_the_countys_lacks_nothing() -> None:
    theirs = cast.body("Delegationen")
    theirs.kind = OrganizationKind.OTHER

    assert lacking(body_on(theirs, on=SUMMER)) == []
    assert lacking(body_on(cast.body("Vår"), on=SUMMER)) == ["Saknar skrivet uppdrag och mandat"]


def test_the_tree_has_each_body_below_the_one_it_answers_to() -> None:
    low, other, high = (cast.body(name) for name in ("Låg", "Annan", "Hög"))
    ReportingLine.objects.create(body=low, parent=high)
    Body.objects.filter(pk=other.pk).update(until_date=SUMMER, until_decision="Beslut § 4")

    there = structure(high.partnership_id, on=AUTUMN)
    tree = [(d, one.body.name) for d, one in in_tree_order(there)]

    assert tree == [(0, "Annan"), (0, "Hög"), (1, "Låg")]


@pytest.mark.parametrize("count", [1, 30])
def test_the_register_asks_as_many_questions_for_thirty_bodies_as_for_one(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client, top = signed_in(), cast.body("Den första")
    for number in range(count):
        made = cast.body(f"Grupp {number}", of=cast.organization())
        ReportingLine.objects.create(body=made, parent=top)
        mandate = cast.charter(made, given_by_body=top)
        Power.objects.create(charter=mandate, decision=Deciding.OTHER)
        cast.post(made, "", of=cast.organization())

    with django_assert_num_queries(REGISTER_QUERIES):
        answer = client.get(reverse("bodies:register")).content.decode()

    assert f"finns {count + 1} grupper" in answer
    assert answer.count("Mandat: Den första, tillsvidare") == count
    assert answer.count("1 vakant plats") == count


@pytest.mark.parametrize(
    "wrong",
    [
        {"from_date": SUMMER, "until_date": EVE},
        {"share": 101},
        {"share": 0},
        {"kind": "uncle"},
    ],
)
def test_the_database_keeps_what_is_always_true_of_a_place(wrong: dict[str, Any]) -> None:
    group = cast.body()

    with pytest.raises(IntegrityError), transaction.atomic():
        cast.post(group, "Bo Ek", **wrong)


def test_the_database_keeps_what_is_always_true_of_a_body() -> None:
    group, council = cast.body(), cast.body("Rådet")
    ReportingLine.objects.create(body=group, parent=council)

    for wrong in (
        lambda: ReportingLine.objects.create(body=group, parent=group, until_date=EVE),
        lambda: ReportingLine.objects.create(body=group, parent=council),
        lambda: Body.objects.filter(pk=group.pk).update(until_date=EVE),
        lambda: cast.charter(
            group, given_by_body=council, given_by_organization=cast.organization()
        ),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            wrong()


def test_the_picture_says_what_the_table_says() -> None:
    council, network = cast.body("Rådet"), cast.body("Nätverket")
    Body.objects.filter(pk=council.pk).update(level="council")
    ReportingLine.objects.create(body=network, parent=council)
    cast.body("Byalaget", of=cast.organization())
    cast.organization("orsa")
    cast.post(network, "")

    answer = signed_in().get(reverse("bodies:chart")).content.decode()

    picture = answer[answer.index('<svg class="pic') : answer.index('class="w-ms"')]
    table = answer[answer.index("<tbody>") :]
    for name in ("Rådet", "Nätverket"):
        assert f">{name} </text>" in picture
        assert f">{name}</a></th>" in table
    assert "Byalaget" not in picture
    assert re.findall(r">(Lund|Orsa|\d) </text>", picture) == ["Lund", "1", "Orsa", "0"]
    assert f'href="{reverse("bodies:register")}?of=lund"' in picture
    assert picture.count(">Saknar skrivet uppdrag") == 2
    assert table.count("Saknar skrivet uppdrag och mandat") == 3
    own = signed_in().get(reverse("bodies:register"), {"of": "lund"}).content.decode()
    assert ("Byalaget" in own, "Nätverket" in own) == (True, False)
    files = [
        signed_in().get(reverse("bodies:chart_file", args=[form])) for form in ("svg", "png", "gif")
    ]
    assert [one.status_code for one in files] == [200, 200, 404]
    assert files[1].content.startswith(b"\x89PNG")


def said(value: Any) -> Any:
    """A day is a moment in a workbook."""
    return value.date() if hasattr(value, "date") else value


def test_the_workbook_has_the_bodies_and_their_places_as_text() -> None:
    group = cast.body(FORMULA)
    cast.post(group, FORMULA, of=cast.organization(), share=20, from_date=SPRING)
    cast.post(group, "")

    answer = signed_in().get(reverse("bodies:sheet"), {"on": "2026-06-01"})

    book = openpyxl.load_workbook(BytesIO(answer.content))
    bodies, places, about = ([[said(c.value) for c in row] for row in one] for one in book)
    assert bodies[1][0] == FORMULA
    lacking = "Saknar skrivet uppdrag och mandat, Inget möte registrerat på ett år"
    assert bodies[1][-3:] == [lacking, 2, 1]
    assert places[1][1:6] == [FORMULA, "Ledamot", "Lund kommun", 20, SPRING]
    assert places[2][1] == "Vakant plats"
    assert about[1][1] == SUMMER
    assert {cell.data_type for one in book for row in one for cell in row} <= {"s", "n", "d"}
