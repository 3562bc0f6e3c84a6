"""Agreements between a state agency and a municipality: what they are, with whom and for how long.

Seen red against the reader as it was before. What guards against saying too much was seen red with
`_range` and `_LEAD` asking for nothing, with 'funnits' an act after anything, with
`is_there_since` true of whatever stands after the year, and with `_NEW` hearing what is not new.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from samklang.inventories.reading.facts import Reading
from tests.inventories.reading.saying import NEWS, sides, value

Read = Callable[[str], Reading]
BODY = (
    "Bakgrund\nUnder våren beslutade ledningen om nya former för arbetet. Arbetet ska vara "
    "långsiktigt. Kommunens inriktning är att fler ska trivas på torgen och i parkerna, och att "
    "skolorna ska vara lugna. Små brott leder ofta till större.\n"
)


TORG = "Samverkansavtal mellan {} och Umeå kommun. Alla vinner på att torgen är trygga och ljusa."


@pytest.mark.parametrize("agency", ["Polismyndigheten", "Försäkringskassan", "Länsstyrelsen"])
def test_what_is_named_after_an_agency_and_a_municipality_is_their_agreement(
    reading: Read, agency: str
) -> None:
    name = f"Samverkansöverenskommelse\nmellan {agency} och Umeå kommun\n"
    found = reading(f"{name}2031-2034\n{name}{BODY}")

    assert found.kind.value == "other_agreement"
    assert sides(found) == {agency, "Umeå kommun"}
    assert (value(found.valid_from), value(found.valid_until)) == ("2031", "2034")


@pytest.mark.parametrize(
    ("line", "period"),
    [
        ("Gäller 2031–2034", ("2031", "2034")),
        ("2031-01-01 till och med 2034-12-31", ("2031-01-01", "2034-12-31")),
        ("för åren 2031 - 2034", ("2031", "2034")),
        ("Skolåret 2031-2034", (None, None)),
        ("2031-02-03, 2031-04-05", (None, None)),
    ],
)
def test_the_line_right_under_the_title_may_be_the_period(
    reading: Read, line: str, period: tuple[str | None, str | None]
) -> None:
    text = f"Avtal mellan Polismyndigheten och Umeå kommun\n{line}\nParter\nDe nämnda.\n{BODY}"
    found = reading(text)
    assert (value(found.valid_from), value(found.valid_until)) == period


@pytest.mark.parametrize("who", ["polisen", "räddningstjänsten", "kriminalvården"])
def test_a_page_tells_of_an_agency_beside_a_municipality(reading: Read, who: str) -> None:
    found = reading(NEWS.format("Tryggare torg", TORG.format(who)))
    assert sides(found) == {who, "Umeå kommun"}


def test_where_a_unit_is_and_whom_money_passes_through_are_no_sides(reading: Read) -> None:
    where = (
        "Ett avtal mellan Umeå kommun, vårdcentralen och mottagningen på Ekhöjden har gett ett "
        "program. Avtalet gäller alla."
    )
    assert "Ekhöjden" not in sides(reading(NEWS.format("Program för fler", where)))
    through = (
        "Överenskommelse om torgen\n\nI länet tecknades en överenskommelse mellan landstinget, "
        "kommunerna och polisen daterad den 3 maj 2031 och medel söktes genom Stiftelsen Björken.\n"
    )
    assert sides(reading(through)) == {"landstinget", "kommunerna", "polisen"}


def test_who_has_worked_out_an_agreement_together_are_its_sides(reading: Read) -> None:
    told = (
        "Ett samarbete mellan Lunds kommun och primärvården har gett ett program. För alla i länet "
        "har Kommunförbundet Norden (KN) tillsammans med Region Skåne arbetat fram en "
        "överenskommelse. Den beskriver rutiner."
    )
    assert sides(reading(NEWS.format("Samverkan för fler", told))) == {
        "Lunds kommun",
        "Region Skåne",
    }


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        (
            "Nu har ett avtal skrivits som gäller från 1 januari 2031 till 31 december 2033.",
            ("2031-01-01", "2033-12-31"),
        ),
        ("Avtalet gäller under perioden 2031-04-01", ("2031-04-01", None)),
        ("Den nya överenskommelsen ska gälla för åren 2031-2034.", ("2031", "2034")),
        ("Överenskommelsen omfattar åren 2031–2034.", ("2031", "2034")),
        ("En ny samverkansöverenskommelse för 2031-2034 har skrivits under.", ("2031", "2034")),
        ("Ett nytt avtal (2031–2034) är klart.", ("2031", "2034")),
        ("Det gamla avtalet för 2027-2030 har följts upp.", (None, None)),
        ("I länet finns sedan 2031 en överenskommelse om samverkan.", ("2031", None)),
        ("Sedan 2031 finns en överenskommelse om samverkan.", ("2031", None)),
        ("Överenskommelsen har funnits sedan 2031.", ("2031", None)),
        ("Exempel finns från Ale där överenskommelser funnits sedan 2031.", (None, None)),
        ("Sedan 2031 finns en samordnare för överenskommelsen.", (None, None)),
    ],
)
def test_a_page_says_in_many_ways_how_long_its_agreement_holds(
    reading: Read, sentence: str, period: tuple[str | None, str | None]
) -> None:
    found = reading(
        NEWS.format("Samverkan i länet", f"Samverkan är bra för alla i länet. {sentence}")
    )
    assert (value(found.valid_from), value(found.valid_until)) == period


def test_a_federation_that_sends_an_agreement_is_not_whose_it_is(reading: Read) -> None:
    memo = (
        "TJÄNSTESKRIVELSE\n\nSocialnämnden\n\nNytt vårdavtal\n\nSammanfattning\nNämnden antar "
        "avtal om samverkan mellan Björkdals kommunalförbund och Ale kommun. Förbundet har sänt "
        "ett avtal avseende Region Halland och kommunerna i Halland.\n\nFörslag till beslut\n"
        "Avtalet antas.\n"
    )
    assert sides(reading(memo)) == {"Region Halland", "kommunerna i Halland"}


def test_a_local_agreement_with_associations_is_none_between_region_and_municipality(
    reading: Read,
) -> None:
    found = reading(
        "Lokal överenskommelse mellan Gävle kommun och den idéburna sektorn\n\nInledning\n" + BODY
    )
    assert found.kind.value == "other_agreement"
    assert sides(found) == {"Gävle kommun", "den idéburna sektorn"}
