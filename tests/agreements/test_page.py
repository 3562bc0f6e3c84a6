"""An agreement's page says what asks for attention first, and whose yes is missing."""

from __future__ import annotations

from datetime import date

import pytest

from samklang.agreements import queries
from samklang.agreements.models import Agreement, Edition, EventKind, Level, Party
from samklang.agreements.page import AgreementPage, banner_lines
from samklang.agreements.sections import Square
from samklang.common.words import words
from samklang.organizations.api import Organization
from samklang.organizations.models import Body
from tests import cast

pytestmark = pytest.mark.django_db


def page_of(agreement: Agreement, on: date = cast.TODAY) -> AgreementPage:
    siri = cast.acting_for(cast.person("siri"))
    return AgreementPage(queries.dossier(siri, agreement.pk, on=on), words(agreement.partnership))


def lines(agreement: Agreement) -> list[str]:
    return list(banner_lines(page_of(agreement)))


def regional(end: str = "2027-06-30") -> Agreement:
    made = cast.agreement("Ramavtalet", level=Level.REGIONAL)
    adopted = cast.in_force(made, "2021-07-01", end)
    cast.adopted(adopted, date(2021, 5, 1))
    return made


def held(agreement: Agreement, end: str = "2028-06-30", start: str = "2023-01-01") -> Edition:
    """Let it hold by everybody's yes, so that nothing but the case at hand is pressing."""
    edition = cast.in_force(agreement, start, end)
    cast.adopted(edition, date(2022, 11, 1))
    return edition


# What asks for attention


def test_an_agreement_in_good_order_asks_for_nothing() -> None:
    agreement = cast.agreement(parent=regional("2029-12-31"))
    held(agreement)

    assert lines(agreement) == []


def test_an_agreement_that_nobody_knew_of_asks_for_nothing() -> None:
    assert lines(cast.agreement()) == []


@pytest.mark.parametrize(
    ("end", "line"),
    [
        ("2026-11-23", "Överenskommelsen har löpt ut, och inget i registret följer efter den."),
        ("2026-11-24", "Överenskommelsen löper ut 24 november 2026."),
        ("2027-05-24", "Överenskommelsen löper ut 24 maj 2027."),
        ("2027-01", "Överenskommelsen löper ut januari 2027."),
    ],
)
def test_an_end_that_has_come_or_is_near_is_said(end: str, line: str) -> None:
    agreement = cast.agreement()
    held(agreement, end)

    assert lines(agreement) == [line]


def test_the_page_says_by_when_it_should_have_been_revised() -> None:
    agreement = cast.agreement()
    cast.event(held(agreement), EventKind.REVISE_BY, "2026-01-31")

    assert lines(agreement) == ["Den skulle ha reviderats senast 31 januari 2026."]


def test_the_page_says_that_it_holds_longer_than_what_it_builds_on() -> None:
    agreement = cast.agreement(parent=regional())
    held(agreement)

    assert lines(agreement) == [
        "Den gäller längre än den ramavtal som den bygger på, som slutar gälla 30 juni 2027."
    ]


@pytest.mark.parametrize(
    ("count", "line"),
    [
        (1, "1 lokalavtal gäller längre än den här."),
        (3, "3 lokalavtal gäller längre än den här."),
    ],
)
def test_the_regional_page_counts_those_that_outlive_it(count: int, line: str) -> None:
    frame = regional()
    for number in range(count):
        home = cast.organization(f"ort{number}")
        held(cast.agreement(f"Orts {number}", keeper=home, parent=frame))

    assert lines(frame) == [line]


def test_the_page_names_those_that_it_waits_for() -> None:
    lund, mora, orsa = (cast.organization(name) for name in ("lund", "mora", "orsa"))
    agreement = cast.agreement(parties=[lund, mora, orsa])
    edition = cast.proposed(agreement, end="2028-06-30")
    cast.adopted(edition, date(2022, 11, 1), by=lund)

    (line,) = lines(agreement)

    assert line.startswith("Gäller inte förrän alla parter har antagit den. Väntar på: ")
    assert "Mora" in line
    assert "Orsa" in line
    assert "Lund" not in line


def test_the_page_says_that_it_holds_by_somebodys_statement_alone() -> None:
    agreement = cast.agreement()
    cast.in_force(agreement, end="2028-06-30")

    (line,) = lines(agreement)

    assert line.startswith("Alla parters beslut finns inte i registret.")
    assert "Någon har uppgett att den gäller" in line


def test_the_page_says_that_a_text_nobody_has_adopted_does_not_count() -> None:
    agreement = cast.agreement()
    cast.proposed(agreement, end="2028-06-30")

    (line,) = lines(agreement)

    assert line.startswith("Den räknas inte som gällande: inget antagande finns i registret.")


def test_the_page_says_what_is_missing_of_a_text_that_shows_nowhere() -> None:
    agreement = cast.agreement()
    cast.edition(agreement)

    (line,) = lines(agreement)

    assert line.startswith("Den syns inte i länsbilden än.")


def test_the_page_says_that_the_start_is_not_known_and_from_when_it_counts() -> None:
    agreement = cast.agreement()
    edition = cast.edition(agreement)
    cast.event(edition, EventKind.STARTS)
    cast.adopted(edition, date(2023, 5, 1))

    (line,) = lines(agreement)

    assert line == "Startdagen är inte känd. Den räknas som gällande från 1 maj 2023."


# Who has adopted


def parties(count: int) -> list[Organization]:
    return [cast.organization(f"ort{number}") for number in range(count)]


