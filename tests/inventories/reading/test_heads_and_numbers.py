"""Numbers under labels and in page heads, and names below senders, menus and a host's words.

Seen red: each with the reader before these rules. All texts are invented.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from samklang.inventories.reading.facts import Reading
from tests.inventories.reading.saying import COUNTY, HEAD, LOCAL, value

Read = Callable[[str], Reading]

PAGES = "\n\nSida {} av 3\nRDL 2031/2214\nVer. 1.2\n\n{}"


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("Kommunförbundet Dalarna     Dnr 29 LX 412", {"29 LX 412"}),
        ("Landstingets kansli      2031-11-23      LX/31-0876", {"LX/31-0876"}),
        ("Socialnämnden      SX 2031/0630.11.03", {"SX 2031/0630.11.03"}),
        (
            (
                "Part             Dnr            Beslut\n"
                "Region Dalarna   00318-2031     RX 2031-05-27\n"
                "Mora kommun      00147/2031     KX 2031-06-22\n"
                "Orsa kommun      2031/333       KX"
            ),
            {"00318-2031", "00147/2031", "2031/333"},
        ),
    ],
)
def test_numbers_of_other_forms_stand_under_their_label(
    reading: Read, line: str, numbers: set[str]
) -> None:
    found = reading(f"{line}\n\n{COUNTY}1. Syfte\nÖverenskommelsen gäller hjälpmedel.\n")

    assert {one.value for one in found.diary_numbers} == numbers


def test_the_police_have_their_number_beside_the_municipalitys(reading: Read) -> None:
    body = "Det som sägs här gäller i hela kommunen. " * 100
    found = reading(
        f"{LOCAL}{body}\n\nMora 2031-05-02\n\n"
        "Diarienummer: KX 2031-00878 1.2.4.3     Polisen: A048.227/2031\n"
    )

    assert {one.value for one in found.diary_numbers} == {"KX 2031-00878", "A048.227/2031"}


def test_each_boards_number_stands_right_after_the_others(reading: Read) -> None:
    body = "Det som sägs här gäller i hela kommunen. " * 100
    found = reading(f"{LOCAL}{body}\n\nDnr SX 2031/0077    BUX 2031.61-624    LX/310412\n")

    numbers = {one.value for one in found.diary_numbers}
    assert numbers == {"SX 2031/0077", "BUX 2031.61-624", "LX/310412"}


def test_what_only_page_heads_tell_is_read_there(reading: Read) -> None:
    texts = (HEAD + "Region Dalarna\nLänets kommuner\n", "1 Syfte\nGod hjälp.\n", "2 Mål\nBra.\n")
    found = reading("".join(PAGES.format(n, text) for n, text in enumerate(texts, start=1)))

    assert [one.value for one in found.diary_numbers] == ["RDL 2031/2214"]
    assert value(found.version) == "1.2"
    assert found.version is not None
    assert found.version.quote.strip() == "1.2"


def test_a_hosts_list_above_the_transcript_is_not_where_the_document_ends(reading: Read) -> None:
    name = "Samverkansöverenskommelse mellan lokalpolisområde Mora och Orsa kommun"
    found = reading(
        f"SOURCE: http://docplayer.se/1-{name.replace(' ', '-')}.html | TITLE: - | EXTENT: all\n\n"
        f"{name}\n\nRelevanta dokument\n\nStorlek: px\nStarta visningen från sidan:\n\n"
        "Transkript\n\n"
        f"1 Polisen Orsa kommun {name} Bakgrund Rapporten om trygghet, uppföljningen och analysen "
        "visar resultat. Resultatet av enkäten redovisas i rapporten. Utvärderingen visar att "
        "insatserna ger resultat. Slutsatser dras i rapporten.\n"
    )

    assert found.kind.value.endswith("agreement")


def test_a_meeting_is_named_below_the_word_for_its_notes(reading: Read) -> None:
    found = reading(
        "Kommunal utveckling\n\nMINNESANTECKNINGAR\n2031-05-17\n\nGruppen för äldre, möte nr 3 2031"
        "\nPlats: Mora\nTid: kl. 9\n\nNärvarande\nBo Ek\n\n1. Inledning\nDagordningen godkänns.\n"
    )

    assert value(found.title) == "Gruppen för äldre, möte nr 3 2031"


def test_a_name_with_its_years_is_the_name_though_the_sides_stand_below(reading: Read) -> None:
    found = reading(
        "SAMVERKANSÖVERENSKOMMELSE 2031–2034\nEtt tryggare Mora\n\n"
        "Överenskommelse mellan Mora kommun och Polismyndigheten\n\nInledning\nVi samverkar.\n"
    )

    assert str(value(found.title)).startswith("SAMVERKANSÖVERENSKOMMELSE 2031–2034")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            (
                "UPPDRAGSBESKRIVNING            1(3)\nNya Vägar Dalarna\n"
                "Region Dalarna och länets kommuner          Datum           Dnr\n\n"
                "Länsgemensam arbetsgrupp för planer\n\nUppdragsgivare          Beredningsgruppen\n"
                "Uppdragstagare          Arbetsgrupp Plan\n"
            ),
            "Länsgemensam arbetsgrupp för planer",
        ),
        (
            (
                "Region Dalarna                UPPDRAGSBESKRIVNING\nStrategigrupp Äldre           "
                "2035-04-21\n                              Beslutad av: Ledningsgruppen\n\n\n"
                "Länsgemensam arbetsgrupp för vårdförlopp\nvid demens\n\nBakgrund\nArbetsgruppen "
                "tar fram ett vårdförlopp vid demens.\n\nUppdragsgivare\nStrategigrupp Äldre, på "
                "uppdrag av länet\n"
            ),
            "Länsgemensam arbetsgrupp för vårdförlopp vid demens",
        ),
        (
            (
                "Samverkan kring personer\nmed funktionsnedsättning i Dalarna\n\n"
                "En länsöverenskommelse mellan\nlandstinget Dalarna\noch länets kommuner\n\n"
                "Inledning\nVi samverkar.\n"
            ),
            "Samverkan kring personer med funktionsnedsättning i Dalarna",
        ),
        (
            (
                "Samverkan vid utskrivning\nfrån sluten vård\ni Dalarnas län\n\n"
                "Länsgemensam överenskommelse\n\nInledning\nVi samverkar vid utskrivning.\n"
            ),
            "Samverkan vid utskrivning från sluten vård i Dalarnas län",
        ),
        (
            (
                "Överenskommelse missbruk          Gäller fr.o.m. 2033-10-01\n\n"
                "Landstinget Dalarna        Kommunerna i Dalarna\n\n"
                "ÖVERENSKOMMELSE OM SAMVERKAN KRING\nVUXNA PERSONER\n\nInledning\nVi samverkar.\n"
            ),
            "ÖVERENSKOMMELSE OM SAMVERKAN KRING VUXNA PERSONER",
        ),
    ],
)
def test_the_sender_and_the_page_head_above_are_no_title(
    reading: Read, text: str, title: str
) -> None:
    assert value(reading(text).title) == title


def test_below_a_menu_and_its_button_for_listening_stands_the_name(reading: Read) -> None:
    found = reading(
        "SOURCE: https://samverkan.exempel.se/vard/aldre/ | TITLE: - | EXTENT: whole page\n\n"
        "Till innehållet\nGodkänn alla   Bara nödvändiga\n\nSamverkan Dalarna\nMeny\n • Start\n"
        " • Hälsa\n • Demens\n\nLyssna\n\nSamverkan vid demens\n\nRegion Dalarna och länets femton "
        "kommuner har en gemensam överenskommelse om vård.\n\nNytt\n\n • Team ska finnas.\n"
    )

    assert value(found.title) == "Samverkan vid demens"
