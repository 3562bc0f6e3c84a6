"""PDFs that are made to hurt: each stops at itself, and what comes out of it can be bound.

Seen red: with what PDFium opened handed on untried, as it was before, and with what is tried
counted as nothing.
"""

from __future__ import annotations

from io import BytesIO

import pytest

from samklang.documents.extraction.text import FileFault
from samklang.documents.pdf.binder import Binder, bound
from samklang.documents.pdf.sheets import Part, Sheets
from tests.documents import pdf_bombs

pytestmark = [pytest.mark.slow, pytest.mark.one_database]
# What a plain reader of PDFs can make nothing of; each has its sentence in the pack.
FAULTS = {"damaged", "too_heavy", "too_slow", "too_many_pages", "crashed"}


def cleaned(binder: Binder, content: bytes) -> Sheets | str:
    try:
        return binder.clean(BytesIO(content), "Bilaga {}")
    except FileFault as fault:
        return fault.code


def test_a_bomb_stops_at_itself_and_whatever_comes_out_of_it_can_be_bound() -> None:
    with Binder() as binder:
        made = {name: cleaned(binder, make()) for name, make in pdf_bombs.BOMBS.items()}
        after = cleaned(binder, pdf_bombs.plain())
    assert isinstance(after, Sheets)
    assert {one for one in made.values() if isinstance(one, str)} <= FAULTS
    for dangerous in ("swollen content", "swollen twice", "object streams in each other"):
        assert isinstance(made[dangerous], str), dangerous
    assert made["one page again and again"] == "too_many_pages"

    whole = [one for one in made.values() if isinstance(one, Sheets)] + [after]
    assert len(whole) > 5
    parts = [Part(len(one.content), None, "Bilaga ") for one in whole]
    joined = bound([one.content for one in whole], parts, [])
    assert joined.count == sum(one.count for one in whole) == len(whole)


def test_what_is_bound_is_weighed_by_its_objects() -> None:
    with Binder() as binder:
        light = cleaned(binder, pdf_bombs.plain())
        heavy = cleaned(binder, pdf_bombs.BOMBS["long chain"]())
    assert isinstance(light, Sheets)
    assert isinstance(heavy, Sheets)
    assert 3 <= light.weight < 30
    assert heavy.weight > pdf_bombs.DEEP
