"""What others write is theirs, whatever right somebody else has beside it.

Seen red, each before its mend: a coordinator took over the keeping of an agreement and read its
next draft, stated that the draft holds so that all could read it, and was told its end by an error
message; a page of a coming day opened what a year still running had decided; a page named
agreements that nobody has been told of; somebody who had moved to another organization undid what
they had recorded in the former one.
"""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from samklang.agreements import queries
from samklang.agreements.actions import record_event
from samklang.agreements.actions.entering import NotYet
from samklang.agreements.api import same_work
from samklang.agreements.models import Agreement, Edition, EventKind, Level, ValidityEvent
from samklang.organizations.api import OrganizationKind
from samklang.organizations.models import Membership
from tests import cast
from tests.agreements.pages import coordinator, other, page, send

pytestmark = pytest.mark.django_db


def region() -> Client:
    return other("rut", of="nord")


def next_draft() -> tuple[Agreement, Edition]:
    """Lund’s agreement holds, and Lund writes on its next edition."""
    nord = cast.organization("nord", kind=OrganizationKind.REGION)
    agreement = cast.agreement(parties=[cast.organization(), nord])
    cast.in_force(agreement, "2020-01-01", "2027-01-01")
    draft = cast.edition(agreement, number=2, begun=date(2026, 1, 1))
    draft.label = "hemlig version"
    draft.save()
    cast.event(draft, EventKind.ENDS, "2031-07-19", quote="hemligt slut")
    return agreement, draft


def facts(agreement: Agreement, keeper_id: int) -> dict[str, object]:
    return {"title": agreement.title, "keeper": keeper_id}


def test_a_coordinator_does_not_take_over_a_draft_by_moving_the_keeper() -> None:
    agreement, _draft = next_draft()
    ask = coordinator()
    support = cast.organization("stod")

    status, html = send(ask, "edit", agreement, **facts(agreement, support.pk))

    assert status == 422
    assert "Andra skriver på ett utkast till den." in html
    assert "hemlig version" not in page(ask, "detail", agreement.pk)


def test_a_coordinator_moves_the_keeper_when_everybody_may_read_all_of_it() -> None:
    agreement = cast.agreement()
    cast.in_force(agreement)
    ask = coordinator()

    status, _html = send(ask, "edit", agreement, **facts(agreement, cast.organization("stod").pk))

    assert status == 302


def test_a_coordinator_states_nothing_about_a_draft_that_they_may_not_read() -> None:
    agreement, draft = next_draft()
    said = {"kind": "known_to_hold", "when": "2026-01-01", "source_note": "arkivet"}
    ask = coordinator()

    status, _html = send(ask, "add_event", agreement, edition=draft.pk, **said)

    assert status == 422
    assert "hemlig" not in page(region(), "detail", agreement.pk)
    stage = reverse("agreements:move_stage", args=[agreement.pk, draft.pk])
    assert stage not in page(ask, "detail", agreement.pk)
    assert ask.post(stage, {"version": agreement.version, "stage": "klar"}).status_code == 403


def test_no_error_message_tells_when_a_draft_ends() -> None:
    agreement, draft = next_draft()
    said = {"edition": draft.pk, "kind": "starts", "when": "2099-01-01"}

    status, html = send(coordinator(), "add_event", agreement, **said)

    assert status == 422
    assert "2031" not in html
    assert queries.known_validity(cast.acting_for(cast.person("ask", None)), agreement).keys() == {
        agreement.editions.get(number=1).pk
    }


