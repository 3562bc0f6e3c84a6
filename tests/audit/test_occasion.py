"""Each entry says for whom, in which role and on what occasion; and so do answers and refusals.

Seen red: with the middleware left out there is no header; with `standing` not set the role is
empty; with RefusalMiddleware left out nothing is written; with the typed name kept it is found.
"""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from samklang.agreements.models import Agreement
from samklang.audit import receivers
from samklang.audit.actions import record_refusal
from samklang.audit.api import Entry, record
from samklang.audit.fingerprint import fingerprint
from samklang.common.allowance import Allowance
from samklang.common.occasion import occasion, taking_place
from samklang.organizations.models import Membership, Role
from tests import cast

pytestmark = pytest.mark.django_db


def signed_in(name: str, role: str | None = Role.EDITOR) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(cast.person(name, role))
    return client


def test_an_answer_carries_the_reference_that_its_entries_have() -> None:
    client, agreement = signed_in("siri"), cast.agreement()
    address = reverse("agreements:edit", args=[agreement.pk])
    sent = {"title": "Nytt", "keeper": agreement.keeper_id, "version": agreement.version}

    answer = client.post(address, sent)

    entry = Entry.objects.get(verb="agreement.edited")
    assert answer.headers["X-Request-ID"] == entry.reference
    assert (entry.via, entry.role, entry.organization_id) == ("web", "editor", agreement.keeper_id)
    assert entry.after == fingerprint(Agreement.objects.get())


def test_two_requests_have_two_references() -> None:
    first, second = (Client().get("/om/").headers["X-Request-ID"] for _time in range(2))

    assert first != second


def test_what_a_visitor_sends_as_reference_is_not_believed() -> None:
    answer = Client().get("/om/", headers={"X-Request-ID": "forged"})

    assert answer.headers["X-Request-ID"] != "forged"


def test_what_happens_on_one_occasion_belongs_together() -> None:
    with taking_place("command seat") as begun:
        for _time in range(2):
            record("agreement.edited", cast.agreement(), by=None)
    record("agreement.edited", cast.agreement(), by=None)

    told = list(Entry.objects.order_by("number").values_list("via", "reference"))
    assert told[:2] == [("command seat", begun.reference)] * 2
    assert told[2][0] == ""
    assert occasion().reference != occasion().reference


def test_the_role_is_the_one_held_there_else_where_one_mainly_sits() -> None:
    siri, elsewhere = cast.person("siri"), cast.organization("rättvik")
    Membership.objects.create(
        user=siri, organization=elsewhere, role=Role.READER, from_date=cast.LONG_AGO
    )
    acting = cast.acting_for(siri)
    home = cast.organization()

    assert acting.standing(elsewhere.pk) == (elsewhere.pk, "reader")
    assert acting.standing(None) == (home.pk, "editor")
    assert acting.standing(4711) == (4711, "editor")


def test_the_same_row_has_the_same_fingerprint_and_a_changed_one_another() -> None:
    agreement = cast.agreement()
    record("agreement.edited", agreement, by=None)
    agreement.refresh_from_db()
    record("agreement.edited", agreement, by=None)
    agreement.title = "Ett annat namn"
    record("agreement.edited", agreement, by=None)

    third, second, first = Entry.objects.values_list("after", flat=True)
    assert first == second != third


def test_a_refused_page_is_written_down_with_the_reason_and_not_with_what_was_sent() -> None:
    client, agreement = signed_in("rut", Role.READER), cast.agreement()

    answer = client.post(reverse("agreements:edit", args=[agreement.pk]), {"title": "Hemligt"})

    entry = Entry.objects.get()
    assert (answer.status_code, entry.verb) == (403, "access.denied")
    assert (entry.target_kind, entry.target_id) == ("agreements:edit", agreement.pk)
    assert (str(entry.actor), entry.role) == ("Rut", "reader")
    assert entry.reference == answer.headers["X-Request-ID"]
    assert entry.details["reason"]
    assert "Hemligt" not in str(entry.details)


def test_asking_for_what_is_hidden_is_written_down() -> None:
    client, agreement = signed_in("olle", None), cast.agreement()

    client.get(reverse("agreements:detail", args=[agreement.pk]))

    assert (Entry.objects.get().verb, Entry.objects.get().target_id) == (
        "access.hidden",
        agreement.pk,
    )


def test_an_address_that_leads_nowhere_is_nobodys_attempt() -> None:
    signed_in("siri").get("/finns-inte/")
    Client().get("/finns-inte/")

    assert not Entry.objects.exists()


def test_a_form_from_another_site_is_written_down() -> None:
    client = Client(enforce_csrf_checks=True)

    answer = client.post(reverse("accounts:sign_in"), {"username": "siri", "password": "x"})

    assert (answer.status_code, Entry.objects.get().verb) == (403, "access.denied")


@pytest.mark.parametrize("time", ["the first minute", "a minute of its own"])
def test_a_flood_of_forms_from_other_sites_writes_only_so_much(time: str) -> None:
    client = Client(enforce_csrf_checks=True)
    address = reverse("accounts:sign_in")

    answers = {client.post(address, {}).status_code for _time in range(31)}

    assert (answers, Entry.objects.count()) == ({403}, 30), time


def test_a_failed_sign_in_names_the_account_and_nothing_typed() -> None:
    siri = cast.person("siri")
    address = reverse("accounts:sign_in")

    Client().post(address, {"login": "siri", "password": "fel lösenord"})
    for _time in range(2):
        Client().post(address, {"login": "mitt-lösenord", "password": "x"})

    unknown, again, known = Entry.objects.filter(verb="account.sign_in_failed")
    assert (known.target_kind, known.target_id, known.actor) == ("accounts.user", siri.pk, None)
    assert (unknown.target_id, unknown.details["name"]) == (0, again.details["name"])
    assert "lösenord" not in str([unknown.details, known.details])


def test_strangers_can_make_us_write_only_so_much(monkeypatch: pytest.MonkeyPatch) -> None:
    allowed = Allowance(2)
    monkeypatch.setattr(receivers, "_FAILURES", allowed)

    for _time in range(5):
        receivers.write_failed_sign_in(credentials={"username": "siri"})

    assert Entry.objects.count() == 2
    assert allowed.left_out == 3
    assert allowed.take(now=allowed._taken[0] + 61)
    assert (allowed.forget(), allowed.forget()) == (3, 0)


def test_a_database_that_cannot_write_changes_no_answer() -> None:
    record_refusal("access.denied", target_kind="page", target_id=-1, by=None)

    assert not Entry.objects.exists()
