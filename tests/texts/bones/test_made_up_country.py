"""Another country has other sides and other words, and the same code reads them.

Seen red: read with Sweden's words instead of its own, each of these said something else.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from samklang.documents.extraction.opening import extract
from samklang.texts.bones.commitments import Bones, read_bones
from samklang.texts.bones.rules import load_rules, rules_in
from samklang.texts.bones.suggesting import suggestions

FOLDER = Path(__file__).parents[3] / "packs" / "xx" / "reading"

TEXT = """\
1 Löften
Landskapet lovar:
- att hålla vägen öppen
- att laga bron
Bygden bör sköta stigen. Kommunen ska vila.
2 Ordlista
Tinget bör hållas varje vår.
3 Tingets löften
- ett bygdeavtal om bron
"""


@pytest.fixture(scope="module")
def bones() -> Bones:
    return read_bones(extract("avtal.txt", TEXT.encode()), load_rules(FOLDER))


def test_its_own_words_say_who_shall_do_what(bones: Bones) -> None:
    assert [(one.actor.side.value, one.wording) for one in bones.commitments] == [
        ("region", "att hålla vägen öppen"),
        ("region", "att laga bron"),
        ("municipality", "Bygden bör sköta stigen."),
        ("both", "ett bygdeavtal om bron"),
    ]


def test_its_own_words_ask_for_a_local_answer(bones: Bones) -> None:
    assert [one.local_answer.needed for one in bones.commitments] == [None, None, None, True]


def test_likeness_needs_no_stemmer_for_the_language(bones: Bones) -> None:
    best = suggestions(bones, bones, rules_in((str(FOLDER),)), most=1)

    assert [one.position for (one,) in best] == [0, 1, 2, 3]
