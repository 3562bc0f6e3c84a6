"""What standing a file's text has is asked, and nothing is in force because nobody said."""

from __future__ import annotations

from datetime import date
from http import HTTPStatus

import pytest

from samklang.agreements.api import Standing, Status, county_standings
from samklang.agreements.models import Agreement, EventKind, ValidityEvent
from samklang.inventories.models import Reading
from tests import cast
from tests.inventories import desk
from tests.inventories.answers import all_right
from tests.inventories.test_confirming import confirm, read, signed, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
WITHOUT_START = tuple(line for line in desk.LINES if "från och med" not in line)
ADOPTED = {
    "standing-value": "adopted",
    "adoption-kind": "board_decision",
    "adoption-value": "15 september 2022",
}


def stands(day: date = cast.TODAY) -> Standing | None:
    agreement = Agreement.objects.get()
    return county_standings(agreement.partnership_id, on=day).get(agreement.pk)


def answered(lund: desk.Desk, reading: Reading, **sent: str) -> tuple[int, str]:
    named = {name.replace("__", "-"): value for name, value in sent.items()}
    return confirm(signed_in(lund), reading, {**all_right(reading), **named})


def test_nothing_is_chosen_beforehand_and_an_answer_is_demanded() -> None:
    lund = desk.desk()
    reading = read(lund)

    page = signed_in(lund).get(reading.get_absolute_url()).content.decode()
    status, again = answered(lund, reading, standing__value="")

    choices = page.split('id="f-standing"')[1].split("</fieldset>")[0]
    assert choices.count('type="radio"') == 3
    assert "checked" not in choices
    assert status == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Välj vad texten har för ställning." in again
    assert not Agreement.objects.exists()


def test_a_draft_is_under_way_and_its_text_stays_inside() -> None:
    lund = desk.desk()

    answered(lund, read(lund), standing__value="draft")

    found = stands()
    assert found is not None
    assert found.status is Status.UNDER_WAY
    assert found.edition is not None
    assert (found.edition.stage, found.edition.is_open) == ("utkast", False)
    assert found.validity.end is None


def test_a_draft_may_say_how_far_it_has_come() -> None:
    lund = desk.desk()

    answered(lund, read(lund), standing__value="draft", standing__stage="på remiss")

    assert Agreement.objects.get().editions.get().stage == "på remiss"


@pytest.mark.parametrize(
    ("who", "status"), [("keeper", Status.UNDER_WAY), ("all", Status.IN_FORCE)]
)
def test_a_decided_text_is_in_force_when_all_parties_have_adopted_it(
    who: str, status: Status
) -> None:
    lund = desk.desk()
    reading = read(lund)
    sent = {**all_right(reading), **ADOPTED, "adoption-who": who}

    confirm(signed_in(lund), reading, sent)

    found = stands(date(2023, 1, 1))
    assert found is not None
    assert found.status is status


@pytest.mark.parametrize("left_out", ["adoption-kind", "adoption-value", "adoption-who"])
def test_a_decided_text_says_by_whom_how_and_when(left_out: str) -> None:
    lund = desk.desk()
    reading = read(lund)
    given = {**ADOPTED, "adoption-who": "all", left_out: ""}

    status, page = confirm(signed_in(lund), reading, {**all_right(reading), **given})

    assert status == HTTPStatus.UNPROCESSABLE_ENTITY
    assert 'href="#f-adoption"' in page


def test_that_it_holds_without_known_adoptions_is_kept_as_the_persons_word() -> None:
    lund = desk.desk()

    answered(lund, read(lund), standing__value="known_to_hold", standing__how="Arkivet har den så.")

    found = stands(date(2023, 1, 1))
    statement = ValidityEvent.objects.get(kind=EventKind.KNOWN_TO_HOLD)
    assert found is not None
    assert found.status is Status.IN_FORCE
    assert (statement.source_note, statement.recorded_by) == ("Arkivet har den så.", lund.ester)
    assert statement.stated is None


def test_without_a_start_the_person_says_from_when_it_surely_holds() -> None:
    lund = desk.desk()
    reading = read(lund, WITHOUT_START)

    status, page = answered(lund, reading)
    assert status == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Startdagen är inte känd. Skriv från när den säkert gäller." in page

    status, _page = answered(lund, reading, standing__since="2023-02-01")
    assert status == HTTPStatus.FOUND
    before, found = stands(date(2023, 1, 31)), stands(date(2023, 2, 1))
    assert before is None
    assert found is not None
    assert (found.status, found.start_unknown) == (Status.IN_FORCE, True)


def test_a_day_to_come_is_not_known_to_hold() -> None:
    lund = desk.desk()

    status, page = answered(lund, read(lund, WITHOUT_START), standing__since="2126-01-01")

    assert status == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Dagen har inte kommit än." in page


def test_a_draft_that_somebody_has_adopted_is_asked_about_again() -> None:
    lund = desk.desk()
    reading = signed(read(lund), "board_decision", "2022-09-15")

    status, page = answered(lund, reading, standing__value="draft")

    assert status == HTTPStatus.UNPROCESSABLE_ENTITY
    assert 'href="#f-standing"' in page


def test_empty_places_for_signatures_are_told() -> None:
    lund = desk.desk()
    reading = read(lund)
    result = reading.result or {}
    result["signed"] = {**result["valid_from"], "value": {"kind": "blank", "date": None}}
    reading.result = result
    reading.save()

    page = signed_in(lund).get(reading.get_absolute_url()).content.decode()

    assert "Filen har plats för underskrifter som ingen har fyllt i." in page
