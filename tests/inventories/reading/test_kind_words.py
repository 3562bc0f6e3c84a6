"""The words of the whole first page outvote single signals, and never make an agreement.

With small tables of invented words. Seen red: with the table not asked, with agreements not ruled
out, with a page told by its words, with the doubt about an agreement left out, with a law outvoted,
with the share that is needed at nought, with what is named after two sides made a report,
with a memo outvoted by a report; for areas and levels with `_in_opening` finding nothing and with
places of other counties not looked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from samklang.documents.extraction.text import ExtractedText
from samklang.inventories.reading.facts import Fact, Reading
from samklang.inventories.reading.kind_words import likelihoods, load_kind_words
from samklang.inventories.reading.kinds import judge_kind
from samklang.inventories.reading.running_text import Document
from samklang.inventories.reading.vocabulary import Vocabulary

Judge = Callable[[str, Mapping[str, str]], Fact[str]]
NO_SIGNS = (
    "Gröna och gula trädgårdar\n\nTrädgårdarna krattas av krattare. Krattorna hänger i boden.\n\n"
    "Den som krattar ställer tillbaka krattan, och den som vattnar ställer tillbaka kannan.\n"
)
NAMED_AGREEMENT = (
    "Överenskommelse mellan Region Dalarna och kommunerna i Dalarnas län\n\n"
    "Trädgårdarna krattas av krattare. Krattorna hänger i boden, och den som krattar ställer "
    "tillbaka krattan när löven ligger i en hög vid grinden.\n"
)
LAW = (
    "Lag (2031:7) om trädgårdar\n\n1 § Trädgårdar krattas.\n\n2 § Krattor hängs i boden.\n\n"
    "3 § Löv läggs i hög. Lag (2032:8).\n\nUtfärdad: 2031-02-03\n\nSvensk författningssamling\n"
)


@pytest.fixture
def judge(vocabulary: Vocabulary) -> Judge:
    def judged(text: str, table: Mapping[str, str]) -> Fact[str]:
        rows = {kind: {"start": 0, "marks": marks} for kind, marks in table.items()}
        words = replace(vocabulary, kind_words=load_kind_words(rows))
        return judge_kind(Document(ExtractedText(text, (), "text")), words)

    return judged


def test_what_has_no_sign_is_what_its_words_make_likely(judge: Judge) -> None:
    kind = judge(NO_SIGNS, {"report": "krattare=300", "routine": "boden=20", "policy": ""})
    assert (kind.value, kind.certainty, kind.reason) == ("report", "guessed", "words")


def test_words_that_leave_it_open_say_nothing(judge: Judge) -> None:
    table = {"report": "krattare=20", "routine": "krattare=10", "policy": "krattare=10"}
    assert judge(NO_SIGNS, table).value == "other_document"


@pytest.mark.parametrize("kind", ["regional_agreement", "agreement_with_individual"])
def test_no_agreement_comes_of_words_alone(judge: Judge, kind: str) -> None:
    assert judge(NO_SIGNS, {kind: "krattare=900", "report": ""}).value == "other_document"


def test_what_was_not_saved_from_a_page_is_none_by_its_words(judge: Judge) -> None:
    assert judge(NO_SIGNS, {"web_page": "krattare=900", "report": ""}).value == "other_document"
    saved = f"SOURCE: https://kommun.example/tradgardar | EXTENT: whole page\n\n{NO_SIGNS}"
    assert judge(saved, {"web_page": "krattare=900", "report": ""}).value == "web_page"


def test_a_name_without_an_agreements_words_or_form_is_no_agreement(judge: Judge) -> None:
    few = {"regional_agreement": "", "report": "krattare=90", "routine": "krattare=90"}
    assert judge(NAMED_AGREEMENT, {}).value == "regional_agreement"
    unnamed = NAMED_AGREEMENT.replace("mellan", "om", 1)
    assert judge(unnamed, few).value in {"report", "routine"}


def test_what_is_named_after_two_sides_and_not_their_agreement_is_of_no_other_kind(
    judge: Judge,
) -> None:
    few = {"regional_agreement": "", "report": "krattare=90", "routine": "krattare=90"}
    assert judge(NAMED_AGREEMENT, few).value == "other_document"


def test_an_agreement_in_the_form_of_one_is_not_doubted_for_a_few_words(judge: Judge) -> None:
    formed = f"{NAMED_AGREEMENT}\nGiltighetstid\n\nDenna överenskommelse gäller tills vidare.\n"
    few = {"regional_agreement": "", "report": "krattare=90", "routine": "krattare=90"}
    assert judge(formed, few).value == "regional_agreement"


def test_a_law_is_known_by_its_sections_whatever_its_words(judge: Judge) -> None:
    assert judge(LAW, {"report": "trädgårda=900", "routine": ""}).value == "law_text"


def test_a_pack_without_a_table_is_read_by_its_signals(judge: Judge) -> None:
    assert likelihoods(["krattare"], load_kind_words({})) == {}
    assert judge(NO_SIGNS, {}).reason == "no_signs"


def test_likelihoods_are_shares_of_one(vocabulary: Vocabulary) -> None:
    shares = likelihoods(["protokoll", "name:protokoll"], vocabulary.kind_words)
    assert sum(shares.values()) == pytest.approx(1)
    assert max(shares, key=lambda kind: shares[kind]) == "minutes"


def test_what_opens_with_an_area_is_on_it_and_not_on_another(
    reading: Callable[[str], Reading],
) -> None:
    opens = "Möten i huset\n\nHuset är öppet för länets barn. Där finns bord, stolar och saft."
    found = reading(opens + "\n\n" + NO_SIGNS).areas
    assert [(area.value, area.certainty) for area in found] == [("children_young", "guessed")]
    assert [area.value for area in reading(NO_SIGNS).areas] == ["other"]


def test_a_page_of_examples_from_several_counties_has_no_level(
    reading: Callable[[str], Reading],
) -> None:
    page = (
        "SOURCE: https://sajt.example/exempel | EXTENT: whole page\n\nExempel på samarbete\n\n"
        "Region Skåne var först med ett regionalt samarbete om trädgårdar i länet.\n\n"
    )
    one = reading(f"{page}I Lund krattas det redan.\n").level
    assert one is not None
    assert one.value == "regional"
    assert reading(f"{page}I Umeå, Örebro och Lund krattas det redan.\n").level is None


def test_what_asks_a_board_to_decide_is_a_memo_whatever_it_reports(judge: Judge) -> None:
    memo = (
        "TJÄNSTESKRIVELSE\n\nKommunstyrelsen\n\nTrädgårdarna krattas av krattare\n\nFörslag till "
        "beslut\nKommunstyrelsen föreslås godkänna att krattorna hänger i boden.\n"
    )
    assert judge(memo, {"report": "krattare=900", "board_memo": ""}).value == "board_memo"
