"""A NUL never reaches the database, and a text that only speaks of one is read as it stands.

Seen red: the signs taken out wherever they stood left half an escape behind, the answer was no
JSON any longer, and the job stopped with the rest of its batch unread.
"""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samklang.inventories.jobs import _parsed
from samklang.inventories.lifecycle import State
from tests.inventories import desk

WRITTEN = ["\\u0000", "\\\\u0000", 'Felet skrevs som "\\u0000".', "C:\\u0000\\fil", "\\", "\\\\"]


@given(st.text(st.sampled_from('\\u0000\x00"ab')))
def test_an_answer_is_what_was_told_without_its_nuls(text: str) -> None:
    told = json.dumps({"text": text, "list": [text]})

    bare = text.replace("\x00", "")
    assert _parsed(told) == {"text": bare, "list": [bare]}


@pytest.mark.parametrize("written", WRITTEN)
def test_a_text_that_speaks_of_a_nul_is_told_as_it_was_written(written: str) -> None:
    assert _parsed(json.dumps({"quote": written})) == {"quote": written}


@pytest.mark.django_db
def test_a_file_that_speaks_of_a_nul_is_read_and_so_is_the_next_one() -> None:
    lund = desk.desk()

    first, second = lund.read(
        desk.text_file(lines=(*desk.LINES, *WRITTEN)),
        desk.text_file("b.txt", (*desk.LINES, "En annan rad.")),
    )

    assert (first.state, second.state) == (State.READ, State.READ)
