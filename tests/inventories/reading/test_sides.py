"""Who is on the sides of an agreement, in the ways that contracts, memos and news say it.

Seen red: each sentence on the reader before its rule (commit 782e16c), and what is told of in
passing with `heads_one` always true. All texts are invented.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from samklang.inventories.reading.facts import Reading
from tests.inventories.reading.saying import ENDS, NEWS, sides, value

Read = Callable[[str], Reading]

MEMO = "TJÄNSTESKRIVELSE\n2021-03-04\n\nKommunstyrelsen\n\n{}\n\nFörslag till beslut\n{}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Samverkansavtal om busstrafik\n\nDetta avtal har träffats mellan; (1) Region "
                "Värmland "
                "genom Trafikenheten, org.nr , med adress Karlstad, ( RV ); och (2) Region "
                "Halland och "
                "dess verksamhet Hallandsbussen, ( RH ); och (3) Eda kommun, ( EK ). Trafiken "
                "går "
                "genom Arvika kommun."
            ),
            {"Region Värmland", "Region Halland", "Eda kommun"},
        ),
        (
            (
                "Samverkansavtal om gymnasieutbildning\nSamverkande kommuner: Eda, Arvika, "
                "Säffle och "
                "Torsby\n\nInledning\nParterna samverkar om utbildning."
            ),
            {"Eda kommun", "Arvika kommun", "Säffle kommun", "Torsby kommun"},
        ),
        (
            (
                "Samverkansavtal om krisberedskap\n\nFöljande kommuner ingår i samverkan: Eda, "
                "Arvika "
                "samt Torsby.\n\nInledning\nParterna samverkar vid kriser."
            ),
            {"Eda kommun", "Arvika kommun", "Torsby kommun"},
        ),
        (
            (
                "Samarbetsavtal om forskning\nmellan\nRegion Värmland\noch\nKarlstads "
                "universitet\n\n"
                "Avtalets syfte\nParterna forskar tillsammans."
            ),
            {"Region Värmland", "Karlstads universitet"},
        ),
        (
            (
                "Samverkansavtal om tillsyn\n\nParter\nDetta avtal reglerar samarbetet mellan "
                "Glafs"
                "-Nordmarkens miljöförbund (222000–2622) samt Eda kommun (212000–1762), Arvika "
                "kommun "
                "(212000–1842) och Säffle kommun (212000–1852).\n\nBakgrund\nParterna "
                "samverkar."
            ),
            {"Glafs-Nordmarkens miljöförbund", "Eda kommun", "Arvika kommun", "Säffle kommun"},
        ),
        (
            (
                "Avtal om samverkan om arkiv\n\nPARTER Öns landskapsstyre, , Norra hamnens "
                "stiftelse, , och "
                "Öns fiskeförbund, har kommit överens om att samverka."
            ),
            {"Öns landskapsstyre", "Norra hamnens stiftelse", "Öns fiskeförbund"},
        ),
    ],
)
def test_a_contract_lists_its_sides(reading: Read, text: str, expected: set[str]) -> None:
    assert sides(reading(text + ENDS)) == expected


@pytest.mark.parametrize(
    ("heading", "proposal", "expected"),
    [
        (
            "Gemensam räddningsnämnd med Arvika kommun och Säffle kommun",
            (
                "Kommunstyrelsen beslutar att inrätta nämnden. Eda kommun är värd. Nödvändiga "
                "avtal om "
                "samverkan undertecknas."
            ),
            {"Arvika kommun", "Säffle kommun", "Eda kommun"},
        ),
        (
            "Avtal om jour",
            (
                "Kommunstyrelsen beslutar att teckna avtal om jour med Region Värmland. Eda "
                "kommun har "
                "behov av jour."
            ),
            {"Region Värmland", "Eda kommun"},
        ),
        (
            "Samverkansavtal om insamling",
            (
                "Kommunstyrelsen föreslås godkänna samverkansavtal mellan Eda kommun och Glas- "
                "och "
                "pappersinsamlingen AB (GPI)."
            ),
            {"Eda kommun", "Glas- och pappersinsamlingen AB"},
        ),
        (
            "Förlängning av avtal",
            (
                "Kommunstyrelsen beslutar att förlänga avtalet om unga med Arbetsförmedlingen. "
                "Eda kommun "
                "har haft nytta av det."
            ),
            {"Arbetsförmedlingen", "Eda kommun"},
        ),
        (
            "Ny gemensam tillsynsnämnd",
            (
                "Kommunfullmäktige föreslås bilda en gemensam tillsynsnämnd för Eda, Arvika "
                "och Säffle "
                "kommuner."
            ),
            {"Eda kommun", "Arvika kommun", "Säffle kommun"},
        ),
        (
            "Nämnd för kunskap",
            (
                "Kommunstyrelsen föreslås anta avtal om samverkan i en nämnd för Region "
                "Värmland och "
                "länets kommuner."
            ),
            {"Region Värmland", "länets kommuner"},
        ),
    ],
)
def test_a_memo_names_the_other_side_and_its_writer(
    reading: Read, heading: str, proposal: str, expected: set[str]
) -> None:
    found = reading(MEMO.format(heading, proposal))
    assert found.kind.value == "board_memo"
    assert sides(found) == expected


@pytest.mark.parametrize(
    ("heading", "text", "expected"),
    [
        (
            "Grannar hjälps åt",
            "I måndags skrev Eda kommun och Arvika kommun på ett nytt samverkansavtal.",
            {"Eda kommun", "Arvika kommun"},
        ),
        (
            "Två mottagningar",
            (
                "Det tycker Eda kommun som nu tecknat en avsiktsförklaring med Region Värmland "
                "om "
                "två lokaler."
            ),
            {"Eda kommun", "Region Värmland"},
        ),
        (
            "Ny överenskommelse",
            "Överenskommelsen beskriver hur kommunerna i länet och Region Värmland ska samverka.",
            {"kommunerna i länet", "Region Värmland"},
        ),
        (
            "Klart nu",
            (
                "Efter samtal mellan kommunerna, genom sitt förbund, och Region Värmland finns "
                "det nu "
                "ett nytt avtal."
            ),
            {"kommunerna", "Region Värmland"},
        ),
        (
            "Överenskommelse om god vård",
            "Regeringen och Sveriges Kommuner och Regioner har träffat en överenskommelse.",
            {"Regeringen", "Sveriges Kommuner och Regioner"},
        ),
        (
            "Fem blir starkare",
            "Nu har kommunråden i Eda, Arvika och Torsby skrivit på ett avtal om grannar.",
            {"Eda kommun", "Arvika kommun", "Torsby kommun"},
        ),
        (
            "Skolavtal faller",
            "Avtalet om skolor mellan kommunerna och regionen faller. Region Värmland är ledsen.",
            {"kommunerna", "Region Värmland"},
        ),
        (
            "Trygghet",
            "Polisen och Eda kommun har skrivit under en ny samverkansöverenskommelse.",
            {"Polisen", "Eda kommun"},
        ),
        (
            "Vårt samarbete",
            "Här står överenskommelser som Region Värmland och länets kommuner har ingått.",
            {"Region Värmland", "länets kommuner"},
        ),
        (
            "Vårt samarbete",
            "En överenskommelse har tecknats av Region Värmland och länets kommuner.",
            {"Region Värmland", "länets kommuner"},
        ),
        # What the state agreed on is told of in passing on every other page.
        (
            "Om vårt arbete",
            (
                "Arbetet vilar på en överenskommelse mellan regeringen och Sveriges Kommuner "
                "och "
                "Regioner."
            ),
            set(),
        ),
    ],
)
def test_news_tells_who_agreed(reading: Read, heading: str, text: str, expected: set[str]) -> None:
    found = reading(NEWS.format(heading, text + " Avtalet ger tryggare vård för alla som bor här."))
    assert found.kind.value == "web_page"
    assert sides(found) == expected


def test_what_the_state_takes_part_in_is_no_countys_agreement(reading: Read) -> None:
    found = reading(
        "Ramavtal om tågtrafik\n\n1. Parter\nDetta ramavtal har ingåtts mellan: Staten, Region "
        "Värmland och Karlstads kommun.\n\n2. Syfte\nParterna bygger en station." + ENDS
    )
    assert found.kind.value == "other_agreement"


@pytest.mark.parametrize(
    ("members", "level"),
    [
        ("Eda, Arvika och Säffle kommuner", "sub_regional"),
        ("de tre kommunerna Eda, Arvika och Säffle", "sub_regional"),
        (
            (
                "kommunerna Arvika, Eda, Filipstad, Forshaga, Grums, Hagfors, Hammarö, "
                "Karlstad, "
                "Kil, "
                "Kristinehamn, Munkfors, Storfors, Sunne, Säffle, Torsby och Årjäng"
            ),
            "regional",
        ),
    ],
)
def test_a_federations_rules_hold_where_its_members_are(
    reading: Read, members: str, level: str
) -> None:
    found = reading(
        "Förbundsordning för Västra brandkåren\n\n"
        + "Förbundet håller räddningstjänst. " * 20
        + f"\n\nMedlemmar i kommunalförbundet är {members}.\n\n"
        "Förbundet har sitt säte i Eda. Förbundet håller räddningstjänst. Arvika "
        "kommun svarar för "
        "hamnen. Arvika kommun svarar också för sjön.\n"
    )
    assert value(found.level) == level


def test_those_who_met_from_most_of_a_county_met_for_it(reading: Read) -> None:
    came = ", ".join(
        f"Anna Ek, (s), {place}"
        for place in (
            "Arvika",
            "Eda",
            "Filipstad",
            "Forshaga",
            "Grums",
            "Hagfors",
            "Kil",
            "Sunne",
            "Torsby",
        )
    )
    found = reading(
        f"SAMMANTRÄDESPROTOKOLL\nStyrelsen\n2015-03-05\n\nBeslutande\n{came}\n\nUnderskrifter\n"
        "Sekreterare Bo Alm\n\n§ 1 Val av justerare\n\nStyrelsen beslutar att utse Bo Alm.\n"
    )
    assert value(found.level) == "regional"


def test_a_calls_many_labelled_numbers_are_its_items(reading: Read) -> None:
    found = reading(
        "KALLELSE 2018-03-20\nMiljönämnden\n\nDagordning\n1 Val av justerare\n2 Krogen "
        "Dnr: EMN "
        "11.01-00020\n3 Kiosken Dnr: EMN 11.01-00034\n4 Taxa Dnr: EMN 474.1140\n"
    )
    assert found.diary_numbers == ()


@pytest.mark.parametrize(
    ("clause", "start", "end"),
    [
        ("Giltighet: 20190101-20211231", "2019-01-01", "2021-12-31"),
        ("Överenskommelsen gäller till utgången av 2022.", None, "2022"),
        ("Överenskommelsen börjar gälla i januari 2018.", "2018-01", None),
        ("Avtalet löper under mandatperioden 2019–2022.", "2019", "2022"),
    ],
)
def test_validity_in_other_words(
    reading: Read, clause: str, start: str | None, end: str | None
) -> None:
    found = reading(
        "Överenskommelse om hemsjukvård mellan Region Värmland och kommunerna i "
        "Värmlands län\n\n"
        f"Giltighetstid\n{clause}\n\nSyfte\nVården ska vara god.\n"
    )
    assert (value(found.valid_from), value(found.valid_until)) == (start, end)
    assert found.review == ()


def test_a_page_between_two_counties_is_neithers(reading: Read) -> None:
    found = reading(
        NEWS.format(
            "Historiskt samarbete",
            "Kommuner i Halland och Skåne har skrivit på ett avtal. I Skåne finns redan ett "
            "samarbete. Vi kan arbeta både i Skåne och Halland, säger kommunrådet Anna Ek.",
        )
    )
    assert found.county is None


def test_a_page_on_what_region_and_municipalities_agreed_is_regional(reading: Read) -> None:
    found = reading(
        NEWS.format(
            "Nej från en",
            "När Eda kommun sa nej föll avtalet mellan kommunerna och Region Värmland. Eda "
            "kommun "
            "har en egen skola. I Eda kommun väntar man på besked.",
        )
    )
    assert value(found.level) == "regional"


@pytest.mark.parametrize(
    ("heading", "text", "expected"),
    [
        (
            "Stöd till unga",
            "Eda kommun skriver avtal med Ungdomsjouren Fyren.",
            {"Eda kommun", "Ungdomsjouren Fyren"},
        ),
        (
            "Stöd till unga",
            (
                "Eda kommun har kommit överens med Ungdomsjouren i Charlottenberg om ett nytt "
                "samarbetsavtal."
            ),
            {"Eda kommun", "Ungdomsjouren i Charlottenberg"},
        ),
        (
            "Stöd till unga",
            (
                "Eda kommun har tecknat avtal om stöd, partnerskap, med både Ungdomsjouren Fyren "
                "och med Flickjouren Lyktan."
            ),
            {"Eda kommun", "Ungdomsjouren Fyren", "Flickjouren Lyktan"},
        ),
        (
            "Samverkan",
            "Eda, Arvika och Sunne kommuner har sedan 2012 en samverkan om lönerna.",
            {"Eda kommun", "Arvika kommun", "Sunne kommun"},
        ),
        (
            "Arkivet flyttar",
            "Ett gemensamt arkivkansli för kommunerna Eda, Arvika och Sunne bildades i fjol.",
            {"Eda kommun", "Arvika kommun", "Sunne kommun"},
        ),
        (
            "Ny station",
            "Region Värmland har tillsammans med Karlstads kommun ingått avtal om en station.",
            {"Region Värmland", "Karlstads kommun"},
        ),
        (
            "Ny station",
            (
                "Stationen är ett samarbetsprojekt mellan Region Värmland, Karlstads kommun och "
                "Trafikverket."
            ),
            {"Region Värmland", "Karlstads kommun", "Trafikverket"},
        ),
        (
            "Forskning",
            "Karlstads universitet och Region Värmland sluter avtal om forskning.",
            {"Karlstads universitet", "Region Värmland"},
        ),
        # Whom others agree with is no side of an authority's agreement.
        (
            "Vilka är parter?",
            (
                "Avtalet är tecknat mellan Sveriges Kommuner och Landsting och Fackförbundet Vågen "
                "samt Ledarna."
            ),
            set(),
        ),
    ],
)
def test_news_tells_with_whom_an_authority_agreed(
    reading: Read, heading: str, text: str, expected: set[str]
) -> None:
    found = reading(NEWS.format(heading, text + " Det ger tryggare stöd för alla som bor här."))
    assert found.kind.value == "web_page"
    assert sides(found) == expected


def test_a_date_after_a_diary_number_is_no_part_of_it(reading: Read) -> None:
    found = reading(MEMO.format("Dnr: 15-212.30 2015-11-18\n\nEU-arbetet", "Att lägga till."))
    assert [fact.value for fact in found.diary_numbers] == ["15-212.30"]


def test_a_numbered_list_of_sides_goes_on_to_its_last_number(reading: Read) -> None:
    found = reading(
        "Samverkansavtal Familjecentralen Eken\n\nAvtalsparter\n1. Eda kommun genom "
        "socialnämnden\n2. Region Värmland genom regionstyrelsen\n3. Arvika kommun\n\n"
        "1. Bakgrund\nVerksamheten finns i Torsby kommun sedan 2031.\n"
    )
    assert sides(found) == {"Eda kommun", "Region Värmland", "Arvika kommun"}
