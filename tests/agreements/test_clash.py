"""Two who saved the same agreement see what each wrote, in words and not in numbers."""

from __future__ import annotations

import pytest

from samklang.agreements import actions
from samklang.agreements.actions import Facts
from samklang.agreements.clash import late_entry, other, sides
from samklang.agreements.forms import EventForm, FactsForm
from samklang.agreements.models import Agreement, Edition, Level, Party
from samklang.agreements.walls import Wall
from samklang.audit.api import record
from samklang.organizations.api import Acting, Organization
from tests import cast

INSIDE = Wall(is_inside=True, knows_title=True, open_until={}, numbers={})
pytestmark = pytest.mark.django_db


def ask() -> Acting:
    return cast.acting_for(cast.person("ask"))


def facts_form(agreement: Agreement, **sent: object) -> FactsForm:
    form = FactsForm(
        {"version": 1, "title": agreement.title, "keeper": agreement.keeper_id, **sent},
        parents=list(Agreement.objects.regional()),
        keepers=list(Organization.objects.all()),
    )
    assert form.is_valid(), form.errors
    return form


def test_who_came_first_is_named_with_what_they_did_in_order() -> None:
    agreement = cast.agreement()
    edition = cast.edition(agreement)
    actions.move_stage(edition, "Remiss", by=ask(), seen=1)
    mora = Party(organization=cast.organization("mora"))
    actions.add_party(agreement, mora, by=ask(), seen=2)

    found = other(agreement, 1, INSIDE)

    assert (found.name, found.done) == (
        "Ask",
        ("Utgåva 1: skede ”Remiss”", "Lade till Mora som part"),
    )
    assert found.at is not None
    assert other(agreement, 2, INSIDE).done == ("Lade till Mora som part",)


def test_when_nothing_tells_who_it_was_it_is_somebody() -> None:
    agreement = cast.agreement()
    record("agreement.loaded", agreement, by=None, version=2)

    assert other(agreement, 1, INSIDE).name == "Någon"
    assert other(agreement, 2, INSIDE).name == "Någon"
    assert other(agreement, 2, INSIDE).done == ()


def test_only_the_fields_that_differ_are_set_side_by_side() -> None:
    agreement = cast.agreement("Asks titel")
    form = facts_form(agreement, title="Siris titel")

    (side,) = sides(agreement, form)

    assert (side.label, side.mine, side.theirs) == ("Titel", "Siris titel", "Asks titel")
    assert side.mine_value == "Siris titel"


def test_a_choice_is_shown_by_its_words_and_an_empty_field_as_empty() -> None:
    mora, ram = cast.organization("mora"), cast.agreement("Ramavtalet", level=Level.REGIONAL)
    agreement = cast.agreement()
    Agreement.objects.filter(pk=agreement.pk).update(revision_responsible="Enheten")
    agreement.refresh_from_db()
    form = facts_form(agreement, keeper=mora.pk, parent=ram.pk)

    found = {side.name: side for side in sides(agreement, form)}

    assert (found["keeper"].mine, found["keeper"].theirs) == ("Mora kommun", "Lund kommun")
    assert (found["parent"].mine, found["parent"].theirs) == ("Ramavtalet", "Ingen")
    assert found["revision_responsible"].mine == "tomt"
    assert found["revision_responsible"].theirs == "Enheten"
    assert found["keeper"].mine_value == str(mora.pk)


def test_those_who_wrote_the_same_have_nothing_to_choose() -> None:
    agreement = cast.agreement("Samma")
    actions.edit(agreement, Facts("Samma titel", None, agreement.keeper_id, ""), by=ask(), seen=1)
    agreement.refresh_from_db()

    assert sides(agreement, facts_form(agreement, title="Samma titel")) == []


def test_a_late_entry_is_kept_whole_to_be_sent_again() -> None:
    agreement = cast.agreement()
    edition: Edition = cast.edition(agreement)
    actions.move_stage(edition, "Remiss", by=ask(), seen=1)
    sent = {"version": 1, "edition": edition.pk, "kind": "ends", "when": "2027", "quote": "Då."}
    form = EventForm(sent, editions=[edition], bodies=[], known={}, today=cast.TODAY)
    assert form.is_valid(), form.errors

    late = late_entry(agreement, form, INSIDE)

    assert late.other.name == "Ask"
    assert late.version == 2
    assert ("Vad som sägs", "slutar gälla") in late.mine
    assert ("Dag, månad, år eller period", "2027") in late.mine
    assert dict(late.hidden) == {
        "edition": str(edition.pk),
        "kind": "ends",
        "when": "2027",
        "quote": "Då.",
    }
