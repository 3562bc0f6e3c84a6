"""The register lists every agreement of the county once, in an order that people expect."""

from __future__ import annotations

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from samklang.agreements import queries
from samklang.agreements.listing import ShownRow, search_form, shown
from samklang.agreements.models import Agreement, EventKind, Level
from samklang.agreements.queries import Register, Terms
from samklang.common.words import words
from samklang.library.models import Area
from samklang.organizations.api import Acting, Organization, OrganizationKind
from tests import cast

pytestmark = pytest.mark.django_db


def siri() -> Acting:
    return cast.acting_for(cast.person("siri"))


def found(**asked: object) -> Register:
    return queries.register(siri(), Terms(**asked))  # type: ignore[arg-type]  # any of the terms


def titles(**asked: object) -> list[str]:
    return [row.agreement.title for row in found(**asked).rows]


def rows() -> list[ShownRow]:
    return [shown(row, words(cast.partnership())) for row in found().rows]


def placed(name: str, position: int, *, kind: str = OrganizationKind.MUNICIPALITY) -> Organization:
    made = cast.organization(name, kind=kind)
    Organization.objects.filter(pk=made.pk).update(position=position)
    return made


def about(code: str, position: int) -> Area:
    made = cast.area(code)
    Area.objects.filter(pk=made.pk).update(position=position)
    return made


def test_regional_ones_first_then_by_area_then_by_municipality() -> None:
    forest, lake = about("skog", 1), about("sjö", 2)
    ale, orsa, nord = placed("ale", 1), placed("orsa", 2), placed("nord", 0, kind="region")
    cast.in_force(cast.agreement("4 sjö ale", keeper=ale, about=lake, parties=[nord, ale]))
    cast.in_force(cast.agreement("3 skog orsa", keeper=orsa, about=forest, parties=[nord, orsa]))
    cast.in_force(cast.agreement("2 skog ale", keeper=ale, about=forest, parties=[nord, ale]))
    cast.in_force(cast.agreement("1 ram sjö", keeper=nord, about=lake, level=Level.REGIONAL))

    assert titles() == ["1 ram sjö", "2 skog ale", "3 skog orsa", "4 sjö ale"]


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("möts", True),
        ("MÖTS skogen", True),
        ("skogen möts", True),
        ("lund", True),
        ("forest", True),
        ("möts mora", False),
        ("%", False),
        ("' or 1=1 --", False),
        ("  ", True),
    ],
)
def test_every_word_must_stand_in_the_title_the_area_or_a_partys_name(text: str, hit: bool) -> None:
    cast.agreement("Så möts vi i skogen")

    assert bool(titles(text=text)) is hit


def test_terms_are_narrowed_together() -> None:
    mora = cast.organization("mora")
    cast.in_force(cast.agreement("Lund skog"))
    cast.in_force(cast.agreement("Mora skog", keeper=mora))
    cast.in_force(cast.agreement("Mora sjö", keeper=mora, about=cast.area("lake")))
    forest = cast.area().pk

    assert titles(municipality=mora.pk) == ["Mora skog", "Mora sjö"]
    assert titles(municipality=mora.pk, area=forest) == ["Mora skog"]
    assert titles(municipality=mora.pk, area=forest, status="expired") == []
    assert found(municipality=mora.pk).total == 3


@pytest.mark.parametrize(
    ("status", "title"),
    [
        ("in_force", "Gäller"),
        ("until_further_notice", "Tillsvidare"),
        ("expiring", "Löper ut"),
        ("expired", "Utgången"),
        ("outlives", "Längre"),
        ("under_way", "Utkast"),
    ],
)
def test_each_status_finds_its_own(status: str, title: str) -> None:
    frame = cast.agreement("Gäller", level=Level.REGIONAL)
    cast.in_force(frame, "2021-01-01", "2028-06-30")
    cast.in_force(cast.agreement("Tillsvidare"))
    cast.in_force(cast.agreement("Löper ut"), "2023-01-01", "2027-01-31")
    cast.in_force(cast.agreement("Utgången"), "2019-01-01", "2020-12-31")
    cast.in_force(cast.agreement("Längre", parent=frame), "2023-01-01", "2029-12-31")
    cast.edition(cast.agreement("Utkast"), begun=date(2026, 1, 1), stage="Idé")

    assert titles(status=status) == [title]


