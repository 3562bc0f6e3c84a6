"""What a person answers, and what the register then holds.

Seen red: with a reading that is never finished.
"""

from __future__ import annotations

from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse

from samklang.agreements.models import Agreement, EventKind, ValidityEvent
from samklang.audit.models import Entry
from samklang.inventories.lifecycle import State
from samklang.inventories.models import Reading
from samklang.organizations.models import OrganizationKind, Role
from tests import cast
from tests.inventories import desk
from tests.inventories.answers import all_right

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def read(lund: desk.Desk, lines: tuple[str, ...] = desk.LINES) -> Reading:
    (reading,) = lund.read_in_turn(desk.text_file(lines=lines))
    return reading


def signed_in(lund: desk.Desk) -> Client:
    client = Client()
    client.force_login(lund.ester)
    return client


def confirm(client: Client, reading: Reading, sent: dict[str, object]) -> tuple[int, str]:
    answer = client.post(reverse("inventories:confirm", args=[reading.pk]), sent)
    return answer.status_code, answer.content.decode()


def test_what_is_confirmed_stands_in_the_register_with_its_quotes() -> None:
    lund = desk.desk()
    reading = read(lund)

    status, _page = confirm(signed_in(lund), reading, all_right(reading))

    assert status == HTTPStatus.FOUND
    agreement = Agreement.objects.get()
    assert (agreement.area, agreement.keeper) == (lund.area, lund.lund)
    assert [party.organization for party in agreement.parties.all()] == [lund.lund, lund.region]
    start = ValidityEvent.objects.get(kind=EventKind.STARTS)
    assert str(start.stated) == "2022-10-01"
    assert "2022-10-01" in start.quote
    assert start.source_file == reading.file


def test_nothing_reaches_the_register_before_somebody_confirms() -> None:
    lund = desk.desk()
    reading = read(lund)

    signed_in(lund).get(reading.get_absolute_url())

    assert not Agreement.objects.exists()


def test_the_receipt_links_to_the_agreement_and_to_the_next_file() -> None:
    lund = desk.desk()
    first, second = lund.read_in_turn(
        desk.text_file(), desk.text_file("b.txt", (*desk.LINES[:-1], "En annan rad."))
    )
    client = signed_in(lund)
    confirm(client, first, all_right(first))

    page = client.get(first.get_absolute_url()).content.decode()

    first.refresh_from_db()
    assert first.state == State.CONFIRMED
    assert Agreement.objects.get().get_absolute_url() in page
    assert second.get_absolute_url() in page
    assert Entry.objects.filter(verb="reading.confirmed", target_id=first.pk).exists()


def test_a_changed_fact_is_saved_as_the_person_wrote_it() -> None:
    lund = desk.desk()
    reading = read(lund)
    changed = {"valid_until-answer": "change", "valid_until-value": "30 juni 2027"}

    status, _page = confirm(signed_in(lund), reading, {**all_right(reading), **changed})

    assert status == HTTPStatus.FOUND
    end = ValidityEvent.objects.get(kind=EventKind.ENDS)
    assert str(end.stated) == "2027-06-30"


def test_a_fact_that_is_left_out_is_not_saved() -> None:
    lund = desk.desk()
    reading = read(lund)

    sent = {**all_right(reading), "valid_until-answer": "leave", "valid_until-value": "struntprat"}
    confirm(signed_in(lund), reading, sent)

    assert not ValidityEvent.objects.filter(kind=EventKind.ENDS).exists()


def test_until_further_notice_can_be_ticked_instead_of_a_date() -> None:
    lund = desk.desk()
    reading = read(lund)
    changed = {"valid_until-answer": "change", "valid_until-open": "on"}

    confirm(signed_in(lund), reading, {**all_right(reading), **changed})

    assert ValidityEvent.objects.filter(kind=EventKind.UNTIL_FURTHER_NOTICE).exists()


def test_an_unanswered_question_is_asked_again_and_the_rest_is_kept() -> None:
    lund = desk.desk()
    reading = read(lund)
    sent = {**all_right(reading), "version-value": "Tredje utgåvan"}
    del sent["kind-answer"]

    status, page = confirm(signed_in(lund), reading, sent)

    assert status == HTTPStatus.UNPROCESSABLE_ENTITY
    assert 'href="#f-kind"' in page
    assert "Tredje utgåvan" in page
    assert not Agreement.objects.exists()


