"""Sides that a title in capitals, a line below it or an address names, and what they make of it.

Seen red: each with the reader before these rules. All texts are invented.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from samklang.inventories.reading.facts import Reading
from tests.inventories.reading.saying import sides, value

Read = Callable[[str], Reading]

BODY = "\n\n1 Ansvar\nParterna ansvarar var för sig. Avtalet gäller från 2031-01-01.\n"
LONG = "Parterna samverkar om vården dygnet runt i hela länet. " * 100


def test_a_title_in_capitals_names_its_sides(reading: Read) -> None:
    found = reading(
        "DALARNAS LÄNS LANDSTING        AVTAL        1(4)\n\n\nAVTAL MELLAN LANDSTINGET DALARNA "
        "OCH KOMMUNERNA\nAVESTA, FALUN, GAGNEF, LEKSAND, MORA, ORSA, RÄTTVIK\n"
        f"OCH VANSBRO OM REHABILITERING{BODY}"
    )

    assert {"Landstinget Dalarna", "Avesta kommun", "Falu kommun", "Vansbro kommun"} <= sides(found)
    assert str(value(found.title)).endswith("RÄTTVIK OCH VANSBRO OM REHABILITERING")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Lokal överenskommelse om stöd till vuxna\nMora kommun och Region Dalarna\n\n"
                "Bakgrund\nMellan Region Dalarna och länets kommuner finns en överenskommelse."
            ),
            {"Mora kommun", "Region Dalarna"},
        ),
        (
            (
                "Överenskommelse om partnerskap\n\n1. Parter\n\nMora kommun, Familjenämnden, 792 "
                "80 Mora,\norg.nr 212000-0001 (nedan Kommunen)\n\noch\n\nKvinnojouren Eken i Mora, "
                "ideell förening, Box 11, 792 21\nMora, org.nr 885501-0000 (nedan Jouren)."
            ),
            {"Mora kommun", "Kvinnojouren Eken i Mora"},
        ),
        (
            (
                "Överenskommelse om barn och unga\n\n1. Syfte\nSamverkan.\n\n10. Undertecknande\n\n"
                "För Landstinget Dalarna För Mora kommun\n........ ........\n\n"
                "För Orsa kommun För Rättviks kommun\n........ ........\n"
            ),
            {"Landstinget Dalarna", "Mora kommun", "Orsa kommun", "Rättviks kommun"},
        ),
        (
            (
                "Samverkansöverenskommelse mellan Mora kommun och Polismyndigheten, "
                "lokalpolisområde norra Siljan, om trygghet"
            ),
            {"Mora kommun", "Polismyndigheten"},
        ),
        (
            (
                "RAMAVTAL OM LÄKARMEDVERKAN I SÄRSKILDA BOENDEN\n\n§ 1 Parter\nMellan Landstinget "
                "Dalarna, nedan kallat landstinget, å ena sidan, samt nedanstående kommuner i "
                "Dalarnas län, nedan kallade kommunerna, har träffats följande avtal.\n\n§ 2 Tid\n"
                f"{LONG}\n\nFör Landstinget Dalarna\n\nEva Ek\n\nFör Mora kommun        För Orsa "
                "kommun\n.....   .....\nFör Rättviks kommun   För Vansbro kommun\n.....    .....\n"
            ),
            {
                "Landstinget Dalarna",
                "Mora kommun",
                "Orsa kommun",
                "Rättviks kommun",
                "Vansbro kommun",
            },
        ),
        (
            (
                "Länsdelsöverenskommelse\nSamverkan mot våld i norra Dalarna\n\n1. Syfte\n"
                f"{LONG}\n\nUnderskrifter\n\nRegion Dalarna          Mora kommun\n"
                "Eva Ek                  Bo Björk\n\nOrsa kommun\nUno Ulv\n"
            ),
            {"Region Dalarna", "Mora kommun", "Orsa kommun"},
        ),
        (
            (
                "Mora kommun\n\nRegion Dalarna\n\n\nLOKAL ÖVERENSKOMMELSE OM SAMVERKAN\nKRING BARN "
                "OCH UNGA\n\nBakgrund\nTill grund ligger länsöverenskommelsen, ”Samverkan i "
                f"Dalarna”, mellan regionen och länets 15 kommuner.\n{LONG}"
            ),
            {"Mora kommun", "Region Dalarna"},
        ),
    ],
)
def test_the_sides_are_named_near_the_title_or_the_signatures(
    reading: Read, text: str, expected: set[str]
) -> None:
    assert sides(reading(text + BODY)) == expected


@pytest.mark.parametrize(
    ("title", "parties"),
    [
        (
            "S A M V E R K A N S A V T A L\n\nFamiljecentralen Ankaret i Mora",
            (
                "Mora kommun, genom socialnämnden, och Landstinget Dalarna, genom Primärvården, "
                "har träffat följande avtal om gemensam drift."
            ),
        ),
        (
            "LOKAL ÖVERENSKOMMELSE\nOM SAMVERKAN KRING PERSONER\nMED PSYKISK FUNKTIONSNEDSÄTTNING",
            "Region Dalarna, Mora kommun, Orsa kommun och Älvdalens kommun.",
        ),
        (
            "Avtal gällande ungdomsmottagningen i Mora, Orsa och Älvdalen",
            "Region Dalarna\nMora kommun\nOrsa kommun\nÄlvdalens kommun",
        ),
    ],
)
def test_a_part_of_the_county_has_a_local_agreement(
    reading: Read, title: str, parties: str
) -> None:
    found = reading(
        f"{title}\n\nAvtalsparter\n\n{parties}\n\nBakgrund\nI Dalarnas län finns den "
        "länsgemensamma ”Överenskommelse mellan Region Dalarna och länets kommuner om samverkan”."
        f"{BODY}"
    )

    assert found.kind.value == "local_agreement"


def test_places_after_the_municipalities_are_all_of_them(reading: Read) -> None:
    found = reading(
        "A V T A L\n\nom hjälpmedel inom Dalarnas län\n\nMellan Landstinget Dalarna, nedan kallat "
        "landstinget, och\nkommunerna Avesta, Mora, Orsa, Rättvik\noch Vansbro, nedan kallade "
        f"kommunerna, har följande avtal träffats.{BODY}"
    )

    places = {"Avesta", "Mora", "Orsa", "Rättviks", "Vansbro"}
    assert sides(found) == {"Landstinget Dalarna", *(f"{one} kommun" for one in places)}


def test_news_names_those_who_have_agreed_now(reading: Read) -> None:
    found = reading(
        "Till innehållet\nStart / Om oss / Nyheter / Nyhet\n\nNy överenskommelse om barn\n\n"
        "Publicerad: 20 november 2031\n\nBarn har sämre hälsa. Nu har Region Dalarna och länets "
        "femton kommuner enats om hur undersökningar ska gå till. Överenskommelsen börjar gälla i "
        "januari.\n\nSenast ändrad: 28 november 2031\nDela sidan: E-post\n"
    )

    assert sides(found) == {"Region Dalarna", "länets femton kommuner"}


def test_an_assignment_starts(reading: Read) -> None:
    found = reading(
        "Uppdragsdirektiv elevhälsa\n\nUppdragsgivare\nStyrgruppen\n\nTid\nUppdraget startar 1 "
        "november 2031 och avslutas 31 december 2032.\n"
    )

    assert (value(found.valid_from), value(found.valid_until)) == ("2031-11-01", "2032-12-31")


def test_a_table_with_tabs_at_the_end_has_the_numbers(reading: Read) -> None:
    found = reading(
        "Överenskommelse om barn och unga\n\n1. Syfte\n"
        + "Parterna samverkar om barn och unga i hela länet. " * 120
        + "\n\nPart\tBeslutad\tDnr\tNamn\n"
        "Region Dalarna\tRegionstyrelsen 2031-05-22 § 81\tRS310377\tEva Ek\n"
        "Mora kommun\tKF 2031-06-11 § 96\tKS 2031-168\tBo Björk\n"
        "Orsa kommun\tKF 2031-06-18 § 74\t2031-000207\tUno Ulv\n"
    )

    numbers = {one.value for one in found.diary_numbers}
    assert numbers == {"RS310377", "KS 2031-168", "2031-000207"}


def test_a_number_may_say_whose_it_is(reading: Read) -> None:
    found = reading(
        "Överenskommelse om jour\n\nDnr Region Dalarna  02345-2031\nDnr Dalarnas Kommuner  2031/118"
        f"{BODY}"
    )

    assert {one.value for one in found.diary_numbers} == {"02345-2031", "2031/118"}
    rows = "Mora kommun, kf § 22/31        KS 31/041\nOrsa kommun, kf § 19/31   dnr 31.0076\n"
    decided = reading(f"Överenskommelse om jour i Dalarna{BODY}\n{rows}")
    assert {one.value for one in decided.diary_numbers} == {"KS 31/041", "31.0076"}
    both = reading(
        f"Överenskommelse om jour i Dalarna{BODY}\nDnr Mora kommun: ON 0043/31, UN 0071/31"
    )
    assert {one.value for one in both.diary_numbers} == {"ON 0043/31", "UN 0071/31"}


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            (
                "Dokumenttyp             Ansvarig verksamhet      Version   Antal sidor\n"
                "Överenskommelse         Tandvårdsenheten         3         7\n\n"
                "Samverkan kring munhälsa för äldre i Dalarna\n\n"
                "Överenskommelse mellan Region Dalarna och kommunerna i Dalarnas län"
            ),
            "Samverkan kring munhälsa för äldre i Dalarna",
        ),
        (
            (
                "Lokal överenskommelse - hjälpmedel                Sida 1/5\nDnr VON 2031/164\n\n\n"
                "Lokal överenskommelse om samarbete kring vuxna\nsom behöver hjälpmedel"
            ),
            "Lokal överenskommelse om samarbete kring vuxna som behöver hjälpmedel",
        ),
        (
            (
                "Mora kommun Polismyndigheten\nPolisregion "
                "Bergslagen\n\nSamverkansöverenskommelse\n2031–2034\n\nMellan Mora kommun och "
                "Polismyndigheten, lokalpolisområde norra Siljan,\nom trygghetsskapande arbete"
            ),
            (
                "Samverkansöverenskommelse 2031–2034 Mellan Mora kommun och Polismyndigheten, "
                "lokalpolisområde norra Siljan, om trygghetsskapande arbete"
            ),
        ),
    ],
)
def test_a_title_is_whole_below_the_pages_head(reading: Read, head: str, title: str) -> None:
    assert value(reading(head + BODY).title) == title


def test_what_every_page_repeats_is_read_once(reading: Read) -> None:
    head = "DOKUMENT-ID    VERSION   GODKÄNT DATUM\nNBX-4-187      3.0       2031-06-11\n"
    page = f"{head}Dnr 01298-2031\n\nText som går vidare på sidan.\nParterna ansvarar.\n\n{{}}\n"
    found = reading(
        f"{head}Dnr 01298-2031\n\nÖverenskommelse mellan Region Dalarna och kommunerna i Dalarnas "
        "län om jour\n\n1\n" + "".join(page.format(number) for number in (2, 3, 4, 5))
    )

    assert value(found.version) == "3.0"
    assert [one.value for one in found.diary_numbers] == ["01298-2031"]


def test_the_last_row_of_a_table_of_versions_is_the_version(reading: Read) -> None:
    found = reading(
        f"Överenskommelse om jour i Dalarna{BODY}{BODY * 20}\nRevisioner\nVersion Datum Ändring "
        "Ansvarig\n1.0 2030-11-29 Remissversion Gruppen\n1.2 2031-03-14 Tabell införd K. Ek\nSlut\n"
    )

    assert value(found.version) == "1.2"


def test_a_letter_for_adoption_is_not_the_agreement(reading: Read) -> None:
    found = reading(
        "Dalarnas Kommuner\n\n2031-10-08        Dnr 31/00187\n\nTill\nKommunstyrelserna i "
        "Dalarnas\nkommuner\nRegionstyrelsen, Region Dalarna\n\nFör kännedom\nSocialchefer\n\n\n"
        "Länsgemensam överenskommelse om samverkan för barn – för antagande\n\nStyrelsen "
        "behandlade bifogat förslag till överenskommelse mellan Region Dalarna och länets "
        "kommuner.\n\nGiltighet\nÖverenskommelsen föreslås gälla från den 1 januari 2032.\n"
    )

    assert found.kind.value == "other_document"
    assert str(value(found.title)).startswith("Länsgemensam överenskommelse")


def test_a_page_with_three_periods_tells_of_several(reading: Read) -> None:
    found = reading(
        "Till innehållet\nSök\nMeny\nStart / Samverkan / Överenskommelser\n\nVåra "
        "överenskommelser\n\nBarn och unga\nÖverenskommelsen gäller 2021-01-01 – "
        "2024-12-31.\n\nDemens\nÖverenskommelsen gäller 2022-01-01 – "
        "2025-12-31.\n\nHemsjukvård\nÖverenskommelsen gäller 2026-01-01 – "
        "2028-12-31.\n\nSidan uppdaterad: 2031-02-09\nDela  Skriv ut\n"
    )

    assert found.kind.value == "web_page"
    assert (value(found.valid_from), value(found.valid_until)) == (None, None)


@pytest.mark.parametrize(
    ("clause", "end"),
    [
        (
            "Part kan säga upp avtalet, dock tidigast så att det upphör den 31 december 2034.",
            None,
        ),
        (
            (
                "Den skulle ha löpt ut vid årsskiftet men har efter beslut förlängts till och med "
                "den 31 december 2034."
            ),
            "2034-12-31",
        ),
    ],
)
def test_when_it_may_end_is_not_when_it_ends(reading: Read, clause: str, end: str | None) -> None:
    found = reading(
        "Överenskommelse mellan Region Dalarna och kommunerna i Dalarnas län om jour\n\n1. Tid\n"
        f"Överenskommelsen gäller från den 1 januari 2031. {clause}\n"
    )

    assert value(found.valid_until) == end


@pytest.mark.parametrize(
    ("matter", "area"),
    [
        ("våld i nära relationer", "domestic_violence"),
        ("brottsförebyggande arbete", "crime_prevention"),
        ("personer i hemlöshet", "homelessness"),
    ],
)
def test_what_the_title_is_about_is_no_area_of_those_who_are_named(
    reading: Read, matter: str, area: str
) -> None:
    found = reading(
        f"Överenskommelse om {matter} i Dalarna\n\nMålgrupp\nSärskilt utsatta grupper är äldre, "
        f"barn och personer med missbruk.{BODY}"
    )

    assert [one.value for one in found.areas] == [area]


def test_who_is_not_in_the_assignment_is_no_area(reading: Read) -> None:
    found = reading(
        "Uppdragshandling för samverkansgrupp psykisk hälsa\n\nUppdragsgivare\nLedningsgruppen\n\n"
        "Uppdrag\nEj i uppdraget: barn och unga (se gruppen för barn och unga).\n\n"
        "Bakgrund\nAvtalet om personer med psykisk funktionsnedsättning styr. Personer med psykisk "
        "sjukdom ska få stöd.\n"
    )

    assert [one.value for one in found.areas] == ["mental_disability"]