def test_what_another_county_has_is_neither_listed_nor_counted_nor_offered() -> None:
    abroad = cast.partnership("sydmark")
    fjord = cast.organization("fjord", of=abroad)
    cast.in_force(cast.agreement("Fjordens", keeper=fjord, about=cast.area("coast", of=abroad)))
    cast.in_force(cast.agreement("Vårt"))

    seen = found()

    assert [row.agreement.title for row in seen.rows] == ["Vårt"]
    assert seen.total == 1
    assert seen.areas == ((cast.area().pk, "Forest"),)
    assert fjord.pk not in dict(seen.municipalities)


def test_another_countys_municipality_asks_nothing() -> None:
    fjord = cast.organization("fjord", of=cast.partnership("sydmark"))
    cast.agreement("Vårt")

    assert titles(municipality=fjord.pk) == ["Vårt"]


def test_only_municipalities_are_offered_as_such() -> None:
    region = cast.organization("region", kind=OrganizationKind.REGION)
    lund = cast.organization()
    siri()

    offered = dict(found().municipalities)

    assert offered == {lund.pk: "Lund"}
    assert region.pk not in offered


def test_somebody_without_a_seat_finds_nothing() -> None:
    cast.agreement("Vårt")
    olle = cast.acting_for(cast.person("olle", role=None))

    assert queries.register(olle, Terms()).rows == ()


def test_a_row_says_the_countys_own_word_for_its_level() -> None:
    cast.agreement("Ram", level=Level.REGIONAL)
    cast.agreement("Lokal")

    assert [row.level for row in rows()] == ["ramavtal", "lokalavtal"]


@pytest.mark.parametrize(("count", "said"), [(1, "Ort0"), (4, "Ort0, Ort1"), (5, "5 parter")])
def test_a_few_parties_are_named_and_many_are_counted(count: int, said: str) -> None:
    homes = [placed(f"ort{number}", number) for number in range(count)]
    cast.in_force(cast.agreement(keeper=homes[0], parties=homes))

    assert rows()[0].parties.startswith(said)


def test_an_overdue_revision_is_a_line_beside_the_status() -> None:
    late, timely = cast.agreement("A"), cast.agreement("B")
    for agreement, day in ((late, "2026-01-31"), (timely, "2027-01-31")):
        cast.event(cast.in_force(agreement), EventKind.REVISE_BY, day)

    shown_rows = rows()

    assert [row.note for row in shown_rows] == ["skulle ha reviderats senast 31 januari 2026", ""]
    assert {row.chip.text for row in shown_rows} == {"Tillsvidare"}


def test_an_agreement_that_nobody_knows_anything_of_is_listed_as_just_that() -> None:
    cast.agreement("Tom")

    (row,) = rows()

    assert (row.chip.css, row.chip.text, row.note) == ("no-answer", "Inte känd den här dagen", "")


def test_the_form_offers_the_countys_words_and_keeps_what_was_asked() -> None:
    terms = Terms(text="skog", level="local")

    form = search_form(terms, found(), words(cast.partnership()))

    html = str(form)
    assert 'value="skog"' in html
    assert '<option value="local" selected>lokalavtal</option>' in html
    assert ">Gäller längre än ramavtal</option>" in html
    assert form.fields["municipality"].label == "Kommun"


@pytest.mark.parametrize("count", [1, 30])
def test_how_a_county_stands_takes_two_statements(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(count):
        made = cast.agreement(f"Avtal {number}", keeper=cast.organization(f"ort{number}"))
        cast.adopted(cast.in_force(made), date(2023, 1, 1))
    home = cast.partnership().pk

    with django_assert_num_queries(2):
        assert len(queries.county_standings(home, on=cast.TODAY)) == count


def test_a_county_stands_by_its_own_agreements_alone() -> None:
    fjord = cast.organization("fjord", of=cast.partnership("sydmark"))
    cast.in_force(cast.agreement("Fjordens", keeper=fjord))
    own = cast.agreement("Vårt")
    cast.in_force(own)

    assert set(queries.county_standings(own.partnership_id, on=cast.TODAY)) == {own.pk}
    assert Agreement.objects.count() == 2
