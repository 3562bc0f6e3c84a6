"""Facts are changed and agreements made by hand, and no text of two savers is lost."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from samklang.agreements.models import Agreement, Level
from tests import cast
from tests.agreements.pages import coordinator, page, send

pytestmark = pytest.mark.django_db


def test_a_writer_changes_the_facts(siri: Client) -> None:
    agreement = cast.agreement("Gammal")

    status, _html = send(
        siri, "edit", agreement, title="Ny", keeper=agreement.keeper_id, revision_responsible="X"
    )

    agreement.refresh_from_db()
    assert (status, agreement.title, agreement.revision_responsible) == (302, "Ny", "X")
    assert "Ändrade uppgifterna" in page(siri, "history", agreement.pk)
    assert "Titel: var ”Gammal”" in page(siri, "history", agreement.pk)


def test_an_error_keeps_what_was_written_and_says_so_first(siri: Client) -> None:
    agreement = cast.agreement()

    status, html = send(
        siri, "edit", agreement, title="", keeper=agreement.keeper_id, revision_responsible="Kvar"
    )

    assert status == 422
    assert "<title>Fel:" in html
    assert html.count("Fyll i ”Titel”.") == 2
    assert 'href="#id_title"' in html
    assert 'value="Kvar"' in html


def test_two_savers_get_both_texts_and_nothing_chosen(siri: Client) -> None:
    agreement = cast.agreement("Titel")
    cast.in_force(agreement)
    ask = coordinator()
    keeper = agreement.keeper_id
    send(ask, "edit", agreement, title="Asks titel", keeper=keeper, revision_responsible="")

    status, html = send(
        siri,
        "edit",
        agreement,
        title="Siris titel",
        keeper=keeper,
        revision_responsible="",
        version=1,
    )

    assert status == 409
    assert "Ask sparade medan du skrev" in html
    assert "Asks titel" in html
    assert "Siris titel" in html
    assert "checked" not in html
    agreement.refresh_from_db()
    assert agreement.title == "Asks titel"


@pytest.mark.parametrize(("whose", "title"), [("mine", "Siris titel"), ("theirs", "Titel")])
def test_the_chosen_text_stands(siri: Client, whose: str, title: str) -> None:
    agreement = cast.agreement("Titel")

    status, _html = send(
        siri, "choose", agreement, mine_title="Siris titel", whose_title=whose, seen=0
    )

    agreement.refresh_from_db()
    assert (status, agreement.title) == (302, title)


def test_not_choosing_is_asked_again_with_both_texts_kept(siri: Client) -> None:
    agreement = cast.agreement("Titel")

    status, html = send(siri, "choose", agreement, mine_title="Siris titel", seen=0)

    assert status == 422
    assert "Välj vems text som ska stå som ”Titel”." in html
    assert 'value="Siris titel"' in html


def test_choosing_after_a_third_saver_shows_both_sides_again(siri: Client) -> None:
    agreement = cast.agreement("Titel")
    send(siri, "edit", agreement, title="Tredje", keeper=agreement.keeper_id)

    status, html = send(
        siri, "choose", agreement, mine_title="Siris titel", whose_title="mine", version=1, seen=1
    )

    assert status == 409
    assert "Tredje" in html
    assert 'value="Siris titel"' in html


def test_a_chosen_text_that_cannot_stand_is_explained(siri: Client) -> None:
    agreement = cast.agreement("Titel")

    status, _html = send(siri, "choose", agreement, mine_title="", whose_title="mine", seen=0)

    assert status == 422


def test_an_agreement_is_registered_by_hand(siri: Client) -> None:
    lund, area = cast.organization(), cast.area()
    sent = {"level": "local", "area": area.pk, "title": "Ny", "keeper": lund.pk, "parties": lund.pk}

    answer = siri.post(reverse("agreements:create"), sent)

    made = Agreement.objects.get()
    assert answer["Location"] == made.get_absolute_url()
    assert made.partnership == lund.partnership


@pytest.mark.parametrize("wrong", ["no party", "others' keeper", "regional with parent"])
def test_an_agreement_by_hand_is_explained_when_it_does_not_fit(siri: Client, wrong: str) -> None:
    lund, area = cast.organization(), cast.area()
    regional = cast.agreement("R", level=Level.REGIONAL)
    sent: dict[str, object] = {
        "level": "local",
        "area": area.pk,
        "title": "Ny",
        "keeper": lund.pk,
        "parties": lund.pk,
    }
    changes: dict[str, dict[str, object]] = {
        "no party": {"parties": ""},
        "others' keeper": {"keeper": cast.organization("mora").pk},
        "regional with parent": {"level": "regional", "parent": regional.pk},
    }

    answer = siri.post(reverse("agreements:create"), sent | changes[wrong])

    assert answer.status_code == 422
    assert Agreement.objects.count() == 1


@pytest.mark.parametrize(
    "sent",
    [
        {"version": "x", "seen": "²"},
        {"version": "", "mine_title": "a", "mine_parent": "x", "mine_keeper": "-1"},
        {"version": "9" * 30, "mine_title": "a\x00", "whose_title": "both", "seen": "9" * 30},
    ],
)
def test_a_choice_that_nobody_was_offered_changes_nothing(
    siri: Client, sent: dict[str, str]
) -> None:
    agreement = cast.agreement("Titel")

    answer = siri.post(reverse("agreements:choose", args=[agreement.pk]), sent)

    assert answer.status_code in (409, 422)
    agreement.refresh_from_db()
    assert agreement.version == 1
