"""What stands in columns and tables, above a page's steps, or with numbers: sides and numbers.

Seen red: each with the reader before these rules. All texts are invented.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from samklang.inventories.reading.facts import Reading
from tests.inventories.reading.saying import sides, value

Read = Callable[[str], Reading]

TITLE = "Överenskommelse om hjälpmedel i Dalarnas län\n\n"
BODY = "1. Syfte\nÖverenskommelsen mellan landstinget och kommunerna gäller hjälpmedel.\n"


def test_a_list_of_municipalities_in_two_columns_goes_with_the_region_named_above(
    reading: Read,
) -> None:
    found = reading(
        f"{TITLE}Mellan landstinget Dalarna, nedan kallat landstinget, och de kommuner som anges i "
        "§ 1, nedan kallade kommunerna, har följande avtal träffats.\n\n"
        "§ 1  AVTALSSLUTANDE KOMMUNER\n\n"
        "Avesta kommun             Mora kommun\nFalu kommun               Orsa kommun\n"
        "Gagnefs kommun            Rättviks kommun\n\n"
        "Leksands kommun har beslutat att stå utanför avtalet.\n\n§ 2  BAKGRUND\nSamverkan.\n"
    )

    municipalities = {"Avesta", "Falu", "Gagnefs", "Mora", "Orsa", "Rättviks"}
    assert sides(found) == {"landstinget Dalarna", *(f"{one} kommun" for one in municipalities)}


def test_the_last_row_of_a_list_may_run_into_the_sentence_below_it(reading: Read) -> None:
    found = reading(
        f"{TITLE}1 Parter\nParter är Region Dalarna samt\nAvesta kommun      Mora kommun\n"
        "Falu kommun        Orsa kommun\nGagnefs kommun     Rättviks kommun\n"
        "nedan kallade kommunerna. Vårdgivare med avtal omfattas på samma sätt.\n\n2 Mål\n"
    )

    assert {"Gagnefs kommun", "Rättviks kommun"} <= sides(found)


def test_every_side_with_a_number_of_its_own_is_one(reading: Read) -> None:
    found = reading(
        "Överenskommelse om idéburet offentligt partnerskap\n\nMellan Mora kommun genom "
        "Socialnämnden, org.nr 212000-0001, Region\nDalarna genom Hälsonämnden, "
        "org.nr 232100-0002, Föreningen\nNattljuset, org.nr 885001-0003, och Mora pastorat, "
        "org.nr 252003-\n0004, har följande överenskommelse träffats.\n"
    )

    named = {"Mora kommun", "Region Dalarna", "Föreningen Nattljuset", "Mora pastorat"}
    assert sides(found) == named


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        (
            (
                "Region Dalarna och länets femton kommuner har antagit en regional "
                "överenskommelse. Den här gäller i Mora kommun."
            ),
            {"Region Dalarna", "Mora kommun"},
        ),
        (
            "Polismyndigheten och Mora kommun har arbetat tillsammans. Överenskommelsen bygger "
            "på den som Region Dalarna och kommunerna undertecknade.\n\nMora 2031-02-03\n\n"
            + "Det som sägs här gäller i hela kommunen. " * 30
            + "\n\nMora kommun          Polismyndigheten\n",
            {"Mora kommun", "Polismyndigheten"},
        ),
    ],
)
def test_those_of_the_countys_agreement_are_no_sides_of_a_local_one(
    reading: Read, below: str, expected: set[str]
) -> None:
    head = "Lokal överenskommelse om trygghet i Mora\n\n"
    assert sides(reading(head + below)) == expected


def test_a_municipality_and_health_care_there_have_a_local_agreement(reading: Read) -> None:
    found = reading(
        "Samverkansavtal Familjecentralen Eken\n\nMellan Mora kommun, genom Socialnämnden, samt "
        "Primärvården Norra Dalarna har följande avtal slutits avseende drift av familjecentralen."
        "\n\n1. Syfte\nFamiljecentralen ska främja barns hälsa.\n"
    )

    assert (found.kind.value, value(found.level)) == ("local_agreement", "local")


def test_every_row_of_a_table_of_sides_has_its_number(reading: Read) -> None:
    found = reading(
        f"{TITLE}Avtalsparter\n\n"
        "Huvudman             Org.nr         Diarienr         Beslutad\n"
        "Landstinget Dalarna  232100-0001    31LX1077         2031-01-27\n"
        "Mora kommun          212000-0002    2031/512         2031-02-22\n"
        "Orsa kommun          212000-0003    461/2031         2031-03-21\n"
        "Falu kommun          212000-0004    Hn/2031:118      2031-02-24\n"
    )

    numbers = {one.value for one in found.diary_numbers}
    assert numbers == {"31LX1077", "2031/512", "461/2031", "Hn/2031:118"}
    assert sides(found) == {"Landstinget Dalarna", "Mora kommun", "Orsa kommun", "Falu kommun"}


@pytest.mark.parametrize("number", ["LX/310877", "LX-LED31-0582", "LiX 2031-417"])
def test_a_letterheads_number_needs_no_label(reading: Read, number: str) -> None:
    head = f"LANDSTINGET DALARNA       2031-09-22\nHälsostaben     {number}\n\n"
    found = reading(head + TITLE + BODY)

    assert [one.value for one in found.diary_numbers] == [number]


def test_rows_under_the_management_of_versions_are_history(reading: Read) -> None:
    found = reading(
        f"{TITLE}Utgåva: 3\n\nVersionshantering\nUtgåva  Datum        Förändring\n"
        "1       2029-02-11   Ny\n2       2030-10-01   Redaktionella ändringar\n"
    )

    assert value(found.version) == "3"
    assert found.version is not None
    assert found.version.quote == "Utgåva: 3"
    assert found.contradictions == ()


def test_what_stands_above_a_pages_steps_is_the_sites(reading: Read) -> None:
    found = reading(
        "Till innehåll på sidan\nRegion Dalarna  Vårdgivare\nSök  Meny\n"
        "Startsida / Samverkan / Kommun och region / Hemsjukvård\n\n"
        "Överenskommelse om hemsjukvård i Dalarna\n\nRegion Dalarna och de femton dalska "
        "kommunerna har en gemensam överenskommelse om hemsjukvård.\n\nDokument\n"
        "Överenskommelse hemsjukvård (pdf, 412 kB)\n\nHjälpte informationen på sidan dig?\n"
        "Sidan uppdaterad: 2031-02-09\nDela  Skriv ut\n"
    )

    assert found.kind.value == "web_page"
    assert value(found.title) == "Överenskommelse om hemsjukvård i Dalarna"
    assert sides(found) == {"Region Dalarna", "de femton dalska kommunerna"}