def test_a_statement_that_a_text_holds_is_not_of_a_time_still_running(siri: Client) -> None:
    agreement, draft = next_draft()
    running = "2026-01-01 – 2099-12-31"
    said = {"kind": "known_to_hold", "when": "2026-01-01", "source_note": "x", "decided": running}

    status, html = send(siri, "add_event", agreement, edition=draft.pk, **said)

    assert status == 422
    assert "Skriv vilken dag eller månad" in html
    event = ValidityEvent(
        edition=draft,
        kind=EventKind.KNOWN_TO_HOLD,
        decided_first_date=date(2026, 1, 1),
        decided_last_date=date(2026, 12, 31),
    )
    with pytest.raises(NotYet):
        record_event(agreement, event, by=cast.acting_for(cast.person("siri")), seen=1)


def test_an_agreement_that_nobody_is_told_of_stands_on_no_relatives_page() -> None:
    nord = cast.organization("nord", kind=OrganizationKind.REGION)
    regional = cast.agreement("Ramen", level=Level.REGIONAL, keeper=nord)
    cast.in_force(regional)
    local = cast.agreement("Lokalt", parent=regional)
    cast.edition(local)
    above = cast.agreement("Nästa ram", level=Level.REGIONAL, keeper=nord)
    cast.edition(above)
    below = cast.agreement("Lokalt därunder", parent=above)
    cast.in_force(below)
    mora = other("pia", of="mora", kind=OrganizationKind.MUNICIPALITY)

    assert local.get_absolute_url() not in page(mora, "detail", regional.pk)
    assert above.get_absolute_url() not in page(mora, "detail", below.pk)
    assert "Lokalt" in page(other("siri", of="lund"), "detail", regional.pk)
    assert "Nästa ram" in page(region(), "detail", below.pk)


def test_a_document_is_no_new_edition_of_what_its_reader_is_not_told_of() -> None:
    secret = cast.agreement()
    cast.edition(secret)
    about = (secret.partnership_id, Level.LOCAL, secret.area_id, [secret.keeper_id])
    pia = cast.acting_for(cast.person("pia", of=cast.organization("mora")))

    assert same_work(cast.acting_for(cast.person("siri")), *about) == secret
    assert same_work(pia, *about) is None


def test_a_hidden_title_does_not_show_by_its_place_in_a_list() -> None:
    nord = cast.organization("nord", kind=OrganizationKind.REGION)
    for title in ("Alfa", "Gamma"):
        cast.in_force(cast.agreement(title, level=Level.REGIONAL, keeper=nord))
    hidden = cast.agreement("Beta", level=Level.REGIONAL, keeper=nord)
    cast.edition(hidden, begun=date(2026, 1, 1))
    siri = cast.acting_for(cast.person("siri"))

    shown = [one.title for one in queries.regional_ones(siri, hidden.partnership_id)]

    assert shown[:2] == ["Alfa", "Gamma"]
    assert "Beta" not in shown


def test_somebody_who_has_moved_undoes_nothing_in_their_former_organization(siri: Client) -> None:
    agreement, draft = next_draft()
    send(siri, "add_event", agreement, edition=draft.pk, kind="revise_by", when="2030")
    entry = ValidityEvent.objects.get(kind=EventKind.REVISE_BY)
    send(siri, "add_edition", agreement, label="Tredje")
    registered = agreement.editions.get(number=3)
    Membership.objects.update(organization=cast.organization("mora"))

    undo = reverse("agreements:undo_event", args=[agreement.pk, entry.pk])
    take_back = reverse("agreements:take_back", args=[agreement.pk, registered.pk])

    assert (siri.post(undo).status_code, siri.post(take_back).status_code) == (403, 403)


def test_whoever_records_for_a_party_may_undo_that_though_others_keep_the_agreement() -> None:
    agreement, draft = next_draft()
    rut = region()
    nord = cast.organization("nord")
    said = {"party": nord.pk, "kind": "decision", "adopted_date": "2026-05-01"}
    said |= {"wording": "same"}
    assert send(rut, "adopt", agreement, edition=draft.pk, **said)[0] == 302
    entry = draft.adoptions.get()

    assert (
        rut.post(reverse("agreements:undo_adoption", args=[agreement.pk, entry.pk])).status_code
        == 302
    )
