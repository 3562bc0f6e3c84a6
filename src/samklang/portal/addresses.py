"""Addresses made hundreds at a time: resolved once, filled in for each cell."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

_NUMBER, _CODE, _OTHER_CODE = 987654321, "code-of-one", "code-of-other"


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of cells and agreements, with the query that keeps the day."""

    agreement_pattern: str
    cell_pattern: str
    area_pattern: str
    query: str

    def agreement(self, pk: int) -> str:
        return self.agreement_pattern.replace(str(_NUMBER), str(pk)) + self.query

    def cell(self, municipality: str, area: str) -> str:
        filled = self.cell_pattern.replace(_CODE, municipality).replace(_OTHER_CODE, area)
        return filled + self.query

    def area(self, code: str) -> str:
        return self.area_pattern.replace(_CODE, code) + self.query


def addresses(query: str) -> Addresses:
    return Addresses(
        reverse("agreements:detail", args=[_NUMBER]),
        reverse("portal:cell", args=[_CODE, _OTHER_CODE]),
        reverse("portal:area", args=[_CODE]),
        query,
    )
