"""What a document is called, and for how large a part of the country it holds."""

from collections.abc import Callable

import pytest

from samklang.inventories.reading.facts import Reading

Read = Callable[[str], Reading]


def value(fact: object) -> object:
    return getattr(fact, "value", None)


REPORT = """Att enas

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

BEHIND_A_PAGE_MARK = f"4:1\n{REPORT}"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (BEHIND_A_PAGE_MARK, "Att enas"),
        (REPORT, "Att enas"),
        (NORWEGIAN, "Overordna avtale"),
        (AGENDA, "Dagordning"),
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


def test_the_seat_of_a_state_authority_is_no_county(reading: Read) -> None:
    found = reading(
        "Delbetänkande av Exempelutredningen\nSOU 2099:1\nFörord\nSom expert förordnades "
        "länsrådet Ebba Exempel (Länsstyrelsen i Kronobergs län) och förbundsjuristen Bo Exempel."
    )

    assert found.county is None
    assert found.level is None
