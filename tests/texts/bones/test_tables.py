"""A table that shares out the work says whose each cell is.

Seen red: with the heads forgotten after the first row, and with the row's own name not read.
"""

from __future__ import annotations

import io
from collections.abc import Sequence

import docx

from samklang.documents.extraction.opening import extract
from samklang.texts.bones.commitments import read_bones
from samklang.texts.bones.rules import Rules


def read(rules: Rules, rows: Sequence[tuple[str, ...]]) -> list[tuple[str, str, str]]:
    document = docx.Document()
    document.add_heading("Ansvar", level=1)
    table = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    out = io.BytesIO()
    document.save(out)
    found = read_bones(extract("avtal.docx", out.getvalue()), rules).commitments
    return [(one.actor.side.value, one.reason, one.wording) for one in found]


def test_each_column_is_the_sides_that_it_names(rules: Rules) -> None:
    rows = [
        ("Steg", "Regionen", "Kommunen"),
        ("Inför flytt", "skriver remiss", "ordnar en plats"),
        ("Efter flytt", "följer upp vården", ""),
    ]

    assert read(rules, rows) == [
        ("region", "table", "skriver remiss"),
        ("municipality", "table", "ordnar en plats"),
        ("region", "table", "följer upp vården"),
    ]


def test_a_row_is_the_sides_that_it_begins_with(rules: Rules) -> None:
    rows = [("Kommunen", "ordnar en plats"), ("Regionen", "skriver remiss")]

    assert read(rules, rows) == [
        ("municipality", "table", "ordnar en plats"),
        ("region", "table", "skriver remiss"),
    ]
