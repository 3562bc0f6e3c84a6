"""Years, places and numbers that stand in an agreement: which are its own, and which are not.

Seen red: each on the reader before its rule (commit 6c579dd). All texts are invented.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from samklang.inventories.reading.facts import Reading
from tests.inventories.reading.saying import ENDS, NEWS, sides

Read = Callable[[str], Reading]

AGREEMENT = "Avtal mellan Mora kommun och Orsa kommun om räddning\n\nParter\nMora kommun och Orsa "
AGREEMENT += "kommun är parter i detta avtal.\n\n{}\n" + ENDS


@pytest.mark.parametrize(
    "clause",
    [
        "Inträdesavgifter\nInträdesavgifter gäller under åren 2023–2030 för Orsa enligt avtal.",
        "Program\nHandlingsprogrammet gäller under åren 2023–2030 enligt avtalet.",
        "Budget\nBudgetåret löper från och med 2023 till och med 2030 för båda.",
    ],
)
def test_years_of_something_else_are_no_validity(reading: Read, clause: str) -> None:
    found = reading(AGREEMENT.format(clause))
    assert (found.valid_from, found.valid_until) == (None, None)


@pytest.mark.parametrize("thing", ["måltidsprogrammet", "handlingsplan", "budget för åren"])
def test_the_years_of_a_programme_in_a_title_are_the_programme_s(reading: Read, thing: str) -> None:
    text = AGREEMENT.format("").replace("om räddning", f"om {thing} 2031–2034")
    assert (reading(text).valid_from, reading(text).valid_until) == (None, None)


@pytest.mark.parametrize("may", ["med möjlighet att komplettera avtalet årligen",
                                 "med rätt att revidera det årligen"])  # fmt: skip
def test_what_may_be_revised_every_year_is_not_due_every_year(reading: Read, may: str) -> None:
    found = reading(
        AGREEMENT.format(f"Giltighet\nDetta avtal gäller från 2031-01-01 till 2034-12-31, {may}.")
    )
    assert found.review == ()


def test_what_is_revised_every_year_is_due_every_year(reading: Read) -> None:
    found = reading(AGREEMENT.format("Uppföljning\nAvtalet revideras årligen av parterna."))
    assert [review.value.kind for review in found.review] == ["yearly"]


ROAD = (
    "Bevaknings- och samverkansavtal för väg 7 i Nusnäs\n\n1  Parter\n\nStaten genom Trafikverket, "
    "{} Regionen, org.nr 202100-6297, nedan Trafikverket\n\nMora kommun, org.nr 212000-2213, nedan "
    "Kommunen\n\n2  Bakgrund\nAvtalet avser samarbete om en cykelväg längs väg 7 mellan {} och {}, "
    "enligt avtal.\n" + ENDS
)


@pytest.mark.parametrize(
    ("part", "one", "other"),
    [("Västra", "Lärkvägen", "Nusnäs Station"), ("Norra", "Storgatan", "Nya Torget")],
)
def test_streets_and_stations_are_no_sides(reading: Read, part: str, one: str, other: str) -> None:
    assert sides(reading(ROAD.format(part, one, other))) == {"Trafikverket", "Mora kommun"}


def test_two_boards_and_an_association_are_sides_of_a_partnership(reading: Read) -> None:
    found = reading(
        "TJÄNSTESKRIVELSE\n\nDatum\n2031-05-21\n\nIdéburet offentligt partnerskap mellan nämnden "
        "för Vuxna & Familj, nämnden för Arbete och Falu Stadsmission\n\nFörslag till "
        "beslut\nNämnden "
        "förlänger partnerskapet.\n\nSammanfattning av ärendet\nPartnerskapet är en avtalsform.\n"
    )
    assert sides(found) == {"nämnden för Vuxna & Familj", "nämnden för Arbete", "Falu Stadsmission"}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (("Tjänsteskrivelse\n\n| Diarienummer:<br>26/0013-2 | Beslutad av:<br>Nämnden |\n\nFörslag "
         "till beslut\nNämnden beslutar att anta planen för nästa år.\n"), "26/0013-2"),
        (("Tjänsteskrivelse\n\nOmv 780/2031\n\nFörslag till beslut\nNämnden antar planen "
         "för nästa år och det som följer.\n"), "Omv 780/2031"),
        (NEWS.format("Insatser 2031", "Diarienummer: S2031/02060\n\nStaten har slutit en "
                     "överenskommelse om insatser för ungas hälsa i hela landet."), "S2031/02060"),
    ],
)  # fmt: skip
def test_a_number_has_more_forms(reading: Read, text: str, number: str) -> None:
    assert [one.value for one in reading(text).diary_numbers] == [number]


@pytest.mark.parametrize("words", ["Maj 12/2031", "Möte 3/2031", "Nr 4/2031"])
def test_a_month_and_a_meeting_s_number_are_no_diary_numbers(reading: Read, words: str) -> None:
    found = reading(
        f"Tjänsteskrivelse\n\n{words}\n\nFörslag till beslut\nNämnden antar planen "
        "för nästa år och det som följer på det.\n"
    )
    assert found.diary_numbers == ()


def test_a_page_that_tells_of_others_numbers_has_none(reading: Read) -> None:
    found = reading(
        NEWS.format(
            "Avtal",
            "Avtal om hjälpmedel i hela länet, diarienummer "
            "RS/512/2031\n\nRS 2031/14\n\nFråga oss om du undrar något.",
        )
    )
    assert found.diary_numbers == ()


def test_ways_to_be_reached_are_nobody(reading: Read) -> None:
    found = reading(
        "Bilaga 1.\nAnvisning brukarens privata medel\n\nPost Mora kommun,   · Besök  · Kontor\n"
        "Direkt  · Sms  · E-post\nOrg.nr 212000-2213 · Bankgiro 624-1061 · Fax\n\n"
        "Överenskommelse privata medel\n\nBrukare ______\nNamn\nPersonnummer\n"
    )
    assert all("·" not in name for name in sides(found))
