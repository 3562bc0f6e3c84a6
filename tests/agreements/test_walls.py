"""What is written and not yet adopted stays with those who write it, on every page there is.

Seen red, by `make mutants`: `Wall` without each of its conditions.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from samklang.agreements.models import Agreement, EditionFile, EventKind, ValidityEvent
from samklang.agreements.walls import Wall
from samklang.documents.api import keep
from samklang.organizations.api import OrganizationKind, Role
from samklang.organizations.models import Membership
from tests import cast

pytestmark = pytest.mark.django_db

# What the draft proposes, as pages and files may write it (47559 is 2030-03-17 in a workbook).
PROPOSED = ("2030-03-17", "17 mars 2030", "47559", "2026-02-03", "2029-08-09", "hemlig")
DAYS = ("2026-11-24", "2030-05-01")


def signed_in(name: str, *, of: str = "lund", role: str = Role.EDITOR) -> Client:
    kinds = {"nord": OrganizationKind.REGION, "stod": OrganizationKind.SUPPORT}
    home = cast.organization(of, kind=kinds.get(of, OrganizationKind.MUNICIPALITY))
    client = Client()
    client.force_login(cast.person(name, role, of=home))
    return client


def drafted() -> Agreement:
    """Lund writes on an agreement with the region; nobody has adopted it."""
    region = cast.organization("nord", kind=OrganizationKind.REGION)
    agreement = cast.agreement(parties=[cast.organization(), region])
    draft = cast.edition(agreement, begun=date(2026, 1, 1), stage="skrivs")
    cast.event(draft, EventKind.STARTS, "2026-02-03", quote="hemlig start")
    cast.event(draft, EventKind.ENDS, "2030-03-17", quote="hemligt slut")
    cast.event(draft, EventKind.REVISE_BY, "2029-08-09", quote="hemlig revidering")
    return agreement


def addresses(agreement: Agreement) -> list[str]:
    area, lund = agreement.area.code, agreement.keeper.code
    own = [reverse(f"agreements:{name}", args=[agreement.pk]) for name in ("detail", "history")]
    report = f"?area={area}&on={DAYS[0]}"
    seen = [
        *own,
        reverse("agreements:register"),
        reverse("portal:county"),
        reverse("portal:sheet"),
        reverse("portal:matrix_picture", args=["svg"]),
        reverse("portal:area", args=[area]),
        reverse("portal:area_picture", args=[area, "svg"]),
        reverse("portal:cell", args=[lund, area]),
    ]
    return [
        *(f"{url}?on={day}" for url in seen for day in DAYS),
        reverse("reporting:draft") + report,
        reverse("reporting:draft_file", args=["xlsx"]) + report,
    ]


def shown(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200, url
    content = bytes(answer.getvalue())
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            content = b" ".join(book.read(name) for name in book.namelist())
    return content.decode()


@pytest.mark.parametrize(
    ("name", "of", "role"), [("rut", "nord", Role.EDITOR), ("ask", "stod", Role.COORDINATOR)]
)
def test_what_a_draft_proposes_shows_on_no_page_of_another_partys(
    name: str, of: str, role: str
) -> None:
    agreement = drafted()
    client = signed_in(name, of=of, role=role)

    told = {url: shown(client, url) for url in addresses(agreement)}

    assert [(url, word) for url, html in told.items() for word in PROPOSED if word in html] == []


def test_a_text_that_only_some_have_adopted_is_still_a_draft_to_the_others() -> None:
    agreement = drafted()
    cast.adopted(agreement.editions.get(), date(2026, 2, 1), by=agreement.keeper)
    client = signed_in("rut", of="nord")

    told = {url: shown(client, url) for url in addresses(agreement)}

    assert [(url, word) for url, html in told.items() for word in PROPOSED if word in html] == []


def test_those_who_write_the_draft_see_what_it_proposes() -> None:
    agreement = drafted()

    assert "hemlig start" in shown(signed_in("siri"), agreement.get_absolute_url())


def test_a_clash_does_not_tell_another_party_what_the_draft_says() -> None:
    agreement = drafted()
    region, draft = cast.organization("nord"), agreement.editions.get()
    added = {"version": 1, "edition": draft.pk, "kind": "ends", "when": "2031-12-24"}
    signed_in("siri").post(reverse("agreements:add_event", args=[agreement.pk]), added)

    late = {"version": 1, "party": region.pk, "number": "RN 1"}
    address = reverse("agreements:add_diary_number", args=[agreement.pk])
    answer = signed_in("rut", of="nord").post(address, late)

    assert answer.status_code == 409
    assert "2031-12-24" not in answer.content.decode()


def test_an_undone_entry_of_a_draft_is_not_told_to_another_party() -> None:
    agreement = drafted()
    siri, draft = signed_in("siri"), agreement.editions.get()
    added = {"version": 1, "edition": draft.pk, "kind": "ends", "when": "2031-12-24"}
    siri.post(reverse("agreements:add_event", args=[agreement.pk]), added)
    entry = ValidityEvent.objects.get(first_date="2031-12-24")
    siri.post(reverse("agreements:undo_event", args=[agreement.pk, entry.pk]))
    history = reverse("agreements:history", args=[agreement.pk])

    assert "2031-12-24" in shown(siri, history)
    assert "2031-12-24" not in shown(signed_in("rut", of="nord"), history)


def test_a_draft_stays_behind_the_wall_when_an_older_text_moves_the_numbers() -> None:
    """Seen red: with the wall by number, the draft’s end stood in the region’s history."""
    agreement = drafted()
    siri, draft = signed_in("siri"), agreement.editions.get()
    adopted = cast.in_force(cast.agreement("Tillfällig"))
    adopted.agreement, adopted.number = agreement, 2
    adopted.save()
    added = {"version": 1, "edition": draft.pk, "kind": "ends", "when": "2031-12-24"}
    siri.post(reverse("agreements:add_event", args=[agreement.pk]), added)
    draft.number, adopted.number = 3, 1
    draft.save()
    adopted.save()

    history = reverse("agreements:history", args=[agreement.pk])

    assert "2031-12-24" in shown(siri, history)
    told = shown(signed_in("rut", of="nord"), history)
    assert "2031-12-24" not in told
    assert "Något om utkastet till utgåva 3" in told


def test_a_file_of_two_editions_is_read_by_whoever_may_read_one_of_them() -> None:
    agreement = drafted()
    draft = agreement.editions.get()
    adopted = cast.edition(agreement, number=2)
    cast.vouched(adopted, "2024-01-01")
    file = keep("text.txt", b"Avtal", format="txt", by=None, organization=agreement.keeper)
    for edition in (draft, adopted):
        EditionFile.objects.create(edition=edition, file=file)
    address = reverse("agreements:download", args=[agreement.pk, file.pk])
    rut = signed_in("rut", of="nord")

    assert signed_in("siri").get(address).status_code == 200
    assert rut.get(address).status_code == 200
    adopted.delete()
    assert rut.get(address).status_code == 404


def test_somebody_who_no_longer_writes_undoes_nothing() -> None:
    agreement = drafted()
    siri, draft = signed_in("siri"), agreement.editions.get()
    added = {"version": 1, "edition": draft.pk, "kind": "ends", "when": "2031-12-24"}
    siri.post(reverse("agreements:add_event", args=[agreement.pk]), added)
    entry = ValidityEvent.objects.get(first_date="2031-12-24")

    Membership.objects.update(role=Role.READER)
    answer = siri.post(reverse("agreements:undo_event", args=[agreement.pk, entry.pk]))

    assert answer.status_code == 403
    assert ValidityEvent.objects.standing().filter(pk=entry.pk).exists()


def test_what_is_recorded_of_a_text_is_hidden_until_the_text_is_open() -> None:
    early, late = timezone.now(), timezone.now() + timedelta(days=1)
    outside = Wall(is_inside=False, knows_title=True, open_until={1: early}, numbers={})
    told = [(1, early), (1, late), (8, early), (None, early)]

    assert [outside.hides(*one) for one in told] == [False, True, True, True]
    inside = replace(outside, is_inside=True)
    assert not any(inside.hides(*one) for one in told)
    beside = replace(outside, written=frozenset({1}))
    assert [one.writes(1) for one in (outside, beside, inside)] == [False, True, True]
