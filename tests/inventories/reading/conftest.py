"""What every test of the reader needs: the Swedish words, and a way to read a text of one's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from samklang.documents.extraction.hiding import hide_personal_numbers
from samklang.documents.extraction.text import ExtractedText
from samklang.inventories.reading.facts import Reading
from samklang.inventories.reading.reader import read
from samklang.inventories.reading.running_text import Document
from samklang.inventories.reading.vocabulary import Vocabulary, load_vocabulary

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return load_vocabulary(ROOT / "packs" / "se" / "reading")


@pytest.fixture(scope="session")
def reading(vocabulary: Vocabulary) -> Callable[[str], Reading]:
    def reading(text: str) -> Reading:
        extracted = hide_personal_numbers(ExtractedText(text, (), "text"))
        return read(extracted, "fil.txt", vocabulary)

    return reading


@pytest.fixture(scope="session")
def document() -> Callable[[str], Document]:
    return lambda text: Document(ExtractedText(text, (), "text"))
