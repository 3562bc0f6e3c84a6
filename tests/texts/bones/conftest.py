"""What every test of the bones needs: a country's words, and a way to read a text of one's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from samklang.documents.extraction.opening import extract
from samklang.texts.bones.commitments import Bones, read_bones
from samklang.texts.bones.rules import Rules, load_rules

PACKS = Path(__file__).parents[3] / "packs"


@pytest.fixture(scope="session")
def rules() -> Rules:
    return load_rules(PACKS / "se" / "reading")


@pytest.fixture(scope="session")
def bones(rules: Rules) -> Callable[[str], Bones]:
    """Read a text as if it had come as a plain text file."""
    return lambda text: read_bones(extract("avtal.txt", dedent(text).encode()), rules)
