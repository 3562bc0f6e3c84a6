"""Whoever may not do a thing in the register reads why, in plain Swedish."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from samklang.agreements import policies, queries
from samklang.agreements.models import Agreement, Edition, EditionFile, EventKind, Party
from samklang.common.policy import ALLOWED, Verdict, require
from samklang.documents.api import keep
from samklang.organizations.api import Acting, OrganizationKind, Role
from tests import cast

pytestmark = pytest.mark.django_db


def seated(role: str | None, home: str = "lund", *, county: str = "nordmark") -> Acting:
    organization = cast.organization(home, of=cast.partnership(county))
    return cast.acting_for(cast.person(f"{role} {home}", role, of=organization))


# Who asks: the role, the organization and the county of the seat.
KEEPER, COORDINATOR = (Role.EDITOR, "lund", "nordmark"), (Role.COORDINATOR, "stod", "nordmark")
READER, ADMINISTRATOR = (Role.READER, "lund", "nordmark"), (Role.ADMINISTRATOR, "lund", "nordmark")
PARTY, STRANGER = (Role.EDITOR, "nord", "nordmark"), (Role.EDITOR, "mora", "nordmark")
ABROAD = (Role.COORDINATOR, "fjord", "sydmark")
NOBODY = (None, "lund", "nordmark")
EVERYBODY = (KEEPER, COORDINATOR, READER, ADMINISTRATOR, PARTY, STRANGER, ABROAD, NOBODY)
Asking = tuple[str | None, str, str]


def asking(who: Asking) -> Acting:
    role, home, county = who
    return seated(role, home, county=county)


def the_agreement() -> Agreement:
    lund = cast.organization()
    return cast.agreement(keeper=lund, parties=[lund, cast.organization("nord")])


def ask_register(acting: Acting) -> Verdict:
    lund = cast.organization()
    return policies.can_register(acting, partnership_id=lund.partnership_id, keeper_id=lund.pk)


def ask_record(acting: Acting) -> Verdict:
    agreement = the_agreement()
    parties = {party.organization_id for party in agreement.parties.all()}
    return policies.can_record_for_party(acting, agreement, parties)


QUESTIONS = {
    "register": (
        ask_register,
        {KEEPER, COORDINATOR, ADMINISTRATOR},
        (
            "Bara de som skriver för organisationen som förvaltar överenskommelsen, och "
            "länets samordnare, får registrera den."
        ),
    ),
    "register any": (
        policies.can_register_any,
        {KEEPER, COORDINATOR, ADMINISTRATOR, PARTY, STRANGER, ABROAD},
        "Bara de som skriver för en organisation får registrera överenskommelser.",
    ),
    "edit": (
        lambda acting: policies.can_edit(acting, cast.in_force(the_agreement()).agreement),
        {KEEPER, COORDINATOR, ADMINISTRATOR},
        (
            "Bara de som skriver för Lund kommun, och länets samordnare, får ändra den här "
            "överenskommelsen."
        ),
    ),
    "record for a party": (
        ask_record,
        {KEEPER, COORDINATOR, ADMINISTRATOR, PARTY},
        "Bara de som skriver för någon av parterna, och länets samordnare, får anteckna det här.",
    ),
}


@pytest.mark.parametrize(("question", "who"), list(product(QUESTIONS, EVERYBODY)))
def test_each_may_or_may_not_and_reads_why(question: str, who: Asking) -> None:
    """Seen red: with `coordinates` taken for any county, the one from abroad may edit."""
    ask, allowed, reason = QUESTIONS[question]

    verdict = ask(asking(who))

    assert bool(verdict) is (who in allowed)
    assert str(verdict.reason) == ("" if who in allowed else reason)


@pytest.mark.parametrize(
    ("user", "days", "reason"),
    [
        ("siri", 0, ""),
        ("siri", 30, ""),
        (
            "siri",
            31,
            "Det här antecknades för mer än 30 dagar sedan. Gör en ny anteckning.",
        ),
        (
            "rune",
            0,
            "Bara den som antecknade det här kan ångra det. Gör en ny anteckning.",
        ),
        (
            "rune",
            99,
            "Bara den som antecknade det här kan ångra det. Gör en ny anteckning.",
        ),
    ],
)
def test_undoing_is_refused_with_what_to_do_instead(user: str, days: int, reason: str) -> None:
    event = cast.event(cast.edition(cast.agreement()), EventKind.STARTS, "2026-05-01")
    event.recorded_by = cast.person("siri")
    day = event.recorded_at.date() + timedelta(days=days)

    verdict = policies.can_undo(cast.acting_for(cast.person(user), today=day), event)

    assert str(verdict.reason) == reason
    assert bool(verdict) is (not reason)


def test_what_came_with_the_pack_is_nobodys_to_undo() -> None:
    event = cast.event(cast.edition(cast.agreement()), EventKind.STARTS, "2026-05-01")

    assert not policies.can_undo(seated(Role.COORDINATOR), event)


def test_a_coordinator_records_for_all_and_a_party_for_itself_alone() -> None:
    agreement = the_agreement()
    nord, mora = cast.organization("nord"), cast.organization("mora")
    asked = {cast.organization().pk, nord.pk}

    assert policies.may_record_for(asking(COORDINATOR), agreement, asked) == asked
    assert policies.may_record_for(asking(PARTY), agreement, asked) == {nord.pk}
    assert policies.may_record_for(asking(PARTY), agreement, {mora.pk}) == frozenset()
    assert policies.may_record_for(asking(READER), agreement, asked) == frozenset()
    assert policies.may_record_for(asking(ABROAD), agreement, asked) == frozenset()


def test_a_refusal_becomes_the_answer_that_says_why() -> None:
    verdict = policies.can_edit(asking(STRANGER), the_agreement())

    with pytest.raises(PermissionDenied, match="Lund kommun"):
        require(verdict)
    require(ALLOWED)


# The wall around a draft's file


def draft_file(
    *, stage: str = "Utkast", begun: date | None = None, kept_by: str = "lund"
) -> tuple[Edition, EditionFile]:
    edition = cast.edition(the_agreement(), stage=stage, begun=begun)
    owner = cast.organization(kept_by)
    file = keep("utkast.txt", b"Hemlig text", format="text", by=None, organization=owner)
    return edition, EditionFile.objects.create(edition=edition, file=file)


def test_only_those_who_write_a_draft_read_its_file() -> None:
    _edition, held = draft_file()

    assert queries.is_open_to(asking(KEEPER), held)
    assert queries.is_open_to(asking(READER), held)
    for who in (PARTY, STRANGER, COORDINATOR, NOBODY):
        assert not queries.is_open_to(asking(who), held)


def test_who_handed_in_a_drafts_file_reads_it_though_another_keeps_the_agreement() -> None:
    _edition, held = draft_file(kept_by="nord")

    assert queries.is_open_to(asking(PARTY), held)
    assert not queries.is_open_to(asking(STRANGER), held)


def test_when_all_have_adopted_everybody_in_the_county_reads_the_file() -> None:
    edition, held = draft_file()
    cast.adopted(edition, date(2026, 5, 1), by=cast.organization())
    assert not queries.is_open_to(asking(PARTY), held)

    cast.adopted(edition, date(2026, 5, 2), by=cast.organization("nord"))

    assert queries.is_open_to(asking(PARTY), held)
    assert queries.is_open_to(asking(STRANGER), held)


@pytest.mark.parametrize(
    ("stage", "begun", "yes", "required"),
    list(
        product(
            ("", "Utkast"),
            (None, date(2026, 1, 1)),
            ((), ("lund",), ("nord",), ("lund", "nord")),
            (("lund", "nord"), ("lund",)),
        )
    ),
)
def test_the_page_shows_a_text_just_when_its_file_may_be_fetched(
    stage: str, begun: date | None, yes: tuple[str, ...], required: tuple[str, ...]
) -> None:
    """That it is there at all, nobody is told of a text about which nothing is recorded."""
    edition, held = draft_file(stage=stage, begun=begun)
    for name in yes:
        cast.adopted(edition, date(2026, 5, 1), by=cast.organization(name))
    Party.objects.exclude(organization__code__in=required).update(required=False)
    reader = asking(STRANGER)

    if not (stage or begun or yes):
        with pytest.raises(Http404):
            queries.dossier(reader, edition.agreement_id, on=cast.TODAY)
        return
    page = queries.dossier(reader, edition.agreement_id, on=cast.TODAY).editions[0]

    assert page.walled is not queries.is_open_to(reader, held)


def test_a_region_is_an_outsider_to_a_municipalitys_draft() -> None:
    region = cast.organization("regionen", kind=OrganizationKind.REGION)
    rut = cast.acting_for(cast.person("rut", of=region))
    edition, held = draft_file()
    Party.objects.create(agreement=edition.agreement, organization=region)

    assert not queries.is_open_to(rut, held)
