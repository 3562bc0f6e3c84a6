"""Entries, parties, editions and files are recorded, and taken back with a trace."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from samklang.agreements.models import Agreement, EditionFile
from samklang.documents.api import Text
from samklang.organizations.api import OrganizationKind
from tests import cast
from tests.agreements.pages import coordinator, other, page, send
from tests.inventories.bad_files import TEST_NUMBER

pytestmark = pytest.mark.django_db


def test_a_late_entry_is_shown_beside_what_was_saved_and_can_still_be_saved(siri: Client) -> None:
    agreement = cast.agreement()
    edition = cast.edition(agreement, begun=date(2026, 1, 1))
    send(coordinator(), "add_diary_number", agreement, party=agreement.keeper_id, number="AB 1")
    entry: dict[str, object] = {"edition": edition.pk, "kind": "starts", "when": "2026-05-01"}

    status, html = send(siri, "add_event", agreement, **entry, version=1)

    assert status == 409
    assert "Antecknade diarienummer AB 1 för Lund" in html
    assert 'name="when" value="2026-05-01"' in html
    assert 'name="version" value="2"' in html
    assert not edition.validity_events.exists()
    assert send(siri, "add_event", agreement, **entry, version=2)[0] == 302
    assert edition.validity_events.get().first_date == date(2026, 5, 1)


def test_a_party_records_its_own_adoption_and_not_anothers() -> None:
    lund, nord = cast.organization(), cast.organization("nord", kind=OrganizationKind.REGION)
    agreement = cast.agreement(parties=[lund, nord])
    edition = cast.edition(agreement, begun=date(2026, 1, 1))
    rut = other("rut", of="nord")
    sent = {"edition": edition.pk, "kind": "decision", "adopted_date": "2026-05-18"}
    sent |= {"wording": "unknown"}

    assert send(rut, "adopt", agreement, **sent, party=lund.pk)[0] == 422
    assert send(rut, "adopt", agreement, **sent, party=nord.pk)[0] == 302
    status, html = send(rut, "adopt", agreement, **sent, party=nord.pk)

    assert status == 422
    assert "Det här finns redan i registret." in html
    assert edition.adoptions.get().organization == nord


def test_ones_own_entry_is_undone_from_the_history(siri: Client) -> None:
    agreement = cast.agreement()
    edition = cast.edition(agreement)
    send(siri, "add_event", agreement, edition=edition.pk, kind="starts", when="2026")
    address = reverse(
        "agreements:undo_event", args=[agreement.pk, edition.validity_events.get().pk]
    )
    assert address in page(siri, "history", agreement.pk)
    assert address not in page(coordinator(), "history", agreement.pk)
    assert coordinator().post(address).status_code == 403

    assert siri.post(address).status_code == 302
    assert siri.post(address).status_code == 409
    html = page(siri, "history", agreement.pk)

    assert address not in html
    assert "Ångrad" in html


@pytest.mark.parametrize("name", ["undo_adoption", "undo_diary_number"])
def test_adoptions_and_diary_numbers_are_undone_too(siri: Client, name: str) -> None:
    agreement = cast.agreement()
    edition = cast.edition(agreement)
    party = agreement.keeper_id
    send(
        siri,
        "adopt",
        agreement,
        edition=edition.pk,
        kind="decision",
        party=party,
        adopted_date="2026-05-18",
        wording="same",
    )
    send(siri, "add_diary_number", agreement, party=party, number="AB 1")
    entry = edition.adoptions.get() if name == "undo_adoption" else agreement.diary_numbers.get()

    answer = siri.post(reverse(f"agreements:{name}", args=[agreement.pk, entry.pk]))

    assert answer.status_code == 302
    entry.refresh_from_db()
    assert entry.undone_at is not None


def test_parties_editions_and_stages_are_changed(siri: Client) -> None:
    agreement = cast.agreement()
    mora = cast.organization("mora")

    assert send(siri, "add_party", agreement, organization=mora.pk, required="no")[0] == 302
    assert "Mora kommun" in page(siri, "add_party", agreement.pk)
    assert send(siri, "add_edition", agreement, label="Version 2", stage="Utkast")[0] == 302
    move = reverse("agreements:move_stage", args=[agreement.pk, agreement.editions.get().pk])
    assert siri.post(move, {"version": 3, "stage": "Remiss"}).status_code == 302
    leave = reverse("agreements:remove_party", args=[agreement.pk, mora.pk])
    assert siri.post(leave).status_code == 302
    assert siri.post(leave).status_code == 404

    assert agreement.editions.get().stage == "Remiss"
    assert agreement.parties.get().organization == cast.organization()


def attach(client: Client, agreement: Agreement, content: bytes, **sent: str) -> tuple[int, str]:
    file = SimpleUploadedFile("../mitt avtal.pdf", content)
    edition = agreement.editions.get().pk
    answer = client.post(
        reverse("agreements:add_file", args=[agreement.pk]),
        {"edition": edition, "file": file, "about_nobody": "on", **sent},
    )
    return answer.status_code, answer.content.decode()


def test_a_file_is_kept_with_its_edition(siri: Client) -> None:
    agreement = cast.agreement()
    cast.edition(agreement)

    assert attach(siri, agreement, "Avtal från 2026".encode())[0] == 302

    held = EditionFile.objects.get()
    assert (held.file.name, held.file.format) == ("mitt avtal.pdf", "text")
    assert "mitt avtal.pdf" in page(siri, "detail", agreement.pk)
    # What it says is kept too, so that the text can be divided into sections.
    assert Text.objects.get(file=held.file).text == "Avtal från 2026"


@pytest.mark.parametrize(
    ("content", "sent", "sentence"),
    [
        (b"", {}, "Filen är tom. Välj en annan."),
        (b"\x89PNG\r\n\x1a\n", {}, "Den här sortens fil kan inte sparas här."),
        (b"text", {"about_nobody": ""}, "Titta igenom filen först."),
        (f"Om {TEST_NUMBER}.".encode(), {}, "Det verkar finnas ett personnummer i filen."),
        (b"%PDF-1.7 trasig", {}, "Filen går inte att öppna."),
    ],
)
def test_a_file_that_cannot_be_kept_gets_its_own_sentence(
    siri: Client, content: bytes, sent: dict[str, str], sentence: str
) -> None:
    agreement = cast.agreement()
    cast.edition(agreement)

    status, html = attach(siri, agreement, content, **sent)

    assert status == 422
    assert sentence in html
    assert not EditionFile.objects.exists()


FORMS = (
    "edit", "add_event", "adopt", "add_diary_number", "add_party", "add_edition", "add_file",
)  # fmt: skip


@pytest.mark.parametrize("name", FORMS)
def test_every_form_opens_for_the_keeper_and_is_refused_to_outsiders(
    siri: Client, name: str
) -> None:
    agreement = cast.agreement()
    cast.edition(agreement, begun=date(2026, 1, 1))

    assert "<form" in page(siri, name, agreement.pk)
    mia = other("mia", of="mora", kind=OrganizationKind.MUNICIPALITY)
    assert mia.get(reverse(f"agreements:{name}", args=[agreement.pk])).status_code == 403


IMPOSSIBLE = "9" * 30


@pytest.mark.parametrize(
    "page",
    [
        "",
        "historik/",
        "liv.svg",
        "giltighet/",
        "filer/1/",
        "giltighet/1/angra/",
        "utgavor/1/skede/",
    ],
)
def test_an_impossible_number_is_only_not_found(siri: Client, page: str) -> None:
    number = cast.agreement().pk
    posted = siri.post if "angra" in page else siri.get

    assert posted(f"/avtal/{IMPOSSIBLE}/{page}").status_code == 404
    page = page.replace("/1/", f"/{IMPOSSIBLE}/")
    if IMPOSSIBLE in page:
        assert posted(f"/avtal/{number}/{page}").status_code == 404
