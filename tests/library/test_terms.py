"""A replaced word is flagged in running text, and left alone where it must stay as it is.

Seen red: with the patterns of what is left alone emptied (quotations and law titles were
flagged), with the from-day not asked, and with `titles` not looked for.
"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samklang.library.api import LawText, replaced_terms
from tests.library.law import law_of

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
TODAY = date(2026, 11, 24)
LVM = "lagen (1988:870) om vård av missbrukare i vissa fall"


@pytest.fixture
def law() -> LawText:
    return law_of("se")


def words(text: str, law: LawText, on: date = TODAY, titles: tuple[str, ...] = ()) -> list[str]:
    return [one.text for one in replaced_terms(text, law, on=on, titles=titles)]


def test_missbruk_is_flagged_in_running_text_and_left_in_a_law_title(law: LawText) -> None:
    text = f"Kommunen ansvarar för missbruk. Om tvång säger {LVM} vad som gäller vid missbruk."

    found = replaced_terms(text, law, on=TODAY)

    assert [(one.text, one.term) for one in found] == [("missbruk", "missbruk")] * 2
    assert [one.start for one in found] == [text.index("missbruk"), text.rindex("missbruk")]
    assert {one.preferred for one in found} == {"skadligt bruk och beroende"}


@pytest.mark.parametrize(
    "word",
    [
        "missbruket",
        "Missbruk",
        "missbrukare",
        "missbruksvården",
        "läkemedelsmissbruk",
        "missbrukar",
    ],
)
def test_inflected_and_compound_forms_count(law: LawText, word: str) -> None:
    assert words(f"Om {word} i länet.", law) == [word]


@pytest.mark.parametrize(
    "text",
    [
        "Lagen säger ”personer som missbrukar alkohol”.",
        'Lagen säger "personer som missbrukar alkohol".',
        "Lagen säger »personer som missbrukar alkohol«.",
        f"Tvång regleras i {LVM}.",
        "Se lagen om vård av missbrukare i vissa fall.",
        "Se förordningen (1990:1) om stöd till missbrukare, som är upphävd.",
        "Chefens missbruk av makt togs upp.",
    ],
)
def test_quotations_law_titles_and_other_meanings_are_left(law: LawText, text: str) -> None:
    assert words(text, law) == []


@pytest.mark.parametrize(
    "text",
    [
        "Måttet 15” gäller missbruk och inget annat.",
        "”Stöd” ges vid missbruk i ”kommunen”.",
        "Ett citat börjar ”här\noch missbruk står på nästa rad”.",
        f"{LVM} och kommunens missbruk.",
        f"{LVM}, missbruk.",
    ],
)
def test_what_only_stands_near_a_quotation_or_a_title_is_flagged(law: LawText, text: str) -> None:
    assert words(text, law) == ["missbruk"]


def test_the_title_of_an_old_agreement_is_left_when_it_is_known(law: LawText) -> None:
    text = "Överenskommelse Missbruk och beroende 2018 ersätts. Missbruk tas upp på nytt."
    title = "Överenskommelse missbruk och beroende 2018"

    assert words(text, law, titles=(title, " ")) == ["Missbruk"]
    assert words(text, law) == ["Missbruk", "Missbruk"]


def test_a_word_is_not_replaced_before_its_day(law: LawText) -> None:
    assert words("missbruk", law, on=date(2025, 6, 30)) == []
    assert words("missbruk", law, on=date(2025, 7, 1)) == ["missbruk"]
    assert words("hemsjukvård", law, on=date(1990, 1, 1)) == ["hemsjukvård"]


def test_the_made_up_country_has_terms_of_its_own() -> None:
    law = law_of("xx")

    assert words("En åldring, ”en åldring” och missbruk.", law) == ["åldring"]


PIECES = st.lists(
    st.sampled_from(
        ["missbruk", " ", "”", '"', "\n", "lagen (1988:870) om ", "landsting", "ska", "."]
    ),
    max_size=14,
).map("".join)


@pytest.mark.slow
@settings(max_examples=150, deadline=None, derandomize=True)
@given(text=PIECES)
def test_whatever_is_found_stands_there_and_outside_every_quotation(text: str) -> None:
    law = law_of("se")

    found = replaced_terms(text, law, on=TODAY)

    assert all(text[one.start : one.end] == one.text for one in found)
    left = [match.span() for pattern in law.left_alone for match in pattern.finditer(text)]
    assert not any(a < one.end and one.start < b for one in found for a, b in left)
