"""The pages: who sees them, what they say, and what they cost."""

from __future__ import annotations

from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape
from pytest_django import DjangoAssertNumQueries

from samklang.inventories import actions
from samklang.inventories.lifecycle import State
from samklang.inventories.models import Batch, Reading
from samklang.organizations.models import Role
from tests import cast
from tests.inventories import bad_files, desk

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


MINUTES = (
    "Minnesanteckningar",
    "Socialchefsgruppen 2025-03-14",
    "Närvarande: Eva Ek, Bo Björk",
    "§ 1 Mötet öppnas",
    "Orföranden öppnar mötet.",
    "§ 2 Läget",
    "Gruppen beslutar att lägga informationen till handlingarna.",
)


def signed_in(user: object) -> Client:
    client = Client()
    client.force_login(user)  # type: ignore[arg-type]
    return client


def test_dropped_files_become_a_batch_that_is_queued() -> None:
    lund = desk.desk()
    client = signed_in(lund.ester)

    answer = client.post(
        reverse("inventories:receive"), {"documents": [desk.text_file(), desk.upload("t.txt", b"")]}
    )

    batch = Batch.objects.get()
    assert answer.status_code == HTTPStatus.FOUND
    assert answer["Location"] == batch.get_absolute_url()
    assert batch.readings.count() == 2


def test_handing_in_nothing_is_said_to_be_nothing() -> None:
    lund = desk.desk()

    answer = signed_in(lund.ester).post(reverse("inventories:receive"), {})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert 'href="#id_documents"' in answer.content.decode()


def test_the_batch_page_counts_truly_and_is_renewed_only_while_it_works() -> None:
    lund = desk.desk()
    batch = lund.hand_in(
        desk.text_file("a.txt", ("Ett",)), desk.text_file("b.txt", ("Två",)), desk.upload("c", b"")
    )
    client = signed_in(lund.ester)

    working = client.get(batch.get_absolute_url(), headers={"HX-Request": "true"})
    Reading.objects.filter(state=State.WAITING).update(state=State.REJECTED)
    done = client.get(batch.get_absolute_url(), headers={"HX-Request": "true"})

    assert working.context["progress"].read_count == 1
    assert working.context["progress"].total == 3
    assert "hx-trigger" in working.content.decode()
    assert "<html" not in working.content.decode()
    assert "hx-trigger" not in done.content.decode()


def test_a_letter_is_something_else_in_the_list_too() -> None:
    lund = desk.desk()
    letter = desk.text_file(
        "brev.txt",
        (
            "Till",
            "Kommunerna i Dalarnas län",
            "Erbjudande om att teckna avtal om uppsökande tandvård",
            "Ett avtal ska tecknas mellan Region Dalarna och var och en av länets kommuner.",
            "Två exemplar bifogas. Avtalet gäller från den 1 januari 2032 och tills vidare.",
        ),
    )
    (reading,) = lund.read_in_turn(letter)

    page = signed_in(lund.ester).get(reading.batch.get_absolute_url()).content.decode()

    assert "Läst, ingen överenskommelse: Något annat" in page
    own = signed_in(lund.ester).get(reading.get_absolute_url()).content.decode()
    assert "Vi läser den som: Något annat." in own


def test_an_area_that_the_register_has_not_is_told_of() -> None:
    lund = desk.desk()
    body = ("Parter är Mora kommun och Region Dalarna.", "Överenskommelsen gäller från 2026-03-01.")
    file = desk.text_file("trygghet.txt", ("Lokal överenskommelse om trygghet i Mora", *body))
    (reading,) = lund.read_in_turn(file)

    page = signed_in(lund.ester).get(reading.get_absolute_url()).content.decode()

    assert "Den verkar handla om ett område som inte finns i registret." in page


def test_a_contradiction_asks_for_help_only_where_somebody_is_to_settle_it() -> None:
    lund = desk.desk()
    assignment = desk.text_file(
        "uppdrag.txt",
        (
            "UPPDRAG FÖR STYRGRUPP NÄRVÅRD",
            "Giltig t.o.m. 2032-12-31",
            "Uppdragsgivare",
            "Ledningsgruppen.",
            "Uppdraget gäller från och med 1 februari 2031 till och med utgången av 2033.",
        ),
    )
    (reading,) = lund.read_in_turn(assignment)

    page = signed_in(lund.ester).get(reading.batch.get_absolute_url()).content.decode()

    assert len((reading.result or {})["contradictions"]) == 1
    assert "Läst, ingen överenskommelse" in page
    assert "Behöver din hjälp" not in page


def test_the_confirm_page_marks_each_quote_and_links_both_ways() -> None:
    lund = desk.desk()
    (reading,) = lund.read_in_turn(desk.word_file())

    page = signed_in(lund.ester).get(reading.get_absolute_url()).content.decode()

    for number in range(1, 6):
        assert f'href="#q{number}"' in page
        assert f'id="q{number}"' in page
    assert 'href="#f-valid_from"' in page
    assert 'id="f-valid_from"' in page
    assert "<mark>" in page


