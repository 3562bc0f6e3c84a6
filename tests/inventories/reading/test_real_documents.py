"""Real documents outside the repository are read as a careful person read them."""

from __future__ import annotations

import json
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from samklang.documents.extraction.text import ExtractedText
from samklang.inventories.reading.json_line import as_json_line
from samklang.inventories.reading.reader import read
from samklang.inventories.reading.vocabulary import Vocabulary

SHARED = Path(__file__).parents[4] / "shared"
EXPECTED = SHARED / "real" / "expected.json"
SCORER = SHARED / "score_reading.py"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (EXPECTED.exists() and SCORER.exists()),
        reason="the real documents are not beside the repository (../shared)",
    ),
]


@pytest.fixture(scope="module")
def scored(vocabulary: Vocabulary, tmp_path_factory: pytest.TempPathFactory) -> str:
    lines = []
    for key in json.loads(EXPECTED.read_text("utf-8")):
        text = unicodedata.normalize("NFC", (SHARED / key).read_text("utf-8"))
        lines.append(as_json_line(read(ExtractedText(text, (), "text"), key, vocabulary), key))
    readings = tmp_path_factory.mktemp("readings") / "readings.jsonl"
    readings.write_text("\n".join(lines), "utf-8")
    command = [sys.executable, str(SCORER), str(readings), str(EXPECTED), "--root", str(SHARED)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def figure(scored: str, before: str) -> float:
    return float(scored.rpartition(before)[2].split()[0].rstrip(",%"))


def test_kinds_are_right_and_no_agreement_is_invented(scored: str) -> None:
    assert figure(scored, "kind right ") >= 95
    assert figure(scored, "agreements invented ") == 0


def test_facts_are_found_and_few_are_wrong(scored: str) -> None:
    assert figure(scored, "facts found ") >= 90
    assert figure(scored, ", wrong ") <= 3


def test_every_quote_stands_in_its_text(scored: str) -> None:
    assert figure(scored, "quotes not in the text ") == 0
