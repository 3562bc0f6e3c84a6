"""A confirmed document becomes an agreement, or a new edition of a known one, in one piece."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from samklang.agreements.api import (
    ConfirmedAdoption,
    ConfirmedDiaryNumber,
    ConfirmedEvent,
    ConfirmedFacts,
    EventKind,
    FileAlreadyRegistered,
    Level,
    Status,
    county_standings,
    register_read_agreement,
    same_work,
)
from samklang.agreements.models import Agreement
from samklang.audit.api import history
from samklang.common.periods import StatedDate
from samklang.documents.api import keep
from samklang.organizations.api import OrganizationKind
from tests import cast

pytestmark = pytest.mark.django_db

MAY_DAY = date(2023, 5, 1)


def facts(**changes: Any) -> ConfirmedFacts:
    lund, region = cast.organization(), cast.organization("nord", kind=OrganizationKind.REGION)
    known: dict[str, Any] = {
        "partnership_id": lund.partnership_id,
        "level": Level.LOCAL,
        "area_id": cast.area().pk,
        "title": "Så möts vi i skogen",
        "party_ids": (region.pk, lund.pk),
    }
    return ConfirmedFacts(**(known | changes))


def from_start(start: str) -> ConfirmedEvent:
    return ConfirmedEvent(EventKind.STARTS, StatedDate.parse(start), quote=f"Från {start}.")


def test_a_confirmed_document_becomes_an_agreement_with_all_that_was_confirmed() -> None:
    siri = cast.acting_for(cast.person("siri"))
    lund = cast.organization()
    file = keep("a.txt", b"Avtal", format="txt", by=siri.user, organization=lund)

    made = register_read_agreement(
        facts(
            events=(from_start("2023-05-01"), ConfirmedEvent(EventKind.UNTIL_FURTHER_NOTICE)),
            adoptions=(ConfirmedAdoption(lund.pk, MAY_DAY, paragraph="7"),),
            diary_numbers=(ConfirmedDiaryNumber(lund.pk, "SN 2023/7"),),
            file_id=file.pk,
        ),
        by=siri,
    ).agreement

    edition = made.editions.get()
    assert made.keeper == lund
    assert made.parties.count() == 2
    assert edition.number == 1
    assert edition.validity_events.get(kind="starts").source_file == file
    assert edition.adoptions.get().recorded_by == siri.user
    assert made.diary_numbers.get().number == "SN 2023/7"
    assert edition.files.get().file == file
    entry = history([made]).get()
    assert (entry.verb, entry.organization_id) == ("agreement.registered", lund.pk)


def test_a_later_document_becomes_the_next_edition_of_the_known_agreement() -> None:
    siri = cast.acting_for(cast.person("siri"))
    asked = facts(events=(from_start("2021"),))
    first = register_read_agreement(asked, by=siri).agreement

    known = same_work(siri, asked.partnership_id, asked.level, asked.area_id, asked.party_ids)
    assert known == first
    newer = register_read_agreement(
        facts(known_agreement_id=first.pk, events=(from_start("2024-01-01"),)), by=siri
    ).agreement

    assert Agreement.objects.get() == newer == first
    assert [e.number for e in newer.editions.all()] == [1, 2]
    assert newer.parties.count() == 2
    standing = county_standings(first.partnership_id, on=date(2024, 6, 1))[first.pk]
    assert standing.edition is not None
    assert standing.edition.number == 2


def test_an_older_document_goes_in_before_the_editions_that_came_after_it() -> None:
    siri = cast.acting_for(cast.person("siri"))
    made = register_read_agreement(facts(events=(from_start("2024-01-01"),)), by=siri).agreement

    register_read_agreement(
        facts(known_agreement_id=made.pk, events=(from_start("2019-01-01"),)), by=siri
    )

    starts = made.editions.values_list("number", "validity_events__first_date")
    assert list(starts) == [(1, date(2019, 1, 1)), (2, date(2024, 1, 1))]


def test_the_same_file_is_not_registered_twice_as_an_edition() -> None:
    siri = cast.acting_for(cast.person("siri"))
    file = keep("a.txt", b"Avtal", format="txt", by=None, organization=cast.organization())
    made = register_read_agreement(facts(file_id=file.pk), by=siri).agreement

    with pytest.raises(FileAlreadyRegistered):
        register_read_agreement(facts(file_id=file.pk, known_agreement_id=made.pk), by=siri)

    assert made.editions.count() == 1


def test_a_coordinators_registration_of_a_local_one_is_kept_by_its_municipality() -> None:
    support = cast.organization("stod", kind=OrganizationKind.SUPPORT)
    ask = cast.acting_for(cast.person("ask", "coordinator", of=support))

    assert register_read_agreement(facts(), by=ask).agreement.keeper == cast.organization()
    regional = register_read_agreement(facts(level=Level.REGIONAL), by=ask).agreement

    assert regional.keeper == support


def test_a_known_agreement_gets_the_parties_that_are_new() -> None:
    siri = cast.acting_for(cast.person("siri"))
    made = register_read_agreement(facts(party_ids=(cast.organization().pk,)), by=siri).agreement

    register_read_agreement(facts(known_agreement_id=made.pk), by=siri)

    assert made.parties.count() == 2


@pytest.mark.parametrize(
    "wrong",
    ["no parties", "foreign party", "foreign area", "foreign known", "foreign file", "stranger"],
)
def test_facts_that_do_not_belong_together_are_refused_whole(wrong: str) -> None:
    siri = cast.acting_for(cast.person("siri"))
    abroad = cast.partnership("sydmark")
    town = cast.organization("malmo", of=abroad)
    file = keep("a.txt", b"x", format="txt", by=None, organization=town)
    changes: dict[str, dict[str, Any]] = {
        "no parties": {"party_ids": ()},
        "foreign party": {"party_ids": (town.pk,)},
        "foreign area": {"area_id": cast.area(of=abroad).pk},
        "foreign known": {"known_agreement_id": cast.agreement(keeper=town).pk},
        "foreign file": {"file_id": file.pk},
        "stranger": {"adoptions": (ConfirmedAdoption(town.pk, MAY_DAY),)},
    }
    before = Agreement.objects.count()

    with pytest.raises(ValueError, match=r"part(y|ies|nership)"):
        register_read_agreement(facts(**changes[wrong]), by=siri)

    assert Agreement.objects.count() == before


def test_an_unknown_work_is_not_recognised() -> None:
    siri = cast.acting_for(cast.person("siri"))
    asked = facts()
    register_read_agreement(asked, by=siri)
    mora = cast.organization("mora")

    def recognised(level: str, area_id: int, *party_ids: int) -> Agreement | None:
        return same_work(siri, asked.partnership_id, level, area_id, party_ids)

    assert recognised(Level.LOCAL, asked.area_id, mora.pk) is None
    assert recognised(Level.LOCAL, cast.area("lake").pk, *asked.party_ids) is None
    assert recognised(Level.REGIONAL, asked.area_id, *asked.party_ids) is None
    assert recognised(Level.LOCAL, asked.area_id) is None


def test_a_local_work_is_recognised_by_its_municipality_alone_and_a_regional_by_its_area() -> None:
    siri = cast.acting_for(cast.person("siri"))
    local = register_read_agreement(facts(), by=siri).agreement
    regional = register_read_agreement(facts(level=Level.REGIONAL), by=siri).agreement
    home, area = local.partnership_id, local.area_id

    assert same_work(siri, home, Level.LOCAL, area, [cast.organization().pk]) == local
    assert same_work(siri, home, Level.REGIONAL, area, []) == regional


def test_two_works_alike_are_a_question_for_a_person() -> None:
    siri = cast.acting_for(cast.person("siri"))
    asked = facts()
    register_read_agreement(asked, by=siri)
    register_read_agreement(asked, by=siri)

    assert (
        same_work(siri, asked.partnership_id, asked.level, asked.area_id, asked.party_ids) is None
    )


@pytest.mark.parametrize(
    ("stated", "status"),
    [
        ((), Status.UNDER_WAY),
        ((ConfirmedEvent(EventKind.KNOWN_TO_HOLD),), Status.UNTIL_FURTHER_NOTICE),
    ],
)
def test_a_registered_start_is_in_force_from_its_day_only_if_somebody_says_that_it_holds(
    stated: tuple[ConfirmedEvent, ...], status: Status
) -> None:
    siri = cast.acting_for(cast.person("siri"))
    made = register_read_agreement(
        facts(events=(from_start("2023-05-01"), *stated)), by=siri
    ).agreement

    standing = county_standings(made.partnership_id, on=cast.TODAY)[made.pk]

    assert standing.status == status
