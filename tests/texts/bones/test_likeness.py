"""What may answer a commitment is suggested by likeness of text, and by nothing else.

Seen red: without stems the inflected was not found, without compounds the taken apart was not,
without the side's weight the other side's came first, without rarity the common word won, and
without the least likeness everything was suggested.
"""

from __future__ import annotations

import pytest

from samklang.texts.bones.actors import Side
from samklang.texts.bones.likeness import Likeness, Passage
from samklang.texts.bones.rules import Rules

pytestmark = pytest.mark.one_database


def best(rules: Rules, wanted: Passage, *candidates: Passage) -> list[int]:
    (found,) = Likeness(candidates, rules).suggest([wanted])
    return [one.position for one in found]


def test_another_form_of_the_word_is_the_same_word(rules: Rules) -> None:
    wanted = Passage("genomföra brytpunktssamtalen")

    assert best(
        rules, wanted, Passage("tvätta fönster"), Passage("ett brytpunktssamtal hålls")
    ) == [1]


def test_a_compound_is_found_by_its_parts(rules: Rules) -> None:
    candidates = (
        Passage("möta läkemedelsfrågor varje vecka"),
        Passage("frågor om bilar och läkemedel"),
    )

    assert best(rules, Passage("läkemedel"), *candidates) == [1, 0]


def test_the_rare_word_says_more_than_the_common(rules: Rules) -> None:
    common = [Passage(f"läkaren {word}") for word in ("ett", "två", "tre", "fyra")]

    found = best(
        rules, Passage("läkaren ordnar tandvård"), *common, Passage("boka tid för tandvård")
    )

    assert found[0] == 4


def test_the_same_side_goes_before_the_other(rules: Rules) -> None:
    wanted = Passage("kalla till möte", side=Side.REGION)

    found = best(
        rules,
        wanted,
        Passage("kalla till möte", side=Side.MUNICIPALITY),
        Passage("kalla till ett möte", side=Side.REGION),
    )

    assert found == [1, 0]


def test_headings_weigh_in_and_weigh_less_than_the_wording(rules: Rules) -> None:
    wanted = Passage("dygnet runt", headings="Telefon")

    found = best(
        rules,
        wanted,
        Passage("alla vardagar", headings="Telefon"),
        Passage("dygnet om", headings="Besök"),
        Passage("alla vardagar", headings="Besök"),
    )

    assert found == [1, 0]


def test_a_suggestion_shows_the_words_that_both_have(rules: Rules) -> None:
    ((found,),) = Likeness([Passage("Remisser skrivs av läkaren")], rules).suggest(
        [Passage("läkare skriver remiss")]
    )

    assert set(found.words) == {"remisser", "skrivs", "läkaren"}
    assert 0 < found.score <= 1


def test_what_is_hardly_like_is_not_suggested(rules: Rules) -> None:
    wanted = Passage(
        "hålla möten om hemgång, plan, remiss, besök, telefon och tandvård för alla äldre"
    )

    assert best(rules, wanted, Passage("plan för stadens parker, torg, gator, hus och broar")) == []


def test_nothing_to_choose_from_gives_no_suggestion(rules: Rules) -> None:
    assert best(rules, Passage("kalla till möte")) == []
