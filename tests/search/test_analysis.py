"""Swedish words are found by each other’s forms, and a question is read as it was meant.

Seen red: with a word stemmed once, without the list of exceptions, and without halves of compounds.
"""

from __future__ import annotations

import pytest

from samklang.search.question import Tier, begun, question
from tests.search.asking import swedish

pytestmark = pytest.mark.one_database

FAMILIES = (
    "överenskommelse överenskommelsen överenskommelser överenskommelserna överenskommelsernas",
    "protokoll protokollet protokollen protokollets",
    "semester semestrar",
    "möte mötet mötena möten",
    "region regionen regional regionala",
    "kommun kommunen kommunerna kommunernas kommunal",
    "samverkan samverka samverkar",
    "barn barnet barnets barnen",
    "åtagande åtaganden åtagandena",
    "huvudman huvudmän huvudmännen",
    "tillgänglig tillgänglighet tillgängligheten",
)


@pytest.mark.parametrize("family", FAMILIES)
def test_all_forms_of_a_word_are_one(family: str) -> None:
    assert len(set(swedish().stems(family.split()))) == 1


def test_words_that_only_look_alike_are_two() -> None:
    stems = swedish().stems(["mål", "avtal", "tal", "vard", "vård"])

    assert len(set(stems)) == len(stems)


def test_a_compound_is_found_by_what_it_ends_with_in_any_form() -> None:
    words = swedish().words("Samverkansavtalet", "Styrgruppsmötena och ett mötesprotokoll.")

    assert words.parts.split() == sorted({"samverkan", "avtal", "styrgrupp", "möt", "protokoll"})


def test_a_question_has_words_phrases_numbers_and_a_beginning() -> None:
    read = question('  "Barnets  bästa" LK 2026/7 samordn*', swedish())

    assert [term.stems for term in read.terms] == [
        ("barn", "bäst"),
        ("lk",),
        ("2026", "7"),
        ("samordn",),
    ]
    assert [term.beginning for term in read.terms] == ["", "", "", "samordn"]
    assert begun(read) is None
    longer = begun(question("möte samo", swedish()))
    assert longer is not None
    assert [term.beginning for term in longer.terms] == ["", "samo"]
    assert read.written(Tier.TITLE, on_postgres=False).startswith('({title} : "barn bäst") AND')
    assert "'barn':AD <-> 'bäst':AD" in read.written(Tier.ANYWHERE, on_postgres=True)


@pytest.mark.parametrize("text", ["", "   ", '"', "’ ) ( : * - ^ ' \\", '""', "\U0001f600"])
def test_a_question_without_words_asks_nothing(text: str) -> None:
    assert not question(text, swedish())
