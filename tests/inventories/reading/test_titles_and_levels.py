"""What a document is called, and for how large a part of the country it holds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from samklang.inventories.reading.facts import Reading
from tests.inventories.reading.saying import value

Read = Callable[[str], Reading]


REPORT = """Att enas om vården

En granskning av överenskommelser inom vården

Denna rapport beskriver hur det har gått. Författare: Ebba Exempel. Referenser finns sist."""

NORWEGIAN = """SOURCE: https://www.exempel.no/avtale/

Logo blå exempel.no

Overordna avtale

Avtalen er inngått mellom kommunane og helseføretaket og gjeld frå 2022. Partane skal samarbeide
om pasientar og brukarar, og avtalen og rutinane kan ikke seiast opp."""

AGENDA = """Dagordning
1. Mötet öppnas
2. Föregående minnesanteckningar
3. Information om arbetet med barn i länet
4. Övriga frågor"""

DECISIONS = """SOURCE: https://www.exempel.se/politik/beslut-i-korthet-styrelsen-30-mars/

Beslut i korthet - styrelsen 30 mars

Styrelsen beslutade att anta planen. Styrelsen beslutade att följa upp den.

Handlingar och protokoll

Styrelsen beslutade att avsluta mötet. Övriga frågor fanns inte."""

HOSTED = """SOURCE: https://docplayer.se/amp/1-parternas-arbete.html

1 Parternas återrapportering till regeringen
2 Parternas återrapportering till regeringen Grafisk form och tryck: Exempeltryck
3 Innehåll En årlig rapport från parterna"""

BEHIND_A_PAGE_MARK = f"4:1\n{REPORT}"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (BEHIND_A_PAGE_MARK, "Att enas om vården"),
        (REPORT, "Att enas om vården"),
        (NORWEGIAN, "Overordna avtale"),
        (AGENDA, "Dagordning"),
        (DECISIONS, "Beslut i korthet - styrelsen 30 mars"),
        (HOSTED, "1 Parternas återrapportering till regeringen"),
    ],
)
def test_a_title_is_what_names_this_document(reading: Read, text: str, title: str) -> None:
    assert value(reading(text).title) == title


def test_a_memo_on_one_municipalitys_agreement_is_local(reading: Read) -> None:
    found = reading(
        "Tjänsteskrivelse\nSocialnämnden\n"
        "Förlängning av avtal mellan Heby kommun och Landstinget i Uppsala län\n"
        "Förslag till beslut\nNämnden förlänger avtalet.\nÄrendet\nAvtalet gäller barn."
    )

    assert value(found.level) == "local"


def test_where_the_polices_office_works_is_not_where_an_agreement_holds(reading: Read) -> None:
    found = reading(
        "Samverkansöverenskommelse mellan Eslövs kommun och Polismyndigheten, lokalpolisområde "
        "Mellersta Skåne\n\nInledning\nÖverenskommelsen mellan Eslövs kommun och "
        "Polismyndigheten gäller 2031–2034.\n"
    )

    assert value(found.level) == "local"


def test_a_memo_on_the_countys_agreement_is_not_local(reading: Read) -> None:
    found = reading(
        "MORA KOMMUN        Tjänsteskrivelse    1 (2)\nSocialförvaltningen   2031-01-17\n\n"
        "Hälso- och sjukvårdsavtal i Dalarna\n\nFörslag till beslut\nSocialnämnden föreslår "
        "kommunfullmäktige besluta att anta avtalet mellan Region Dalarna och kommunerna i "
        "Dalarna.\n\nÄrendet\nMora kommun berörs som andra.\n\nMORA KOMMUN     2 (2)\n"
    )

    assert found.kind.value == "board_memo"
    assert value(found.level) == "regional"


def test_a_county_named_alone_makes_a_report_regional(reading: Read) -> None:
    found = reading(
        "Kartläggning av samverkan i Uppsala län\nSammanfattning\nSju svarade på enkäten. "
        "Svarsfrekvensen var god.\nMetod\nEnkät."
    )

    assert value(found.level) == "regional"


def test_a_guide_for_the_whole_country_has_no_level(reading: Read) -> None:
    found = reading(
        "SOURCE: https://www.exempel.se/sip/\n\nSamordnad plan\n\nOm någon behöver hjälp från både "
        "regionen och kommunen görs en plan tillsammans. Läs mer om hur en plan kan se ut."
    )

    assert found.level is None


def test_a_page_on_what_every_municipality_does_has_no_level(reading: Read) -> None:
    found = reading(
        "SOURCE: https://www.exempel.se/lagar/\n\nSocialtjänst\n\nLagen talar om vad socialnämnden "
        "ska göra. Socialnämnden ska ge stöd till den som behöver det. Läs mer om lagen hos oss."
    )

    assert found.level is None


def test_the_seat_of_a_state_authority_is_no_county(reading: Read) -> None:
    found = reading(
        "Delbetänkande av Exempelutredningen\nSOU 2099:1\nFörord\nSom expert förordnades "
        "länsrådet Ebba Exempel (Länsstyrelsen i Kronobergs län) och förbundsjuristen Bo Exempel."
    )

    assert found.county is None
    assert found.level is None


def test_minutes_are_as_local_as_the_body_that_met(reading: Read) -> None:
    found = reading(
        "PROTOKOLLSUTDRAG\nSammanträdesdatum 2021-11-16\nSocialnämnden Ludvika kommun\n§ 122\n"
        "Antagande av länsövergripande överenskommelse i Dalarnas län\nBeslut\nNämnden antar den "
        "länsövergripande överenskommelsen.\nUtdragsbestyrkande"
    )

    assert value(found.level) == "local"


def test_the_number_of_a_version_says_more_than_its_day(reading: Read) -> None:
    found = reading(
        "Lokal överenskommelse om egenvård\nRegion Sörmland och Trosa kommun\n"
        "Gäller tills vidare. Reviderad 2023-11-15 av gruppen och kallas Version 3 i länet.\n"
        "Parter\nRegion Sörmland och Trosa kommun."
    )

    assert str(value(found.version)).endswith("3")


def test_a_title_that_only_names_its_kind_takes_its_area_from_what_follows(reading: Read) -> None:
    found = reading(
        "ÖVERENSKOMMELSE\nDokumentägare: Länsgruppen\nDiarienummer: HSN 1-2019\n"
        "Samverkan mellan Region Västerbotten och länets kommuner vid utskrivning\n\n"
        "1. Parter\nRegion Västerbotten och länets kommuner.\n2. Avtalstid\nTills vidare."
    )

    assert [area.value for area in found.areas] == ["discharge"]


def test_the_sender_of_a_document_is_not_its_title(reading: Read) -> None:
    found = reading(
        "Kommunrevisionen i Hagfors\nUppföljande granskning av samverkan kring barn\n\n"
        "Revisorerna har följt upp granskningen. Syftet med granskningen var att se om nämnden har "
        "gjort det som revisorerna rekommenderade."
    )

    assert value(found.title) == "Uppföljande granskning av samverkan kring barn"