@pytest.mark.parametrize(
    ("changed", "where"),
    [
        ({"valid_until-answer": "change", "valid_until-value": "2020-01-31"}, "valid_until"),
        ({"valid_until-answer": "change", "valid_until-value": "snart"}, "valid_until"),
        (
            {"valid_from-answer": "change", "valid_from-value": "31 februari 2021"},
            "valid_from",
        ),
        ({"title-answer": "change", "title-value": ""}, "title"),
        ({"area-answer": "change", "area-value": "0"}, "area"),
        ({"keeper-answer": "leave"}, "keeper"),
        ({"review-0-answer": "change", "review-0-kind": "revise_by"}, "review-0"),
    ],
)
def test_what_cannot_be_is_said_beside_its_fact(changed: dict[str, str], where: str) -> None:
    lund = desk.desk()
    reading = read(lund)

    status, page = confirm(signed_in(lund), reading, {**all_right(reading), **changed})

    assert status == HTTPStatus.UNPROCESSABLE_ENTITY
    assert f'href="#f-{where}"' in page


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("31 februari 2021", "Det finns ingen sådan dag: februari 2021 har 28 dagar."),
        ("2024-13", "Det finns ingen månad 13."),
        ("20215", "Skriv en dag som 2027-06-30"),
        ("980101", "Skriv året med fyra siffror."),
    ],
)
def test_an_impossible_date_is_refused_with_its_reason_and_stays_as_typed(
    written: str, why: str
) -> None:
    lund = desk.desk()
    reading = read(lund)
    sent = {"valid_from-answer": "change", "valid_from-value": written}

    status, page = confirm(signed_in(lund), reading, {**all_right(reading), **sent})

    assert status == HTTPStatus.UNPROCESSABLE_ENTITY
    assert why in page
    assert f'value="{written}"' in page
    assert not Agreement.objects.exists()


def test_an_adoption_to_come_is_refused() -> None:
    lund = desk.desk()
    reading = signed(read(lund), "e_signature", "2126-09-15")

    status, page = confirm(signed_in(lund), reading, all_right(reading))

    assert status == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Ett planerat beslut är inget antagande" in page


def signed(reading: Reading, kind: str, day: str) -> Reading:
    """Let the file say that it was adopted on the day; the reader’s rules are tested elsewhere."""
    result = reading.result or {}
    result["signed"] = {**result["valid_from"], "value": {"kind": kind, "date": day}}
    reading.result = result
    reading.save()
    return reading


def with_two_ends(lund: desk.Desk) -> Reading:
    """A reading in which two places name an end; the reader’s rules are tested elsewhere."""
    reading = read(lund)
    result = reading.result or {}
    end = result["valid_until"]
    start = result["valid_from"]
    result["contradictions"] = [
        {
            "what": "valid_until",
            "values": ["2026-01-31", "2025-12-31"],
            "quotes": [end["quote"], start["quote"]],
            "places": [end["place"], start["place"]],
        }
    ]
    reading.result = result
    reading.save()
    return reading


def test_two_answers_in_the_file_are_a_choice_with_nothing_chosen() -> None:
    lund = desk.desk()
    reading = with_two_ends(lund)
    client = signed_in(lund)

    page = client.get(reading.get_absolute_url()).content.decode()
    status, _again = confirm(client, reading, all_right(reading))

    assert page.count('name="valid_until-answer"') == 4
    choices = page.split('id="f-valid_until"')[1].split("</fieldset>")[0]
    assert "checked" not in choices
    assert status == HTTPStatus.UNPROCESSABLE_ENTITY


@pytest.mark.parametrize(("answer", "ends"), [("1", ["2025-12-31"]), ("unknown", [])])
def test_the_chosen_answer_is_saved_and_not_knowing_saves_none(
    answer: str, ends: list[str]
) -> None:
    lund = desk.desk()
    reading = with_two_ends(lund)

    status, _page = confirm(
        signed_in(lund), reading, {**all_right(reading), "valid_until-answer": answer}
    )

    assert status == HTTPStatus.FOUND
    found = ValidityEvent.objects.filter(kind=EventKind.ENDS)
    assert [str(event.stated) for event in found] == ends


def test_a_new_edition_of_a_known_agreement_is_recognised() -> None:
    lund = desk.desk()
    known = cast.agreement(about=lund.area, keeper=lund.lund, parties=[lund.lund, lund.region])
    cast.in_force(known, "2018-01-01", "2022-09-30")
    reading = read(lund)
    client = signed_in(lund)

    status, page = confirm(client, reading, all_right(reading))
    assert status == HTTPStatus.UNPROCESSABLE_ENTITY
    assert known.title in page

    status, _page = confirm(client, reading, {**all_right(reading), "known": str(known.pk)})
    assert status == HTTPStatus.FOUND
    assert Agreement.objects.get().editions.count() == 2


def test_the_known_agreement_stays_on_the_page_while_other_answers_are_missing() -> None:
    """Seen red: it went away as soon as something else was to be corrected."""
    lund = desk.desk()
    known = cast.agreement(about=lund.area, keeper=lund.lund, parties=[lund.lund, lund.region])
    reading = read(lund)
    sent = {**all_right(reading), "known": str(known.pk)}
    del sent["kind-answer"]

    _status, page = confirm(signed_in(lund), reading, sent)

    offered = page.split('id="f-known"')[1].split("</fieldset>")[0]
    assert f'value="{known.pk}" checked' in offered


