"""What a user is told about a file that cannot be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.utils.translation import override

import samklang
from samklang.inventories.faults import (
    CAUTIONS,
    FAULTS,
    TYPES,
    caution_sentence,
    fault_sentence,
    warning_sentence,
)

SOURCE = Path(samklang.__file__).parent
RAISED = re.compile(r'FileFault\(\s*"([a-z_]+)"|fault": "([a-z_]+)"')


def raised_codes() -> set[str]:
    """Return every code that the extractor and the sandbox can answer with."""
    found = {
        code
        for context in ("documents", "inventories")
        for path in (SOURCE / context).rglob("*.py")
        for pair in RAISED.findall(path.read_text(encoding="utf-8"))
        for code in pair
        if code
    }
    return found | {"too_slow", "too_heavy", "crashed"}


def test_every_fault_has_a_sentence_of_its_own() -> None:
    assert raised_codes() <= set(FAULTS)
    with override("sv"):
        sentences = [str(sentence) for sentence in FAULTS.values()]
    assert len(set(sentences)) == len(sentences)


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("code", sorted(FAULTS))
def test_every_sentence_is_whole(code: str, language: str) -> None:
    details = {"size": "209715200", "limit": "52428800", "detected": "image"}

    with override(language):
        sentence = fault_sentence(code, details)

    assert sentence.endswith(".")
    assert "%" not in sentence


def test_the_size_is_told_in_megabytes() -> None:
    with override("en"):
        sentence = fault_sentence("too_large", {"size": "52428801", "limit": "52428800"})

    assert "51 MB" in sentence
    assert "at most 50 MB" in sentence


def test_a_number_is_told_with_its_thousands_apart() -> None:
    with override("en"):
        sentence = fault_sentence("too_many_pages", {"pages": "100000", "most": "3000"})

    assert "has 100,000 pages, and we read at most 3,000" in sentence


def test_a_file_of_another_type_is_called_what_it_is() -> None:
    with override("en"):
        assert "This is a picture," in fault_sentence("wrong_type", {"detected": "image"})
        assert "a kind that we do not know" in fault_sentence("wrong_type", {"detected": "?"})


def test_every_type_that_is_recognized_has_a_name() -> None:
    recognized = re.compile(r'detected="([a-z_]+)"')
    texts = [
        path.read_text(encoding="utf-8")
        for context in ("documents", "inventories")
        for path in (SOURCE / context).rglob("*.py")
    ]

    assert {one for text in texts for one in recognized.findall(text)} <= set(TYPES)


@pytest.mark.parametrize("code", sorted(CAUTIONS))
def test_a_caution_shows_the_words_and_what_they_mean_today(code: str) -> None:
    with override("en"):
        sentence = caution_sentence(code, "Landstinget", "Region Nord")

    assert "%" not in sentence
    if code == "old_organization":
        assert sentence == "The text says “Landstinget”. Today it is called Region Nord."


def test_a_warning_without_a_sentence_is_left_out() -> None:
    assert warning_sentence("something_new") == ""
    with override("en"):
        assert "seems to be in English" in warning_sentence("language:en")
