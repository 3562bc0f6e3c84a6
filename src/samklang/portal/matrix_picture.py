"""The matrix as a picture for a slide."""

from __future__ import annotations

from django.utils.translation import gettext

from samklang.common.pictures import matrix as pictures
from samklang.common.pictures.drawing import Drawing
from samklang.common.words import Words
from samklang.portal.forms import Terms
from samklang.portal.matrix import Cell, Matrix
from samklang.portal.wording import capital, lead, long_date


def matrix_drawing(laid: Matrix, known: Words, asked: Terms) -> Drawing:
    """Draw the rows that were asked for, with the sums of all of them at the foot."""
    day = long_date(asked.on)
    return pictures.draw(
        pictures.Matrix(
            label=gettext("Matrix: %(municipality)s and area, %(day)s")
            % {"municipality": known.municipality, "day": day},
            corner=capital(known.municipality),
            heads=tuple(column.area.short_name for column in laid.columns),
            lines=tuple(
                pictures.Line(row.municipality.name, tuple(_field(cell) for cell in row.cells))
                for row in laid.shown
            ),
            foot=f"{lead(laid.counts.triple, known)} {capital(day)}.",
        )
    )


def _field(cell: Cell) -> pictures.Field:
    return pictures.Field(cell.mark, cell.word, f"{cell.remark} {cell.day}".strip())
