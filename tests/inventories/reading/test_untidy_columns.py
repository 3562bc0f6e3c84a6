"""Tables that lost their columns, sides in running text, numbers below signatures, pages' menus.

Seen red: each with the reader before these rules, but for the unit of care above a title, the page
head that an address repeats and "Kommunens diarienummer", which were red in longer texts. All texts
are invented.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from samklang.inventories.reading.facts import Reading
from tests.inventories.reading.saying import sides, value

Read = Callable[[str], Reading]

TITLE = "Överenskommelse om jour i Dalarnas län\n\n"
BODY = "\n\n2. Syfte\nÖverenskommelsen reglerar hur parterna samverkar om jour.\n"
TEN = "Avesta, Falun, Gagnef, Hedemora, Leksand, Mora, Orsa, Rättvik, Säter och Vansbro"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            (
                "2 Parter\nParter är:\n\nRegion Dalarna\nKommun Beslutande nämnd\n"
                "Avesta Socialnämnden\nMora Vård- och omsorgsnämnden\nOrsa Kommunstyrelsen\n"
            ),
            {"Region Dalarna", "Avesta kommun", "Mora kommun", "Orsa kommun"},
        ),
        (
            f"Överenskommelsen sluts mellan Region Dalarna och länets tio kommuner: {TEN}.",
            {"Region Dalarna", "Falu kommun", "Vansbro kommun"},
        ),
        (
            (
                "Mellan Region Dalarna å ena sidan och länets kommuner, nämligen Avesta, Mora, "
                "Orsa och Rättvik, å den andra sidan träffas följande avtal."
            ),
            {"Region Dalarna", "Avesta kommun", "Rättviks kommun"},
        ),
        (
            (
                "Den träffas mellan Region Dalarna, nedan regionen, och nedanstående kommuner:\n"
                "Avesta kommun, Mora kommun och Orsa kommun."
            ),
            {"Region Dalarna", "Avesta kommun", "Mora kommun", "Orsa kommun"},
        ),
        (
            (
                "1. PARTER\n\nMora kommun genom socialnämnden, nedan kallad kommunen, och Region "
                "Dalarna, nedan kallad regionen, samt Mora för-\nsamling inom Svenska kyrkan, "
                "nedan kallad församlingen, har träffat följande avtal."
            ),
            {"Mora kommun", "Region Dalarna", "Mora församling"},
        ),
        (
            (
                "2. Avtalsparter\nMora vårdcentral, org nr 232100-0001, och Mora kommun, "
                "socialnämnden, org nr\n212000-0002.\n\nRegion Dalarna och kommunerna i Dalarnas "
                "län har träffat ett ramavtal."
            ),
            {"Mora vårdcentral", "Mora kommun"},
        ),
    ],
)
def test_the_sides_are_those_that_are_listed(reading: Read, text: str, named: set[str]) -> None:
    found = sides(reading(TITLE + text + BODY))

    assert named <= found
    assert not any("kommuner" in one for one in found)


def test_news_names_those_who_stand_behind_an_agreement(reading: Read) -> None:
    found = reading(
        "Till innehållet\nSök\nMeny\nStart / Om oss / Nyheter / Nyheter i Dalarna\n\n"
        "Nyhet   Publicerad 25 november 2031\n\nGemensam överenskommelse mot våld\n\n"
        "På fredagen undertecknades en överenskommelse om arbetet mot våld. Bakom överenskommelsen "
        "står Region Dalarna, länets femton kommuner och Kriminalvården.\n\n"
        "Senast ändrad: 28 november 2031\nDela sidan: E-post\n"
    )

    assert value(found.title) == "Gemensam överenskommelse mot våld"
    assert {"Region Dalarna", "länets femton kommuner"} <= sides(found)


def test_who_made_the_countys_agreement_is_no_side_of_a_local_one(reading: Read) -> None:
    found = reading(
        "Lokal överenskommelse om skadligt bruk\nMora kommun och Region Dalarna\n\nBakgrund\n"
        "I Dalarna har Region Dalarna och länets femton kommuner tecknat en läns-\növerenskommelse "
        "om samarbete. Den här överenskommelsen gäller i Mora kommun.\n"
    )

    assert sides(found) == {"Mora kommun", "Region Dalarna"}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (
            (
                "1. Avtalsparter\nPart Organisationsnummer Diarienummer\n"
                "Region Dalarna 232100-0001 2031/01642\nMora kommun 212000-0002 SN 2031/211.779\n"
                "Orsa kommun 212000-0003 2031/512\n"
            ),
            {"2031/01642", "SN 2031/211.779", "2031/512"},
        ),
        (
            (
                "Diarienummer:\nRegion Dalarna 2031/00873\nMora kommun SN/2031:402\n"
                "Orsa kommun 2031-00214 739\n"
            ),
            {"2031/00873", "SN/2031:402", "2031-00214 739"},
        ),
        (
            (
                "1. Syfte\n"
                + "Parterna samverkar om jour i hela länet under dygnets alla timmar. " * 60
                + "\nAntagen av regionstyrelsen 2031-06-10 § 121 Dnr RS 2031/0433\n"
            ),
            {"RS 2031/0433"},
        ),
        (
            (
                "1. Syfte\nSamverkan.\n\nBeslut\nMora KF 2031-05-30 § 71        dnr 2031.126-736\n"
                "Orsa KF 2031-06-06 § 44    Dnr 143/31\nLTX HSN 2031-06-16 § 88   LTX 924-2031\n"
            ),
            {"2031.126-736", "143/31", "LTX 924-2031"},
        ),
        (
            (
                "1. Syfte\nSamverkan.\n\nKommunens diarienummer SN 2031/0312 och BUN 2031/0177\n"
                "Regionens diarienummer HSN 2032/0091\n"
            ),
            {"SN 2031/0312", "BUN 2031/0177", "HSN 2032/0091"},
        ),
    ],
)
def test_numbers_are_found_in_rows_and_where_it_was_adopted(
    reading: Read, text: str, numbers: set[str]
) -> None:
    assert {one.value for one in reading(TITLE + text + BODY).diary_numbers} == numbers


def test_the_number_beside_a_regions_name_is_the_documents(reading: Read) -> None:
    found = reading(f"ÖVERENSKOMMELSE\n2031-04-10\nRegion Dalarna RS310418\n\n{TITLE}{BODY}")

    assert [one.value for one in found.diary_numbers] == ["RS310418"]


def test_the_county_is_that_of_the_municipality_that_is_a_side(reading: Read) -> None:
    found = reading(
        "Samverkansöverenskommelse\nmellan\nMora kommun och lokalpolisområde Siljan\n2031–2034\n\n"
        "1 Bakgrund\nMora kommun och polisen samverkar.\n"
    )

    assert value(found.county) == "Dalarnas län"


def test_a_group_that_is_left_out_is_no_area(reading: Read) -> None:
    found = reading(
        f"{TITLE}{BODY}\n3. Målgrupp\nVuxna med psykisk funktionsnedsättning.\nPersoner med "
        "demenssjukdom omfattas inte.\n\n4. Ansvar\nParterna ansvarar.\n"
    )

    assert [one.value for one in found.areas] == ["mental_disability"]


def test_the_number_of_what_is_replaced_is_not_its_own(reading: Read) -> None:
    found = reading(f"{TITLE}Ersätter överenskommelse LX-LED11-262{BODY}")

    assert found.diary_numbers == ()


def test_a_table_of_changes_has_no_version_of_today(reading: Read) -> None:
    found = reading(
        f"{TITLE}Version      1.2{BODY}\n\nVersion   Datum        Ändring              Av\n"
        "0.9       2031-04-19   Utkast till gruppen   IL\n"
    )

    assert value(found.version) == "1.2"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            (
                "Till innehåll på sidan\n\nRegion Dalarna\n\nSök på webbplatsen\nSök\n\nMeny\n\n"
                "  • Hälsa och vård\n  • Jobb\n\n 1. Start\n 2. Samverkan\n 3. Överenskommelser\n\n"
                "Lyssna\n\nÖverenskommelse om samverkan kring skadligt bruk"
            ),
            "Överenskommelse om samverkan kring skadligt bruk",
        ),
        (
            (
                "LANDSTINGET DALARNA      A V T A L      1 (4)\nKOMMUNFÖRBUNDET DALARNA\n\n"
                "Avtal om kostnader för hjälpmedel åt barn\n\nmellan Landstinget Dalarna, nedan "
                "kallat landstinget, och Mora och Orsa kommuner, nedan kallade kommunerna."
            ),
            "Avtal om kostnader för hjälpmedel åt barn",
        ),
        (
            "MORA KOMMUN\nPrimärvården Dalarna\n\nA V T A L\n\nangående samverkan vid Eken i Mora",
            "AVTAL angående samverkan vid Eken i Mora",
        ),
        (
            (
                "SOURCE: https://www.exempel.se/overenskommelse-barn-placerade.pdf | TITLE: - | "
                "EXTENT: whole\n\nRegion Dalarna       Dalarnas kommuner\n\n"
                "Överenskommelse om samverkan för barn som vårdas\nutanför hemmet i Dalarna\n\n"
                "ÖVERENSKOMMELSE\nPlacerade barn 2 (5)"
            ),
            "Överenskommelse om samverkan för barn som vårdas utanför hemmet i Dalarna",
        ),
    ],
)
def test_a_title_stands_below_menus_and_senders(reading: Read, head: str, title: str) -> None:
    assert value(reading(head + BODY).title) == title


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            (
                "Region Dalarna │          Uppdragsdirektiv\nHälso- och "
                "sjukvård\n\nUPPDRAGSDIREKTIV\nGemensam översyn av mottagningarna i Dalarna"
            ),
            "UPPDRAGSDIREKTIV Gemensam översyn av mottagningarna i Dalarna",
        ),
        (
            (
                "LANDSTINGET DALARNA       KOMMUNFÖRBUNDET DALARNA\nHälso- och "
                "sjukvårdskansliet\n\nUPPDRAG FÖR LÄNSGRUPPEN FÖR HJÄLPMEDEL"
            ),
            "UPPDRAG FÖR LÄNSGRUPPEN FÖR HJÄLPMEDEL",
        ),
        (
            (
                "Region Dalarna\n\nUPPDRAGSDIREKTIV        Datum      Diarienummer\n"
                "                    2031-06-13   RS310387\n\nÖversyn av överenskommelsen i Dalarna"
            ),
            "Översyn av överenskommelsen i Dalarna",
        ),
    ],
)
def test_an_assignment_may_be_called_so_below_its_page_head(
    reading: Read, head: str, title: str
) -> None:
    found = reading(
        f"{head}\n\n1  Uppdragsgivare\nLänschefsgruppen.\n\n2  Syfte\nLänsgruppen skall verka för "
        "likvärdig tillgång.\n\n3  Arbetsuppgifter\nLänsgruppen åligger att följa behoven.\n"
    )

    assert (found.kind.value, value(found.title)) == ("assignment", title)


def test_an_offer_to_sign_is_not_the_agreement(reading: Read) -> None:
    found = reading(
        "LANDSTINGET DALARNA\nLedningskontoret\n\n2031-09-16\n\nTill\nKommunerna i Dalarnas län\n\n"
        "Erbjudande om att teckna avtal om uppsökande tandvård\n\nEtt avtal ska tecknas mellan "
        "Landstinget Dalarna och var och en av länets kommuner. Två exemplar bifogas.\n\n"
        "Avtalet gäller från den 1 januari 2032 och tills vidare.\n"
    )

    assert found.kind.value == "other_document"


@pytest.mark.parametrize(
    ("clause", "start", "end", "is_open"),
    [
        ("Med detta avtal upphör 1993 års avtal att gälla.", None, None, None),
        ("Överenskommelsen ersätter tidigare antagen överenskommelse från 2018.", None, None, None),
        (
            (
                "Den gäller från och med den 1 mars 2031 och tills vidare, dock längst till och "
                "med den 31 december 2034."
            ),
            "2031-03-01",
            "2034-12-31",
            None,
        ),
        (
            (
                "Denna överenskommelse gäller från den 1 mars 2031 och till dess den ersätts av en "
                "ny, dock senast till och med den 31 december 2034."
            ),
            "2031-03-01",
            "2034-12-31",
            None,
        ),
        ("Avtalet avser tiden 2031-01-01--2033-12-31", "2031-01-01", "2033-12-31", False),
        (
            "Avtalet gäller 2031-07-01 – 2032-12-31 och därefter tills vidare.",
            "2031-07-01",
            "2032-12-31",
            True,
        ),
    ],
)
def test_how_long_it_holds(
    reading: Read, clause: str, start: str | None, end: str | None, is_open: bool | None
) -> None:
    found = reading(f"{TITLE}{BODY}\n3. Giltighet\n{clause}\n")

    assert (value(found.valid_from), value(found.valid_until)) == (start, end)
    assert value(found.until_further_notice) is is_open


def test_a_turn_of_the_year_is_no_notice(reading: Read) -> None:
    found = reading(
        f"{TITLE}{BODY}Avtalet kan av endera parten sägas upp att upphöra vid ett årsskifte, "
        "varvid uppsägningen ska ske minst två år i förväg.\n"
    )

    assert value(found.termination_notice_months) == 24


def test_an_assignment_has_its_time(reading: Read) -> None:
    found = reading(
        "Uppdragsbeskrivning för länsgruppen demens\n\nUppdragsgivare\nLänschefsgruppen\n\n"
        "Tidplan\nUppdraget påbörjas 1 maj 2031 och ska vara avslutat senast 31 december 2032.\n"
    )

    assert (value(found.valid_from), value(found.valid_until)) == ("2031-05-01", "2032-12-31")
