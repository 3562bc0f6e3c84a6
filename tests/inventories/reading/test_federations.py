"""A federation's founding order is an agreement between its members, and nothing else becomes one.

Seen red: each on the reader before its rule (commit 6c579dd); the guards with the rule's own
conditions taken away (the parts of an order, the other papers, the sides of rules), and with the
kind said of the first line instead of the one that names it. All texts are invented.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from samklang.inventories.reading.facts import Reading
from tests.inventories.reading.saying import NEWS, sides, value

Read = Callable[[str], Reading]

ORDER = """Dnr. 2031/17

Förbundsordning för Räddningsförbundet Fyrklövern

Gäller fr.o.m. 2032-01-01

1 § Namn och säte
Förbundets namn är Räddningsförbundet Fyrklövern och det har sitt säte i Mora.

2 § Medlemmar
{}

3 § Ändamål
Förbundet svarar för räddningstjänsten hos sina medlemmar. Direktionen är förbundets styrelse.

4 § Uppsägning och utträde
En medlem har rätt att utträda ur förbundet. Uppsägningstiden är {} räknat från månadens slut.

5 § Likvidation
Enas medlemmarna inte ska förbundet träda i likvidation.
"""
FOUR = {"Mora kommun", "Orsa kommun", "Älvdalens kommun", "Rättviks kommun"}


@pytest.mark.parametrize(
    "said",
    [
        "Förbundets medlemmar är Mora, Orsa, Älvdalen och Rättvik.",
        "Medlemmar i förbundet är kommunerna Mora, Orsa, Älvdalen samt Rättvik.",
        "Medlemskommunerna som ingår i kommunalförbundet är Mora, Orsa, Älvdalen och Rättvik.",
        "Medlemsorganisationerna är kommunerna Mora,\nOrsa, Älvdalen\n\nsamt Rättvik.",
        "Medlemmar är:\n- Mora kommun\n- Orsa kommun\n- Älvdalens kommun\n- Rättviks kommun",
        "Kommunerna Mora, Orsa, Älvdalen och Rättvik är medlemmar i förbundet.",
        "Mora, Orsa, Älvdalens och Rättviks kommuner har beslutat att bilda ett kommunalförbund.",
        "Mora\nOrsa\nÄlvdalen\nRättvik",
    ],
)
def test_the_members_of_a_federation_are_the_sides_of_its_order(reading: Read, said: str) -> None:
    assert sides(reading(ORDER.format(said, "två år"))) == FOUR


def test_an_order_is_an_agreement_with_a_start_a_notice_and_a_number(reading: Read) -> None:
    found = reading(ORDER.format("Förbundets medlemmar är Mora, Orsa och Älvdalen.", "tre år"))

    assert found.kind.value == "other_agreement"
    assert found.kind.quote == "Förbundsordning för Räddningsförbundet Fyrklövern"
    assert value(found.valid_from) == "2032-01-01"
    assert value(found.termination_notice_months) == 36
    assert value(found.level) == "sub_regional"
    assert [number.value for number in found.diary_numbers] == ["2031/17"]


def test_an_order_says_in_its_own_words_when_it_begins(reading: Read) -> None:
    order = ORDER.replace("Gäller fr.o.m. 2032-01-01\n\n", "").format(
        "Förbundets medlemmar är Mora och Orsa.", "fyra år"
    )
    found = reading(order + "\n6 § Giltighet\nDenna förbundsordning gäller från den 1 maj 2033.\n")

    assert value(found.valid_from) == "2033-05-01"
    assert value(found.termination_notice_months) == 48


def test_a_coordination_federation_has_the_state_and_the_region_as_members(reading: Read) -> None:
    found = reading(
        "Förbundsordning för Samordningsförbundet Nordsjön\n\n§ 1 Namn och säte\nFörbundets namn "
        "är Samordningsförbundet Nordsjön med säte i Mora.\n\n§ 2 Medlemmar\nFörbundets medlemmar "
        "är Försäkringskassan, Arbetsförmedlingen, Region Dalarna samt Mora och Orsa kommuner.\n\n"
        "§ 3 Ändamål\nFörbundet finansierar insatser.\n"
    )

    assert found.kind.value == "other_agreement"
    assert sides(found) == {
        "Försäkringskassan",
        "Arbetsförmedlingen",
        "Region Dalarna",
        "Mora kommun",
        "Orsa kommun",
    }


def test_a_place_may_be_written_without_its_hyphen(reading: Read) -> None:
    found = reading(ORDER.format("Förbundets medlemmar är Bengtsfors, Dals Ed och Åmål.", "ett år"))
    assert sides(found) == {"Bengtsfors kommun", "Dals-Eds kommun", "Åmåls kommun"}


def test_an_order_of_most_of_a_county_is_regional(reading: Read) -> None:
    members = "Falkenberg, Halmstad, Hylte, Kungsbacka, Laholm och Varberg"
    found = reading(ORDER.format(f"Förbundets medlemmar är {members}.", "ett år"))
    assert value(found.level) == "regional"


def test_a_page_that_tells_of_an_order_is_a_page(reading: Read) -> None:
    found = reading(
        NEWS.format(
            "Förbundsordning",
            "Förbundsordningen säger vad förbundet är till för. I den regleras medlemmar, ändamål, "
            "direktion, utträde och likvidation. Medlemmarnas fullmäktige beslutar om den.",
        )
    )
    assert found.kind.value == "web_page"


def test_a_memo_on_an_order_is_a_memo(reading: Read) -> None:
    found = reading(
        "Tjänsteskrivelse\n\nFörbundsordning för Räddningsförbundet Fyrklövern\n\nFörslag till "
        "beslut\nKommunstyrelsen föreslås besluta att anta förbundsordningen.\n\nSammanfattning av "
        "ärendet\nI 1 § Namn och i 2 § Medlemmar föreslås ändringar. Förbundets medlemmar är Mora "
        "och Orsa.\n\nBeslutsunderlag\nFörslag till förbundsordning\n"
    )
    assert found.kind.value == "board_memo"


def test_the_statutes_of_an_association_are_no_agreement(reading: Read) -> None:
    found = reading(
        "Stadgar för Byalaget Solsidan\n\n1 § Namn och säte\nFöreningens namn är Byalaget "
        "Solsidan.\n\n2 § Ändamål\nFöreningen vårdar byn.\n\n3 § Medlemmar\nMedlemmar är de som "
        "bor i Mora och Orsa.\n\n4 § Utträde\nEn medlem utträder med tre månaders varsel.\n"
    )
    assert found.kind.value not in {"regional_agreement", "local_agreement", "other_agreement"}


def test_the_rules_of_a_joint_board_are_no_agreement_but_have_sides(reading: Read) -> None:
    found = reading(
        "Reglemente för den gemensamma nämnden för måltider\n\n1 § Uppgift\nI den gemensamma "
        "nämnden ingår kommunerna Mora, Orsa och Älvdalen.\n\n2 § Sammansättning\nNämnden har sex "
        "ledamöter.\n\n3 § Ordförande\nOrdföranden leder nämndens sammanträden.\n"
    )
    assert found.kind.value not in {"regional_agreement", "local_agreement", "other_agreement"}
    assert sides(found) == {"Mora kommun", "Orsa kommun", "Älvdalens kommun"}
