"""Each door of the register by itself: what one small slip in it would open or shut.

Seen red, each with one change that `make mutants` makes: `visible_to` and what somebody may read
without `standing` or the county, `visible_to` with any told text or without the keeper, `told`
without each of its four and with what is recorded of any text, `is_evidence_open` without each of
its conditions, what finds and lists things without their agreement, with what was taken back or
with what somebody else writes, `can_share` that allows what was taken back or anybody who writes,
and `may_move_keeper` that allows anybody.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import pytest
from django.http import Http404
from django.utils import timezone

from samklang.agreements import policies
from samklang.agreements.models import (
    Adoption,
    Agreement,
    Edition,
    EditionFile,
    EventKind,
    Party,
    ValidityEvent,
)
from samklang.agreements.queries import (
    decided_among,
    find_draft,
    find_edition,
    find_entry,
    find_file,
    find_text,
    is_evidence_open,
    is_open_to,
    open_texts,
    readable,
    readable_editions,
)
from samklang.documents.api import keep
from samklang.organizations.api import Acting, Organization, OrganizationKind, Role
from samklang.sharing.models import Purpose, Recipient, Share
from tests import cast

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def abroad() -> Acting:
    home = cast.organization("fjord", of=cast.partnership("sydmark"))
    return cast.acting_for(cast.person("ola", of=home))


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


def test_whatever_is_recorded_of_a_text_tells_the_county_that_it_is_there() -> None:
    silent, begun, staged, adopted, dated = (
        cast.edition(cast.agreement(title), begun=day, stage=stage)
        for title, day, stage in (
            ("Tyst", None, ""),
            ("Påbörjat", date(2026, 1, 1), ""),
            ("Skrivs", None, "Utkast"),
            ("Antaget av en", None, ""),
            ("Daterat", None, ""),
        )
    )
    Party.objects.create(agreement=adopted.agreement, organization=region())
    cast.adopted(adopted, date(2026, 5, 4), by=adopted.agreement.keeper)
    cast.event(dated, EventKind.STARTS, "2026-05-01")

    assert seen_by(rut()) == {one.agreement for one in (begun, staged, adopted, dated)}
    assert seen_by(siri()) - seen_by(rut()) == {silent.agreement}


def test_what_a_county_has_decided_is_seen_and_read_there_alone() -> None:
    edition = cast.in_force(cast.agreement())
    texts = Edition.objects.all()

    assert (seen_by(rut()), set(texts.readable_by(rut()))) == ({edition.agreement}, {edition})
    assert (seen_by(abroad()), set(texts.readable_by(abroad()))) == (set(), set())


def test_a_draft_is_read_inside_and_where_it_is_shared_and_nowhere_else() -> None:
    own, registered, shared = (cast.edition(cast.agreement()) for _number in range(3))
    Edition.objects.filter(pk=registered.pk).update(recorded_for=region())
    share(shared)
    texts = Edition.objects.all()

    assert set(texts.readable_by(siri())) == {own, registered, shared}
    assert set(texts.readable_by(rut())) == {registered, shared}
    assert set(texts.whole_to(rut())) == {registered}
    assert set(texts.inside([region().pk])) == {registered}
    assert [own.inside, texts.get(pk=registered.pk).inside] == [
        {own.agreement.keeper_id},
        {own.agreement.keeper_id, region().pk},
    ]


def test_a_thing_is_found_by_its_own_agreements_address_and_while_it_stands() -> None:
    agreement, other = cast.agreement("Ett"), cast.agreement("Ett annat")
    edition = cast.edition(agreement, begun=date(2026, 1, 1))
    entry = cast.event(edition, EventKind.STARTS, "2026-05-01")
    file = keep("a.txt", b"Avtal", format="txt", by=None, organization=agreement.keeper)
    held = EditionFile.objects.create(edition=edition, file=file)
    cast.edition(agreement, number=2)

    def found(where: Agreement) -> list[object]:
        return [
            _or_none(partial(find_entry, siri(), ValidityEvent, where.pk, entry.pk)),
            _or_none(partial(find_edition, siri(), where.pk, edition.pk)),
            _or_none(partial(find_file, siri(), where.pk, file.pk)),
        ]

    assert found(agreement) == [entry, edition, held]
    assert find_draft(siri(), edition.pk) == edition
    assert found(other) == [None, None, None]
    take_back(edition)
    assert found(agreement) == [None, None, None]
    with pytest.raises(Http404):
        find_draft(siri(), edition.pk)
    edition.undone_at = None
    edition.save()
    take_back(agreement)
    assert found(agreement) == [None, None, None]
    with pytest.raises(Http404):
        find_draft(siri(), edition.pk)


def _or_none(find: Callable[[], object]) -> object:
    try:
        return find()
    except Http404:
        return None


def test_a_text_is_found_by_those_who_may_know_of_it_and_while_it_stands() -> None:
    silent, told = cast.edition(cast.agreement()), cast.edition(cast.agreement(), stage="Utkast")
    readers = (siri(), rut(), abroad())

    def found(edition: Edition) -> list[bool]:
        return [_or_none(partial(find_text, one, edition.pk)) is not None for one in readers]

    assert (found(silent), found(told)) == ([True, False, False], [True, True, False])
    take_back(told)
    take_back(silent.agreement)
    assert found(silent) == found(told) == [False, False, False]


def test_the_texts_of_an_agreement_are_listed_as_far_as_they_may_be_read() -> None:
    agreement, another = cast.agreement("Ett"), cast.agreement("Ett annat")
    current, theirs = cast.in_force(agreement), cast.in_force(another)
    draft, gone = (cast.edition(agreement, number=number) for number in (2, 3))
    take_back(gone)

    def listed(acting: Acting) -> list[list[Edition]]:
        opened = open_texts(acting, [agreement.pk])
        assert [one.edition for one in opened if one.is_decided] == [current]
        pks = [current.pk, draft.pk, gone.pk]
        among = readable_editions(acting, pks)
        assert [one for one, for_all in among if for_all] == [current]
        return [
            [one.edition for one in opened],
            readable(acting, agreement),
            sorted((one for one, _for_all in among), key=lambda one: -one.number),
        ]

    assert listed(siri()) == [[draft, current]] * 3
    assert listed(rut()) == [[current]] * 3
    assert decided_among([current.pk, draft.pk], on=cast.TODAY) == {current.pk}
    take_back(another)
    assert readable_editions(siri(), [theirs.pk]) == []


def test_nothing_is_shared_of_what_was_taken_back() -> None:
    edition = cast.edition(cast.agreement())
    before = policies.can_share(siri(), edition)
    reader = cast.acting_for(cast.person("lisa", Role.READER))

    take_back(edition)

    assert before
    following = cast.edition(edition.agreement, number=2)
    assert not policies.can_share(reader, following)
    assert not policies.can_share(rut(), following)
    assert "togs tillbaka" in str(policies.can_share(siri(), edition).reason)
    edition.undone_at = None
    take_back(edition.agreement)
    assert "togs tillbaka" in str(policies.can_share(siri(), edition).reason)


def test_the_keeper_is_moved_by_coordinators_and_with_no_draft_of_others() -> None:
    support = cast.organization("stod", kind=OrganizationKind.SUPPORT)
    ask = cast.acting_for(cast.person("ask", Role.COORDINATOR, of=support))
    theirs, own, held = (cast.agreement(one) for one in ("Lunds", "Stödets", "Gäller"))
    cast.in_force(held)
    own.keeper = support
    own.save()
    for one in (theirs, own):
        cast.edition(one)

    assert policies.may_move_keeper(ask, own)
    assert not policies.may_move_keeper(ask, theirs)
    assert policies.may_move_keeper(ask, held)
    assert not policies.may_move_keeper(siri(), held)
    # What they write on it themselves, or have taken back, is no draft of others.
    own_draft, gone = (cast.edition(held, number=number) for number in (2, 3))
    own_draft.recorded_for = support
    own_draft.save()
    assert not policies.may_move_keeper(ask, held)
    take_back(gone)
    assert policies.may_move_keeper(ask, held)


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
        held = EditionFile(edition=edition, file=file, added_at=received)
        assert is_open_to(rut(), held) is (received == shared)
        assert is_open_to(mia, held)
    Recipient.objects.all().delete()
    assert not is_evidence_open(rut(), adoption)
