"""Each door of the register by itself: what one small slip in it would open or shut.

Seen red, each with one change that `make mutants` makes: `visible_to` and what somebody may read
without `standing`, `visible_to` with any told text or without the keeper, `is_evidence_open`
without each of its conditions, `find_entry` without its agreement or with what was taken back,
`can_share` that allows what was taken back, and `may_move_keeper` that allows anybody.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.http import Http404
from django.utils import timezone

from samklang.agreements import policies
from samklang.agreements.models import Adoption, Agreement, Edition, EventKind, ValidityEvent
from samklang.agreements.queries import find_entry, is_evidence_open
from samklang.documents.api import keep
from samklang.organizations.api import Acting, Organization, OrganizationKind, Role
from samklang.sharing.models import Purpose, Recipient, Share
from tests import cast

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def siri() -> Acting:
    return cast.acting_for(cast.person("siri"))


def rut() -> Acting:
    return cast.acting_for(cast.person("rut", of=region()))


def region() -> Organization:
    return cast.organization("nord", kind=OrganizationKind.REGION)


def take_back(one: Agreement | Edition) -> None:
    one.undone_at = timezone.now()
    one.save()


def share(edition: Edition) -> Share:
    keeper = edition.agreement.keeper
    made = Share.objects.create(
        partnership=keeper.partnership,
        kind=Edition.KIND,
        thing_id=edition.pk,
        organization=keeper,
        purpose=Purpose.DRAFT,
        shared_at=timezone.now(),
        shared_by=cast.person("siri"),
    )
    Recipient.objects.create(share=made, organization=region())
    return made


def seen_by(acting: Acting) -> set[Agreement]:
    return set(Agreement.objects.visible_to(acting))


def test_a_text_that_was_taken_back_opens_its_agreement_to_nobody() -> None:
    told, silent = cast.agreement("Berättat"), cast.agreement("Tyst")
    cast.in_force(told)
    cast.edition(silent)
    gone = cast.edition(silent, number=2, begun=date(2026, 1, 1))
    share(gone)
    before = seen_by(rut())

    take_back(gone)

    assert before == {told, silent}
    assert seen_by(rut()) == {told}
    assert seen_by(siri()) == {told, silent}
    assert set(Agreement.objects.named_to(rut())) == {told}


def test_the_keeper_sees_an_agreement_that_has_no_text_yet() -> None:
    empty = cast.agreement()

    assert seen_by(siri()) == {empty}
    assert seen_by(rut()) == set()


def test_an_entry_is_found_by_its_own_agreements_address_and_while_its_text_stands() -> None:
    agreement, other = cast.agreement("Ett"), cast.agreement("Ett annat")
    edition = cast.edition(agreement, begun=date(2026, 1, 1))
    entry = cast.event(edition, EventKind.STARTS, "2026-05-01")
    cast.edition(agreement, number=2)

    assert find_entry(siri(), ValidityEvent, agreement.pk, entry.pk) == entry
    with pytest.raises(Http404):
        find_entry(siri(), ValidityEvent, other.pk, entry.pk)
    take_back(edition)
    with pytest.raises(Http404):
        find_entry(siri(), ValidityEvent, agreement.pk, entry.pk)


def test_nothing_is_shared_of_what_was_taken_back() -> None:
    edition = cast.edition(cast.agreement())
    before = policies.can_share(siri(), edition)
    reader = cast.acting_for(cast.person("lisa", Role.READER))

    take_back(edition)

    assert before
    assert not policies.can_share(reader, cast.edition(edition.agreement, number=2))
    assert "togs tillbaka" in str(policies.can_share(siri(), edition).reason)
    edition.undone_at = None
    take_back(edition.agreement)
    assert "togs tillbaka" in str(policies.can_share(siri(), edition).reason)


def test_the_keeper_is_moved_by_coordinators_and_with_no_draft_of_others() -> None:
    support = cast.organization("stod", kind=OrganizationKind.SUPPORT)
    ask = cast.acting_for(cast.person("ask", Role.COORDINATOR, of=support))
    theirs, own = cast.agreement("Lunds"), cast.agreement("Stödets")
    own.keeper = support
    own.save()
    for one in (theirs, own):
        cast.edition(one)

    assert policies.may_move_keeper(ask, own)
    assert not policies.may_move_keeper(ask, theirs)
    assert not policies.may_move_keeper(siri(), own)


def test_what_shows_a_decision_is_read_with_the_text_as_it_was_shared_or_as_ones_own() -> None:
    edition = cast.edition(cast.agreement(parties=[cast.organization(), region()]))
    cast.adopted(edition, date(2026, 5, 4), by=edition.agreement.keeper)
    adoption = Adoption.objects.get()
    mia = cast.acting_for(cast.person("mia", of=cast.organization("mora")))
    assert not is_evidence_open(siri(), adoption)

    file = keep("b.txt", b"Beslut", format="txt", by=None, organization=cast.organization("mora"))
    adoption.evidence = file
    shared = share(edition).shared_at
    later = shared + timedelta(minutes=1)

    assert is_evidence_open(siri(), adoption)
    assert is_evidence_open(mia, adoption)
    for recorded, received, is_open in (
        (shared, shared, True),
        (shared, later, False),
        (later, shared, False),
    ):
        adoption.recorded_at, file.received_at = recorded, received
        assert is_evidence_open(rut(), adoption) is is_open
    Recipient.objects.all().delete()
    assert not is_evidence_open(rut(), adoption)