def test_the_person_may_say_that_it_is_another_agreement() -> None:
    lund = desk.desk()
    known = cast.agreement(about=lund.area, keeper=lund.lund, parties=[lund.lund, lund.region])
    reading = read(lund)

    confirm(signed_in(lund), reading, {**all_right(reading), "known": "new"})

    assert Agreement.objects.exclude(pk=known.pk).count() == 1


def test_an_editor_cannot_save_an_agreement_for_another_municipality() -> None:
    lund = desk.desk()
    elsewhere = cast.organization("eslöv", kind=OrganizationKind.MUNICIPALITY, of=lund.home)
    reading = read(lund)
    changed = {"keeper-answer": "change", "keeper-value": str(elsewhere.pk)}

    status, page = confirm(signed_in(lund), reading, {**all_right(reading), **changed})

    assert status == HTTPStatus.UNPROCESSABLE_ENTITY
    assert 'href="#f-keeper"' in page
    assert not Agreement.objects.exists()


def test_a_coordinator_confirms_for_every_municipality() -> None:
    lund = desk.desk()
    support = cast.organization("stod", kind=OrganizationKind.SUPPORT, of=lund.home)
    siv = cast.person("siv", Role.COORDINATOR, of=support)
    reading = read(lund)
    Reading.objects.update(organization=support)
    client = Client()
    client.force_login(siv)

    status, _page = confirm(client, reading, all_right(reading))

    assert status == HTTPStatus.FOUND
    assert Agreement.objects.get().keeper == lund.lund


def test_a_coordinator_does_not_decide_what_a_municipality_still_writes_on() -> None:
    """Seen red: the new edition was adopted, and the county read the draft’s own title."""
    lund = desk.desk()
    both = [lund.lund, lund.region]
    draft = cast.agreement("Hemlig titel", about=lund.area, keeper=lund.lund, parties=both)
    cast.edition(draft, stage="skrivs")
    support = cast.organization("stod", kind=OrganizationKind.SUPPORT, of=lund.home)
    reading = signed(read(lund), "e_signature", "2022-09-15")
    Reading.objects.update(organization=support)
    client = Client()
    client.force_login(cast.person("siv", Role.COORDINATOR, of=support))
    sent = {**all_right(reading), "adoption-who": "all", "known": str(draft.pk)}

    status, page = confirm(client, reading, sent)

    assert status == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "tills det delas eller antas" in page
    assert "Hemlig titel" not in page
    assert draft.editions.count() == 1


def test_a_signature_becomes_the_adoption_of_all_parties() -> None:
    lund = desk.desk()
    reading = signed(read(lund), "e_signature", "2022-09-15")

    sent = {**all_right(reading), "adoption-who": "all"}
    confirm(signed_in(lund), reading, sent)

    adoptions = Agreement.objects.get().editions.get().adoptions.all()
    assert [one.organization for one in adoptions] == [lund.lund, lund.region]
    assert {one.adopted_date.isoformat() for one in adoptions} == {"2022-09-15"}


def test_the_diary_number_is_the_keepers_unless_another_is_chosen() -> None:
    lund = desk.desk()
    reading = read(lund)

    confirm(signed_in(lund), reading, all_right(reading))

    number = Agreement.objects.get().diary_numbers.get()
    assert (number.number, number.organization) == ("SN 2022/7", lund.lund)


@pytest.mark.parametrize("known", ["theirs", "999999", "²", "9" * 40, "-1"])
def test_an_agreement_that_was_not_offered_gets_no_edition(known: str) -> None:
    lund = desk.desk()
    mora = cast.organization("mora", of=lund.home)
    theirs = cast.agreement(keeper=mora, about=cast.area("water", of=lund.home), parties=[mora])
    reading = read(lund)
    sent = {**all_right(reading), "known": str(theirs.pk) if known == "theirs" else known}

    status, _page = confirm(signed_in(lund), reading, sent)

    assert status == HTTPStatus.UNPROCESSABLE_ENTITY
    assert not theirs.editions.exists()
    assert [party.organization for party in theirs.parties.all()] == [mora]


@pytest.mark.parametrize("years", ["²", "0", "51", "9" * 20, "två"])
def test_years_that_nobody_means_are_asked_again(years: str) -> None:
    lund = desk.desk()
    reading = read(lund)
    clause = {"review-0-answer": "change", "review-0-kind": "every_n_years"}

    sent = {**all_right(reading), **clause, "review-0-value": years}
    status, _page = confirm(signed_in(lund), reading, sent)

    assert status == HTTPStatus.UNPROCESSABLE_ENTITY
    assert not Agreement.objects.exists()
