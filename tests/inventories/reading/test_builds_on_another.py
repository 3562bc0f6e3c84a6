"""What a text says of an agreement that it builds on, or replaces, is not said of itself.

Seen red: each with the reader before its rule. All texts are invented.
"""

from __future__ import annotations

from collections.abc import Callable

from samklang.inventories.reading.facts import Reading
from tests.inventories.reading.saying import ENDS, sides, value

Read = Callable[[str], Reading]


def test_sides_of_the_agreement_that_it_builds_on_are_not_its_own(reading: Read) -> None:
    found = reading(
        "Överenskommelse om Idéburet Offentligt Partnerskap\n\n1. Parter\nMora kommun, genom "
        "socialnämnden, organisationsnummer 212000-2213, nedan kallad Kommunen\noch\nFöreningen "
        "Orsajouren, organisationsnummer 864500-1182, nedan kallad Föreningen.\n\n2. Grund\nDenna "
        "överenskommelse vilar på den lokala överenskommelsen mellan Mora kommun och den idéburna "
        f"sektorn i Mora, antagen 2029-09-26.{ENDS}"
    )
    assert sides(found) == {"Mora kommun", "Föreningen Orsajouren"}


def test_the_end_of_what_it_replaces_is_not_its_own(reading: Read) -> None:
    found = reading(
        "Länsöverenskommelse om samverkan kring jour i Dalarnas län\n\nParter\nRegion Dalarna\n"
        "Mora kommun\nFalu kommun\n\nBakgrund\nLänets kommuner vill stärka samverkan. Denna "
        "överenskommelse ersätter Länsöverenskommelse jour från 2027 och dess förlängning till "
        "2030-12-31.\n\nMålgrupp\nAlla som bor i länet.\n"
    )
    assert value(found.valid_until) is None
    assert found.extension is None


def test_a_number_is_read_with_points_and_with_whose_it_is(reading: Read) -> None:
    found = reading(
        "Ärendenr Mora kommun: KS.2031.0488\n\nSamverkansavtal mellan Mora kommun och Orsa kommun "
        f"om jour\n\nAvtalet gäller tills vidare.{ENDS}"
    )
    assert [fact.value for fact in found.diary_numbers] == ["KS.2031.0488"]


def test_a_subtitle_after_a_dash_belongs_to_the_title(reading: Read) -> None:
    found = reading(
        "Rapport\n\n\nLokala överenskommelser i Dalarna\n– kartläggning och förslag\n\nNovember "
        "2031\n\nSammanfattning\nUnder året har vi gått igenom de lokala överenskommelserna. "
        "Hälften av dem följs upp.\n"
    )
    assert "Lokala överenskommelser i Dalarna – kartläggning och förslag" in str(value(found.title))
