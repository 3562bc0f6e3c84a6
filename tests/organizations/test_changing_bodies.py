"""What is recorded of a body: by whom, from which day, and never over what was so before.

Seen red: with the earlier line left open when a body moves, with no vacant place after whoever
leaves, with the name in the record, with every organization offered to an editor, with a last day
before the first let through, with a body let answer to one that answers to it, with nothing asked
of what was seen, and with what was seen taken anew when a form comes back.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from django.http import HttpResponseBase
from django.test import Client
from django.urls import reverse

from samklang.audit.models import Entry
from samklang.organizations import actions
from samklang.organizations.models import Body, Charter, Organization, OrganizationKind, Post, Role
from samklang.organizations.queries import body_on
from tests import cast
from tests.inventories.bad_files import TEST_NUMBER

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

SPRING, SUMMER, EVE = date(2026, 3, 1), date(2026, 6, 1), date(2026, 5, 31)
STARTED = {
    "name": "Skogsrådet",
    "owner": "kind-support",
    "level": "council",
    "from_date": "2026-03-01",
    "decision": "Landsrådet § 4",
}
PLACE = {"kind": "chair", "person": "Bo Ek", "title": "chef", "from_date": "1 mars 2026"}
MANDATE = {"title": "Rätt", "powers": ["other"], "from_date": "2026-03-01"}


def support() -> Organization:
    return cast.organization("support", kind=OrganizationKind.SUPPORT)


def client(name: str = "cora", role: str = Role.COORDINATOR) -> Client:
    made = Client()
    home = support() if role == Role.COORDINATOR else cast.organization()
    made.force_login(cast.person(name, role, of=home))
    return made


def send(page: str, pk: int | None, said: dict[str, Any], by: Client | None = None) -> Any:
    """Open the page, and send it as it was seen."""
    address, browser = reverse(f"bodies:{page}", args=[] if pk is None else [pk]), by or client()
    return browser.post(address, {"seen": seen_on(browser.get(address)), **said})


def seen_on(page: HttpResponseBase) -> str:
    found = re.search(r'name="seen" value="(\d*)"', told(page))
    return found[1] if found else ""


def told(answer: HttpResponseBase) -> str:
    return bytes(answer.content).decode()  # type: ignore[attr-defined]  # never streamed


def test_a_coordinator_starts_a_body_and_tells_all_about_it() -> None:
    council = cast.body("Rådet")

    assert send("start", None, {**STARTED, "parent": council.pk}).status_code == 302
    body = Body.objects.get(name="Skogsrådet")
    giver = f"body-{council.pk}"
    send("give_mandate", body.pk, {**MANDATE, "powers": ["extend_agreements"], "giver": giver})
    send("give_assignment", body.pk, {"title": "Plan", "from_date": "2026-03-01"})
    send("add_post", body.pk, {**PLACE, "organization": cast.organization().pk, "share": "20"})

    one = body_on(body, on=SUMMER)
    page = told(client().get(body.get_absolute_url()))
    assert (one.parent, one.body.from_decision) == (council, "Landsrådet § 4")
    assert [str(power) for power in one.mandates[0].powers.all()] == ["förlänga överenskommelser"]
    assert one.mandates[0].given_by == council
    assert [one.title for one in one.assignments] == ["Plan"]
    assert (one.seated[0].person, one.seated[0].from_date) == ("Bo Ek", SPRING)
    for said in (
        "startade gruppen: Landsrådet § 4",
        "antecknade mandatet ”Rätt”",
        "antecknade uppdraget ”Plan”",
        "lade till en plats: Bo Ek, chef",
        "Givet av Rådet; från 2026-03-01, tills vidare.",
    ):
        assert said in page
    entries = Entry.objects.filter(target_kind="organizations.body")
    assert all("Bo Ek" not in str(entry.details) for entry in entries)


def test_what_was_so_before_a_change_is_so_still() -> None:
    body, first, second = cast.body("Gruppen"), cast.body("Första"), cast.body("Andra")
    send("move", body.pk, {"parent": first.pk, "from_date": "2026-01-01"})
    send("move", body.pk, {"parent": second.pk, "from_date": "2026-06-01"})
    mandate, post = cast.charter(body), cast.post(body, "Bo Ek", title="chef", share=20)
    send("end_charter", mandate.pk, {"until_date": "2026-05-31", "end_note": "Nytt råd."})
    send("end_post", post.pk, {"until_date": "2026-05-31", "stays_vacant": "on"})
    vacant = Post.objects.get(person="")
    send("fill_post", vacant.pk, {**PLACE, "person": "Pia Alm", "from_date": "2026-09-01"})
    send("end", body.pk, {"until_date": "2026-12-31", "until_decision": "§ 9"})
    body.refresh_from_db()

    found = [body_on(body, on=day) for day in (SPRING, SUMMER, date(2026, 10, 1))]

    assert [one.parent for one in found] == [first, second, second]
    assert [len(one.mandates) for one in found] == [1, 0, 0]
    assert [[p.person for p in one.seated] for one in found] == [["Bo Ek"], [""], ["Pia Alm"]]
    assert (vacant.title, vacant.share, vacant.from_date) == ("chef", 20, SUMMER)
    assert body.holds(date(2026, 12, 31))
    assert not body.holds(date(2027, 1, 1))
    page = told(client().get(body.get_absolute_url()))
    for said in (
        "lät gruppen svara inför Andra från 2026-06-01",
        "avslutade mandatet ”Rätt att besluta”, sista dag 2026-05-31",
        "avslutade en plats: Bo Ek, chef, sista dag 2026-05-31",
        "avslutade gruppen, sista dag 2026-12-31: § 9",
    ):
        assert said in page


def test_who_came_too_late_is_told_that_somebody_was_first() -> None:
    body, other = cast.body("Gruppen"), cast.body("Andra")
    send("move", body.pk, {"parent": other.pk, "from_date": "2026-06-01"})
    post = cast.post(body, "")
    filled = {**PLACE, "from_date": "2026-03-01"}

    earlier = send("move", body.pk, {"parent": "", "from_date": "2026-05-01"})
    around = send("move", other.pk, {"parent": body.pk, "from_date": "2027-01-01"})
    answers = [send("fill_post", post.pk, filled).status_code for _time in "12"]

    assert "Välj en senare dag" in told(earlier)
    assert (earlier.status_code, around.status_code) == (422, 422)
    assert answers == [302, 409]
    assert [one.person for one in Post.objects.all()] == ["", "Bo Ek"]
    by = cast.acting_for(cast.person("cora", Role.COORDINATOR, of=support()))
    with pytest.raises(actions.Moved):
        actions.move_body(other, parent_id=body.pk, from_date=date(2027, 1, 1), by=by)
    with pytest.raises(actions.Moved):
        actions.move_body(body, parent_id=None, from_date=SUMMER, by=by)
    actions.end_body(body, until_date=SUMMER, until_decision="§ 9", by=by)
    with pytest.raises(actions.Ended):
        actions.end_body(body, until_date=SUMMER, until_decision="§ 9", by=by)


@pytest.mark.parametrize(
    ("page", "said", "sentence"),
    [
        ("start", {"name": "gruppen"}, "Det finns redan en grupp med det namnet."),
        ("start", {"decision": ""}, "Genom vilket beslut?"),
        ("start", {"from_date": "mars"}, "Skriv"),
        ("give_mandate", {"powers": []}, "Gruppen får besluta att"),
        ("give_mandate", {"until_date": "2026-02-01"}, "Den sista dagen är före den första."),
        ("add_post", {"share": "101"}, "Skriv ett heltal mellan 1 och 100."),
        ("add_post", {"person": f"Bo {TEST_NUMBER}"}, "Ta bort personnumret."),
        ("end", {"until_date": "2026-02-01"}, "Den sista dagen är före den första."),
    ],
)
def test_what_cannot_be_is_answered_with_what_to_do(
    page: str, said: dict[str, Any], sentence: str
) -> None:
    body = cast.body("Gruppen")
    Body.objects.update(from_date=SPRING)
    right: dict[str, dict[str, Any]] = {
        "start": STARTED,
        "give_mandate": MANDATE,
        "add_post": PLACE,
        "end": {"until_decision": "§ 4"},
    }

    answer = send(page, None if page == "start" else body.pk, {**right[page], **said})

    assert answer.status_code == 422
    assert sentence in told(answer)
    assert (Body.objects.count(), Charter.objects.count(), Post.objects.count()) == (1, 0, 0)


def test_an_organizations_own_people_keep_its_bodies_and_no_others() -> None:
    editor = client("siri", Role.EDITOR)
    own, countys = cast.body("Vår grupp", of=cast.organization()), cast.body("Länets grupp")
    place = {**PLACE, "organization": ""}

    assert send("add_post", own.pk, place, editor).status_code == 302
    refused = send("add_post", countys.pk, place, editor)

    assert refused.status_code == 403
    assert "Gruppen är hela länets." in told(refused)
    # Whose a new body is, is asked among their own.
    assert send("start", None, STARTED, editor).status_code == 422
    mine = f"organization-{cast.organization().pk}"
    assert send("start", None, {**STARTED, "owner": mine}, editor).status_code == 302
    assert Body.objects.get(name="Skogsrådet").kind == OrganizationKind.MUNICIPALITY


def test_what_is_corrected_or_described_anew_says_so() -> None:
    body = cast.body("Gruppen")
    post = cast.post(body, "Bo Ekk", from_date=SPRING)

    send("change_post", post.pk, {**PLACE, "title": "enhetschef"})
    send("describe", body.pk, {**STARTED, "short_name": "Rådet", "purpose": "Lyssnar."})

    body.refresh_from_db()
    page = told(client().get(body.get_absolute_url()))
    assert (body.name, body.short_name, body.own_words) == ("Skogsrådet", "Rådet", True)
    assert Post.objects.get().person == "Bo Ek"
    assert "rättade en plats: Bo Ek, enhetschef" in page
    assert "ändrade vad gruppen heter eller är till för" in page
    count = Entry.objects.count()
    send("change_post", post.pk, {**PLACE, "title": "enhetschef"})
    assert Entry.objects.count() == count


def test_whoever_comes_late_loses_nothing_and_overwrites_nothing() -> None:
    body = cast.body("Mossgruppen")
    address, cora = reverse("bodies:describe", args=[body.pk]), client()
    said = {"name": "Skogsgruppen", "owner": "kind-support", "level": "council"}
    opened = {**said, "seen": seen_on(cora.get(address))}
    send("describe", body.pk, {**said, "name": "Sjögruppen"})

    late = cora.post(address, opened)
    wrong = cora.post(address, {**opened, "name": ""})
    body.refresh_from_db()

    assert (late.status_code, body.name) == (409, "Sjögruppen")
    assert 'value="Skogsgruppen"' in told(late)
    assert "Någon sparade medan du skrev" in told(late)
    assert (wrong.status_code, seen_on(wrong)) == (422, opened["seen"])
    assert cora.post(address, {**said, "seen": seen_on(late)}).status_code == 302
    body.refresh_from_db()
    assert body.name == "Skogsgruppen"
