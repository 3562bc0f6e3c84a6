"""Sides that stand side by side in a sentence about something shared, and how they are named.

Seen red: each sentence on the reader before `side_by_side` and `party_choice` (commit de015f1), or
before the rule for it (eec7156), but for those told of in passing, which were red when any row
counted, or one without a name; minutes of several matters when their paragraphs were not counted;
and a page with nobody on it when a row of nobody was asked who stands first. All texts are
invented.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from samklang.inventories.reading.facts import Reading
from tests.inventories.reading.saying import ENDS, NEWS, sides, value

Read = Callable[[str], Reading]

MINUTES = (
    "SAMMANTRÄDESPROTOKOLL\nSocialnämnden\nSammanträdesdatum 2031-04-18\n\n"
    "§ 65 Dnr 2031/133\n\n{}\n\nBeslut\nSocialnämnden godkänner avtalet.\n\n"
    "Paragrafen förklaras omedelbart justerad.\n"
)
JOINT = "Samverkansavtal mellan Eda kommun, Arvika kommun och Säffle kommun avseende tillsyn"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Eda kommun lämnar det gemensamma kansli som delats av kommunerna Eda, Arvika, "
                "Säffle och Torsby."
            ),
            {"Eda kommun", "Arvika kommun", "Säffle kommun", "Torsby kommun"},
        ),
        (
            (
                "Eda, Arvika och Säffle blir från årsskiftet först med att bilda en gemensam "
                "politisk nämnd för kulturskolan."
            ),
            {"Eda kommun", "Arvika kommun", "Säffle kommun"},
        ),
        (
            (
                "Kommunerna i Värmlands län och Region Värmland har samverkat i flera år. Nu "
                "behövs en överenskommelse."
            ),
            {"Kommunerna i Värmlands län", "Region Värmland"},
        ),
        (
            (
                "Överenskommelse mellan Västra Götalands kommuner och Västra Götalandsregionen om "
                "utskrivning."
            ),
            {"Västra Götalands kommuner", "Västra Götalandsregionen"},
        ),
        (
            (
                "Sedan 2001 har kommunerna i länet och Region Värmland tecknat avtal.\n\n"
                "Kommunerna i Värmlands län och Region Värmland har en överenskommelse."
            ),
            {"Kommunerna i Värmlands län", "Region Värmland"},
        ),
    ],
)
def test_a_row_that_shares_something_are_sides(
    reading: Read, text: str, expected: set[str]
) -> None:
    found = reading(NEWS.format("Nytt samarbete", text))
    assert found.kind.value == "web_page"
    assert sides(found) == expected


@pytest.mark.parametrize(
    "text",
    [
        # Examples from all over the country.
        (
            "Handboken om överenskommelser bygger på erfarenheter från kommunerna Eda, Arvika och "
            "Säffle där samarbete funnits länge."
        ),
        # Bodies by their places.
        "Det finns redan fyra samordningsförbund, Eda, Arvika, Säffle och Torsby.",
        "Nämnden ska verka för att ett samordningsförbund kan starta i Eda, Arvika och Säffle.",
        # Nobody in particular.
        "Ett samordningsförbund bildas av regionen, Försäkringskassan och Arbetsförmedlingen.",
    ],
)
def test_a_row_that_is_told_of_in_passing_are_no_sides(reading: Read, text: str) -> None:
    found = reading(NEWS.format("Om samverkan", text + " Avtalet ger bättre stöd för alla."))
    assert found.kind.value == "web_page"
    assert sides(found) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "I den gemensamma nämnden ingår Region Värmland och kommunerna Eda, Arvika och Säffle.",
            {"Region Värmland", "Eda kommun", "Arvika kommun", "Säffle kommun"},
        ),
        (
            "Ett kommunalförbund startar.\nMedlemskommunerna blir då: Eda, Arvika och Säffle.",
            {"Eda kommun", "Arvika kommun", "Säffle kommun"},
        ),
        (
            "Överenskommelsen är beslutad i länets sexton kommuner och Region Värmland.",
            {"länets sexton kommuner", "Region Värmland"},
        ),
        (
            (
                "En överenskommelse tas fram med Region Värmland om hur kommunerna och Region "
                "Värmland ska driva mottagningen."
            ),
            {"kommunerna", "Region Värmland"},
        ),
        (
            (
                "Genom Samordningsförbundet samverkar kommunerna, Arbetsförmedlingen och Region "
                "Värmland."
            ),
            {"kommunerna", "Arbetsförmedlingen", "Region Värmland"},
        ),
        (
            (
                "Förbundet finns länge. Det är Försäkringskassan, Region Värmland samt de tre "
                "kommunerna; Eda, Arvika och Säffle som styr förbundet. Avtal finns."
            ),
            {
                "Försäkringskassan",
                "Region Värmland",
                "Eda kommun",
                "Arvika kommun",
                "Säffle kommun",
            },
        ),
        (
            "Region Värmland och de värmländska kommunerna har beslutat om en överenskommelse.",
            {"Region Värmland", "de värmländska kommunerna"},
        ),
        # One body that is called after its places.
        (
            "Förr hette vi Samordningsförbundet Eda, Arvika och Säffle men nu har vi ett avtal.",
            set(),
        ),
        # Nobody at all.
        ("Här kan du läsa om avtalet och hur det kom till.", set()),
    ],
)
def test_members_and_those_who_decided_are_sides(
    reading: Read, text: str, expected: set[str]
) -> None:
    found = reading(NEWS.format("Nytt samarbete", f"{text} Det ger bättre stöd för alla."))
    assert found.kind.value == "web_page"
    assert sides(found) == expected


def test_a_federations_rules_tell_its_members(reading: Read) -> None:
    rules = (
        "Förbundsordning för Norra Brandkåren\n\n1 Förbundsordning för Norra Brandkåren Antagen av "
        "kommunfullmäktige den 9 juni 2031, 54. Medlemmar 1 Medlemmar i kommunalförbundet är "
        "Hallsberg, Kumla, Laxå och Örebro kommuner samt Örebro läns landsting. Namn och säte 2 "
        "Kommunalförbundets namn är Norra Brandkåren, nedan kallat förbundet. Ändamål 4 "
        "Kommunalförbundet skall hålla en för medlemmarna gemensam räddningstjänst.\n"
    )
    assert sides(reading(rules)) == {
        "Hallsbergs kommun", "Kumla kommun", "Laxå kommun", "Örebro kommun",
        "Örebro läns landsting",
    }  # fmt: skip


def test_a_region_is_called_by_its_county_where_it_has_no_other_name(reading: Read) -> None:
    found = reading(
        "Överenskommelse om missbruk mellan kommunerna och regionen i Värmlands län\n\nSyfte\n"
        "Parterna samverkar." + ENDS
    )
    assert sides(found) == {"kommunerna i Värmlands län", "regionen i Värmlands län"}


def test_a_side_places_a_page_that_names_its_county_once(reading: Read) -> None:
    long = "Personer med sammansatta behov har många kontakter. " * 14
    members = (
        "Samordningsförbundets medlemmar är Region Värmland och kommunerna Eda, Kil och Sunne."
    )
    text = f"{long}\n\n{members}"
    found = reading(NEWS.format("Om förbundet", text))
    assert value(found.county) == "Värmlands län"
    assert value(found.level) == "sub_regional"


def test_a_year_whose_number_was_lost_is_no_diary_number(reading: Read) -> None:
    memo = (
        "TJÄNSTEUTLÅTANDE\nDnr: KS/2031:\n\nKommunstyrelsen\n\nYttrande över remiss\n\nFörslag "
        "till beslut\nKommunstyrelsen antar yttrandet.\n"
    )
    assert reading(memo).diary_numbers == ()


def test_where_a_meeting_was_is_not_what_its_paper_is_called(reading: Read) -> None:
    where = "Arvika Näringsliv, hörsalen måndagen den 26 september 2031 kl Val av justerare"
    agenda = (
        f"SOURCE: https://docplayer.se/25-x.html | EXTENT: whole\n\n{where}\n\nTranskript\n1 "
        f"Kungörelse Datum Kommunfullmäktige Plats och tid {where}. Föredragningslista Nr "
        "Ärenderubrik Dnr 1 Allmänhetens frågestund 2 Årsredovisning 3 Motion om hundrastgård\n"
    )
    found = reading(agenda)
    assert found.kind.value == "agenda"
    assert value(found.title) != where


def test_minutes_of_one_matter_tell_whose_agreement_it_is(reading: Read) -> None:
    found = reading(MINUTES.format(JOINT))
    assert found.kind.value == "minutes"
    assert sides(found) == {"Eda kommun", "Arvika kommun", "Säffle kommun"}


def test_minutes_of_several_matters_have_no_parties(reading: Read) -> None:
    found = reading(MINUTES.format(JOINT) + "\n§ 66\n\nNästa möte\n\nBeslut\nMötet hålls i maj.\n")
    assert found.kind.value == "minutes"
    assert sides(found) == set()


def test_an_extract_from_minutes_is_called_what_its_matter_is(reading: Read) -> None:
    name = "Förbundsordning och samverkansavtal – Norra Flyget"
    minutes = (
        f"SOURCE: https://9lib.net/document/x1 | EXTENT: whole\n\n{name}\n\nPROTOKOLL\n\n"
        f"Regionstyrelsen 13 november 2031 Sida 31 (72)\n\n§ 227\n\n{name}\n\nDnr 3179-2031\n\n"
        "Regionstyrelsens beslut\n\nRegionstyrelsen föreslår regionfullmäktige besluta att\n\n"
        "1. förbundsordningen antas.\n\nÄrendet\n\nRegionfullmäktige har den 18 juni beslutat.\n"
    )
    assert value(reading(minutes).title) == name


def test_several_regions_of_an_agreement_are_all_sides(reading: Read) -> None:
    found = reading(
        "Samverkansavtal om busstrafik\n\nDetta avtal har träffats mellan Region Värmland, Region "
        "Halland och Region Gävleborg om gemensam busstrafik." + ENDS
    )
    assert sides(found) == {"Region Värmland", "Region Halland", "Region Gävleborg"}


def test_a_federation_ends_before_its_members(reading: Read) -> None:
    found = reading(
        "Samverkansavtal om flyg\n\nAvtal mellan kommunalförbundet Norra Flyget och dess medlem "
        "Region Värmland om flyg." + ENDS
    )
    assert sides(found) == {"kommunalförbundet Norra Flyget", "Region Värmland"}


def test_a_flattened_list_of_municipalities_is_told_by_name(reading: Read) -> None:
    contents = (
        "Inledning 3 1 Avtalsparter 3 2 Syfte 3 Ansvar mellan kommunerna Gemensamt ansvar "
        "Hemkommunens ansvar 5 7 Utveckling 5 8 Uppföljning och utvärdering 6 11 Avtalstid och "
        "uppsägning 6"
    )
    found = reading(
        f"Samverkansavtal om gymnasieutbildning\n\n2 Innehåll {contents} 1 Avtalsparter Parter i "
        "detta avtal är följande kommuner i Värmlands län: Arvika, Eda, Säffle, Torsby och Årjäng "
        "2 Syfte Parterna samverkar om utbildning.\n"
    )
    assert sides(found) == {
        "Arvika kommun", "Eda kommun", "Säffle kommun", "Torsby kommun", "Årjängs kommun",
    }  # fmt: skip


def test_what_has_to_happen_first_does_not_hide_the_start(reading: Read) -> None:
    text = (
        "Under våren antas överenskommelsen. Om samtliga antar den, börjar den gälla från och med "
        "1 juli 2031."
    )
    assert value(reading(NEWS.format("En ny överenskommelse", text)).valid_from) == "2031-07-01"


def test_the_words_for_a_sites_sign_are_no_title(reading: Read) -> None:
    page = (
        "SOURCE: https://regionvarmland.se/samverkan/varmlands-omstallning.printable\n\n"
        "Region Värmland logga\n\nMålbild för omställningen\n\nRegion Värmland och länets "
        "kommuner har tagit fram en målbild för omställningen till god och nära vård.\n"
    )
    assert value(reading(page).title) == "Målbild för omställningen"
