"""Addresses made hundreds at a time: resolved once, filled in for each cell."""

from __future__ import annotations

from dataclasses import dataclass

from samklang.common.jinja import finder

_NUMBER, _CODE, _OTHER_CODE = 987654321, "code-of-one", "code-of-other"


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of cells and agreements, with the query that keeps the day.

    Each is kept as the pieces between which the numbers and codes go.
    """

    agreement_pieces: tuple[str, ...]
    cell_pieces: tuple[str, ...]
    area_pieces: tuple[str, ...]

    def agreement(self, pk: int) -> str:
        before, after = self.agreement_pieces
        return f"{before}{pk}{after}"

    def cell(self, municipality: str, area: str) -> str:
        before, between, after = self.cell_pieces
        return f"{before}{municipality}{between}{area}{after}"

    def area(self, code: str) -> str:
        before, after = self.area_pieces
        return f"{before}{code}{after}"


def addresses(query: str) -> Addresses:
    url = finder()
    agreement = url("agreements:detail", _NUMBER) + query
    cell = url("portal:cell", _CODE, _OTHER_CODE) + query
    area = url("portal:area", _CODE) + query
    before, rest = cell.split(_CODE)
    return Addresses(
        tuple(agreement.split(str(_NUMBER))),
        (before, *rest.split(_OTHER_CODE)),
        tuple(area.split(_CODE)),
    )