def test_each_party_has_a_square_that_says_its_own_yes_or_what_is_missing() -> None:
    first, second, guest = parties(3)
    agreement = cast.agreement(keeper=first, parties=[first, second])
    Party.objects.create(agreement=agreement, organization=guest, required=False)
    edition = cast.in_force(agreement)
    cast.adopted(edition, date(2022, 11, 1), by=first)

    section = page_of(agreement).adoption

    assert section.squares == (
        Square("Ort0", "2022-11-01", adopted=True),
        Square("Ort1", "har inte antagit", waits=True),
        Square("Ort2", "behöver inte anta"),
    )
    assert section.words == "Antagen av 1 av 2 parter"
    assert not section.folds


@pytest.mark.parametrize(
    ("stage", "square", "heading"),
    [
        ("", Square("Lund", "beslut saknas", waits=True), "Inga beslut är inlämnade"),
        ("Utkast", Square("Lund", "inte ännu"), "Inte antagen ännu"),
    ],
)
def test_nobodys_yes_is_missing_from_an_old_text_and_not_yet_due_for_a_draft(
    stage: str, square: Square, heading: str
) -> None:
    agreement = cast.agreement()
    edition = cast.edition(agreement, stage=stage, begun=date(2026, 1, 1) if stage else None)
    cast.event(edition, EventKind.STARTS, "2023")

    section = page_of(agreement).adoption

    assert (section.squares, section.words) == ((square,), heading)


@pytest.mark.parametrize(
    ("yes", "count", "folds"), [(5, 5, True), (0, 5, True), (2, 5, False), (4, 4, False)]
)
def test_many_squares_fold_when_the_heading_says_it_all(yes: int, count: int, folds: bool) -> None:
    homes = parties(count)
    agreement = cast.agreement(keeper=homes[0], parties=homes)
    edition = cast.in_force(agreement)
    for home in homes[:yes]:
        cast.adopted(edition, date(2022, 11, 1), by=home)

    assert page_of(agreement).adoption.folds is folds


def test_a_yes_of_a_later_day_is_not_shown_on_an_earlier_one() -> None:
    agreement = cast.agreement()
    edition = cast.edition(agreement, begun=date(2022, 1, 1))
    cast.adopted(edition, date(2022, 11, 1))

    before = page_of(agreement, date(2022, 10, 31)).adoption
    after = page_of(agreement, date(2022, 11, 1)).adoption

    assert [square.adopted for square in before.squares] == [False]
    assert [square.adopted for square in after.squares] == [True]


def test_a_page_without_an_edition_has_no_squares() -> None:
    assert page_of(cast.agreement()).adoption.squares == ()


# The heading and the statements


@pytest.mark.parametrize(
    ("label", "extensions", "kicker"),
    [
        ("", [], "Lokalavtal · Utgåva 1"),
        ("Version 2.1", [], "Lokalavtal · Version 2.1"),
        ("", ["2027"], "Lokalavtal · Utgåva 1, förlängd en gång"),
        ("V", ["2027", "2028"], "Lokalavtal · V, förlängd 2 gånger"),
    ],
)
def test_the_heading_says_which_text_and_how_often_it_was_extended(
    label: str, extensions: list[str], kicker: str
) -> None:
    agreement = cast.agreement()
    edition = held(agreement)
    Edition.objects.update(label=label)
    for until in extensions:
        cast.event(edition, EventKind.EXTENDED, until, decided="2024")

    assert page_of(agreement).kicker == kicker


def test_an_agreement_without_any_text_is_headed_by_its_level_alone() -> None:
    page = page_of(cast.agreement("Tom", level=Level.REGIONAL))

    assert page.kicker == "Ramavtal"
    assert page.statements == []


def test_a_statement_stands_beside_its_sentence_its_decision_and_its_place() -> None:
    agreement = cast.agreement()
    edition = cast.edition(agreement)
    made = cast.event(
        edition, EventKind.EXTENDED, "2027-06-30", decided="2025-12-11", quote="Förlängs."
    )
    made.decided_by = Body.objects.create(
        partnership=agreement.partnership, code="sg", name="Styrgruppen"
    )
    made.source_note, made.place = "protokoll", "§ 9"
    made.save()

    (statement,) = page_of(agreement).statements

    assert statement.text == "Förlängd till och med 30 juni 2027"
    assert statement.decision == "Styrgruppen, 11 december 2025"
    # To the body as it was when it decided.
    assert statement.decision_url == f"/organ/{made.decided_by.pk}/?on=2025-12-11"
    assert (statement.quote, statement.source) == ("Förlängs.", "protokoll, § 9")


def test_a_draft_beside_the_text_in_force_is_not_what_the_page_is_about() -> None:
    agreement = cast.agreement()
    held(agreement)
    cast.edition(agreement, number=2, begun=date(2026, 1, 1), stage="Utkast")

    page = page_of(agreement)

    assert page.dossier.current is not None
    assert page.dossier.current.edition.number == 1
    assert [one.edition.number for one in page.dossier.editions] == [2, 1]


def test_those_that_build_on_it_stand_in_the_countrys_alphabet_with_their_status() -> None:
    frame = regional()
    for name, position in (("orsa", 2), ("ale", 1)):
        home = cast.organization(name)
        Organization.objects.filter(pk=home.pk).update(position=position)
        held(cast.agreement(f"{name} skog", keeper=home, parent=frame), "2026-12-31")
    cast.agreement("annat")

    children = page_of(frame).children

    assert [(one.agreement.title, chip.css) for one, chip in children] == [
        ("ale skog", "expiring"),
        ("orsa skog", "expiring"),
    ]
