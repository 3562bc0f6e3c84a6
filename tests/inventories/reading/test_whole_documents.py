"""What whole agreements, letters and forms say of themselves, and what they say of others.

Each test was seen red against the reader before the clause, label or form it speaks of.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from samklang.documents.extraction.text import Block, BlockKind, ExtractedText
from samklang.inventories.reading.facts import Reading
from samklang.inventories.reading.running_text import Document
from tests.inventories.reading.saying import value

Read = Callable[[str], Reading]


BOTH = "Överenskommelse mellan Region Västernorrland och Timrå kommun om vård i hemmet\n\n"


def test_what_the_replaced_agreement_held_is_not_this_ones(reading: Read) -> None:
    found = reading(
        BOTH + "Överenskommelsen ersätter den hemsjukvårdsöverenskommelse som gällt sedan den "
        "1 januari 2014.\n\nGiltighet\nÖverenskommelsen gäller för tiden 1 februari 2024–"
        "31 januari 2027.\n"
    )
    assert (value(found.valid_from), value(found.valid_until)) == ("2024-02-01", "2027-01-31")
    assert not found.contradictions


def test_notice_may_be_said_of_a_party_that_has_given_it(reading: Read) -> None:
    found = reading(
        BOTH + "Överenskommelsen förlängs med tre år i sänder om ingen part sagt upp den senast "
        "tolv månader före giltighetstidens utgång.\n"
    )
    assert value(found.termination_notice_months) == 12


def test_a_contract_with_a_provider_does_not_end_the_agreement(reading: Read) -> None:
    found = reading(
        BOTH + "Parternas åtaganden\nAvtalet med utföraren gäller till och med 2024-03-31.\n\n"
        "Giltighet\nÖverenskommelsen gäller längst till och med den 31 december 2025.\n"
    )
    assert value(found.valid_until) == "2025-12-31"


def test_municipalities_named_in_a_page_head_are_a_side(reading: Read) -> None:
    found = reading(
        "Överenskommelse om munhälsa för äldre i Kalmar län\n\n"
        "Region Kalmar län          Kommunerna i Kalmar län\n\n"
        "Syfte\nÖverenskommelsen ska säkra erbjudandet.\n"
    )
    assert [party.value.name for party in found.parties] == [
        "Region Kalmar län", "Kommunerna i Kalmar län",
    ]  # fmt: skip


def test_an_assignment_goes_on_until_its_end(reading: Read) -> None:
    found = reading(
        "Uppdrag till länsgruppen för nära vård\n\nBeställare: Länsgruppen i Kronobergs län\n\n"
        "Uppdraget\nGruppen ska ta fram en rutin.\n\nTidplan\nUppdraget pågår till och med "
        "2025-12-31.\n"
    )
    assert value(found.valid_until) == "2025-12-31"


def test_news_says_when_the_new_agreement_begins(reading: Read) -> None:
    found = reading(
        "SOURCE: https://www.exempel.se/nyheter/klar/ | TITLE: - | EXTENT: whole page\n\n"
        "Ny överenskommelse om hemsjukvård klar\n\nPublicerad: 12 november 2024\n\n"
        "Region Norrbotten och länets 14 kommuner har enats om en överenskommelse. Den börjar "
        "gälla den 1 januari 2025.\n\nKontakta oss\nDela sidan\n"
    )
    assert value(found.valid_from) == "2025-01-01"


def test_the_heading_at_the_top_names_an_agreement_better_than_a_label_below(reading: Read) -> None:
    found = reading(
        "Lokal samverkansöverenskommelse mellan Mora kommun och Region Dalarna\n\n"
        "Dokumentnamn: LÖK Mora\nDiarienr: SN 2023/00112\nGiltigt från och med 2023-05-15\n"
    )
    assert value(found.title) == (
        "Lokal samverkansöverenskommelse mellan Mora kommun och Region Dalarna"
    )


@pytest.mark.parametrize(
    "addressee", ["Till Region Dalarna, RSS Dalarna", "Till länets socialchefer"]
)
def test_who_a_letter_is_to_is_not_its_name(reading: Read, addressee: str) -> None:
    found = reading(
        f"Rättviks kommun\nDatum 2025-04-22\n\n{addressee}\n\nYttrande över remiss om barn och "
        "unga\n\nKommunen ställer sig bakom förslaget.\n"
    )
    assert found.kind.value == "consultation_response"
    assert value(found.title) == "Yttrande över remiss om barn och unga"


def test_a_form_that_nobody_has_filled_in_has_no_level(reading: Read) -> None:
    found = reading(
        "Mall för lokal överenskommelse\n\nMellan [kommunens namn] och Region Dalarna\n\n"
        "[Den här texten tas bort när mallen är ifylld.]\n\nMålgrupp\n[Beskriv vilka]\n\n"
        "Giltighetstid\nÖverenskommelsen gäller från ÅÅÅÅ-MM-DD och tills vidare.\n"
    )
    assert found.kind.value == "template"
    assert found.level is None


def test_what_a_pdf_sets_apart_is_not_run_together() -> None:
    title = "Inbjudan till dialogdag om nya regionala överenskommelser"
    text = f"{title}\nKommunerna bjuder in chefer och utvecklingsledare."
    starts = (0, len(title) + 1)
    blocks = tuple(Block(BlockKind.PARAGRAPH, "", start, 1) for start in starts)
    found = Document(ExtractedText(text, blocks, "pdf"))
    assert [words for _, words in found.paragraphs] == text.split("\n")