def test_what_is_no_agreement_is_called_what_it_is_and_put_away() -> None:
    lund = desk.desk()
    (reading,) = lund.read_in_turn(desk.text_file(lines=MINUTES))
    client = signed_in(lund.ester)

    page = client.get(reading.get_absolute_url()).content.decode()
    answer = client.post(
        reverse("inventories:reject", args=[reading.pk]), {"rejected_as": "minutes"}
    )

    assert 'name="rejected_as" value="minutes"' in page
    assert answer.status_code == HTTPStatus.FOUND
    reading.refresh_from_db()
    assert (reading.state, reading.rejected_as) == (State.REJECTED, "minutes")


def test_putting_away_asks_what_it_is() -> None:
    lund = desk.desk()
    (reading,) = lund.read_in_turn(desk.text_file())
    client = signed_in(lund.ester)

    form = client.get(reverse("inventories:put_away", args=[reading.pk]))
    answer = client.post(reverse("inventories:reject", args=[reading.pk]), {"note": "vet inte"})

    assert form.status_code == HTTPStatus.OK
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "vet inte" in answer.content.decode()


def test_a_file_that_was_put_away_can_be_read_again() -> None:
    lund = desk.desk()
    (reading,) = lund.read_in_turn(desk.text_file())
    actions.reject(reading, rejected_as="other", note="", by=lund.acting)

    answer = signed_in(lund.ester).post(reverse("inventories:read_again", args=[reading.pk]))

    assert answer.status_code == HTTPStatus.FOUND
    reading.refresh_from_db()
    assert (reading.state, reading.rejected_as) == (State.WAITING, "")


def test_a_quarantined_file_shows_nothing_of_its_text_until_it_is_released() -> None:
    lund = desk.desk()
    line = f"Kontakt: {bad_files.TEST_NUMBER} enligt personnummer."
    (reading,) = lund.read_in_turn(desk.text_file(lines=(*desk.LINES, line)))
    client = signed_in(lund.ester)

    before = client.get(reading.get_absolute_url()).content.decode()
    client.post(reverse("inventories:release", args=[reading.pk]))
    after = client.get(reading.get_absolute_url()).content.decode()

    assert desk.LINES[5] not in before
    assert desk.LINES[5] in after
    assert "••••••-••••" in after
    assert bad_files.TEST_NUMBER not in before + after


def test_a_file_with_a_fault_says_why_and_that_it_is_kept() -> None:
    lund = desk.desk()
    (reading,) = lund.read_in_turn(desk.upload("gammal.doc", bad_files.old_word()))

    page = signed_in(lund.ester).get(reading.get_absolute_url())

    assert escape(page.context["fault"]) in page.content.decode()
    assert page.context["may_read_again"]


def test_the_page_of_a_duplicate_leads_to_the_first_reading() -> None:
    lund = desk.desk()
    first, again = lund.read_in_turn(desk.text_file("a.txt"), desk.text_file("b.txt"))

    page = signed_in(lund.ester).get(again.get_absolute_url()).content.decode()

    assert first.get_absolute_url() in page


def test_a_reader_sees_the_file_but_decides_nothing() -> None:
    lund = desk.desk()
    (reading,) = lund.read_in_turn(desk.text_file())
    vera = cast.person("vera", Role.READER, of=lund.lund)
    client = signed_in(vera)

    assert client.get(reading.get_absolute_url()).status_code == HTTPStatus.OK
    for verb in ("confirm", "reject", "release", "read_again"):
        answer = client.post(reverse(f"inventories:{verb}", args=[reading.pk]))
        assert answer.status_code == HTTPStatus.FORBIDDEN


def test_other_parties_do_not_know_of_the_file() -> None:
    lund = desk.desk()
    (reading,) = lund.read_in_turn(desk.text_file())
    other = signed_in(cast.person("rut", Role.EDITOR, of=lund.region))

    for url in (reading.get_absolute_url(), reading.batch.get_absolute_url()):
        assert other.get(url).status_code == HTTPStatus.NOT_FOUND
    assert reading.name not in other.get(reverse("inventories:batches")).content.decode()


def hand_in_many(lund: desk.Desk, count: int) -> Batch:
    for number in range(count):
        lund.hand_in(desk.text_file("x.txt", (f"Dokument {number}",)))
    sent = [desk.text_file(f"{n}.txt", (f"Sida {n}",)) for n in range(count)]
    return lund.hand_in(*sent)


@pytest.mark.parametrize("count", [1, 30])
def test_lists_cost_the_same_however_long(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    lund = desk.desk()
    batch = hand_in_many(lund, count)
    client = signed_in(lund.ester)

    # Session, user, seats, the choices of the form; then how many there are, and the rows.
    with django_assert_num_queries(5):
        client.get(reverse("inventories:batches"))
    with django_assert_num_queries(5):
        client.get(batch.get_absolute_url())


@pytest.mark.parametrize("count", [1, 30])
def test_the_confirm_page_costs_the_same_however_large_the_county(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    lund = desk.desk()
    for number in range(count):
        cast.organization(f"ort-{number}", of=lund.home)
        cast.area(f"omrade-{number}", of=lund.home)
    (reading,) = lund.read_in_turn(desk.text_file())
    client = signed_in(lund.ester)

    with django_assert_num_queries(10):
        client.get(reading.get_absolute_url())
