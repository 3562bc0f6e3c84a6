"""What a country advises is data of its pack, in the reader's language.

Seen red: phrases compared with their capitals, and the first language always taken.
"""

from __future__ import annotations

import tomllib

import pytest
from django.utils import translation

from samklang.library.guidance import FILE, EmptyPhrase, Guidance, guidance, parsed
from tests.architecture.tree import ROOT

pytestmark = pytest.mark.one_database
PACKS = [path.parent.name for path in sorted((ROOT / "packs").glob(f"*/{FILE}"))]


def test_a_phrase_that_says_nothing_is_noticed_however_it_is_written() -> None:
    known = Guidance(empty_phrases=(EmptyPhrase("vid behov", "Skriv en dag."),))

    assert [one.words for one in known.empty_in("Mötet hålls", "Vid\n behov")] == ["vid behov"]
    assert known.empty_in("Mötet hålls varje måndag.") == []


def test_advice_is_in_the_readers_language_or_else_in_the_packs_own() -> None:
    with translation.override("en"):
        assert guidance("se").advice.startswith("A colleague")
        assert guidance("xx").advice.startswith("Skriv")
    with translation.override("sv"):
        assert guidance("se").advice.startswith("En kollega")


def test_a_country_without_advice_gives_none() -> None:
    assert guidance("yy") == Guidance()


@pytest.mark.parametrize("pack", PACKS)
def test_each_pack_is_whole_and_names_each_question_once(pack: str) -> None:
    file = tomllib.loads((ROOT / "packs" / pack / FILE).read_text(encoding="utf-8"))

    found = parsed(file, "sv")

    codes = [one.code for one in found.checklist]
    assert len(codes) == len(set(codes)) > 0
    assert found.template is not None
    assert found.template.sections
    assert all(one.heading and one.advice for one in found.template.sections)
