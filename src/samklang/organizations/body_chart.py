"""Who meets whom, as a picture: the county's bodies in bands, and those of municipalities."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samklang.common.chosen_day import ChosenDay
from samklang.common.pictures.chart import Band, Box, Chart, Tile, draw
from samklang.common.pictures.drawing import Drawing
from samklang.common.pictures.svg import inline
from samklang.organizations import body_words
from samklang.organizations.body_page import RegisterPage, Row
from samklang.organizations.levels import levels
from samklang.organizations.models import Organization, OrganizationKind
from samklang.organizations.queries import BodyOnDay


@dataclass(frozen=True, slots=True)
class Key:
    """One principal’s colour and pattern, in words."""

    kind: str
    words: str


@dataclass(frozen=True)
class ChartPage:
    """The picture, the same as a tree of words, and as a table."""

    register: RegisterPage
    municipalities: Sequence[Organization]

    @property
    def day(self) -> ChosenDay:
        return self.register.day

    @property
    def keys(self) -> list[Key]:
        """Return those that are in the picture, in the order of the kinds."""
        there = {one.body.kind for one in self.register.current}
        return [Key(kind, _KEYS[kind]()) for kind in _KEYS if kind in there]

    @cached_property
    def rows(self) -> list[Row]:
        return self.register.tree

    @property
    def tree(self) -> list[Branch]:
        return branches(self.rows)

    @property
    def picture(self) -> SafeString:
        return inline(self.drawing, "w-l")

    @property
    def drawing(self) -> Drawing:
        return draw(self.chart)

    @cached_property
    def chart(self) -> Chart:
        boxed = [one for one in self.register.current if not _is_local(one)]
        tiled: dict[str, list[BodyOnDay]] = defaultdict(list)
        for one in self.register.current:
            if _is_local(one):
                tiled[one.body.level].append(one)
        used = {one.body.level for one in boxed} | set(tiled)
        named = levels(self.register.home.country)
        codes = [*(code for code in named if code in used), *sorted(used - set(named))]
        bands = tuple(
            Band(capfirst(named.get(code, code)), self._tiles(tiled[code]) if code in tiled else ())
            for code in codes
        )
        return Chart(self._label(), bands, tuple(self._box(one, codes) for one in boxed))

    def _label(self) -> str:
        count = self.register.count
        return ngettext(
            "Who meets whom on %(day)s: %(count)d body. The same is in the table below.",
            "Who meets whom on %(day)s: %(count)d bodies. The same is in the table below.",
            count,
        ) % {"day": self.day.on.isoformat(), "count": count}

    def _box(self, one: BodyOnDay, codes: list[str]) -> Box:
        row, body = Row(one), one.body
        flags = (*row.lacking, *([row.vacancies] if row.vacancies else ()))
        return Box(
            key=body.pk,
            band=codes.index(body.level),
            parent=one.parent.pk if one.parent else None,
            name=body.name,
            kind=body.kind,
            words=tuple(words for words in (row.whose, row.mandate) if words),
            flags=flags,
            url=f"{body.get_absolute_url()}{self.day.query}",
        )

    def _tiles(self, bodies: Iterable[BodyOnDay]) -> tuple[Tile, ...]:
        """Return a tile for every municipality, also where there is no body."""
        found: dict[int, list[BodyOnDay]] = defaultdict(list)
        for one in bodies:
            found[one.body.organization_id or 0].append(one)
        return tuple(self._tile(home, found[home.pk]) for home in self.municipalities)

    def _tile(self, home: Organization, bodies: list[BodyOnDay]) -> Tile:
        flagged = sum(bool(body_words.lacking(one)) for one in bodies)
        joined = "&" if self.day.query else "?"
        address = f"{reverse('bodies:register')}{self.day.query}{joined}of={home.code}"
        return Tile(home.short_name, home.kind, len(bodies), flagged, address)


def _is_local(one: BodyOnDay) -> bool:
    home = one.body.organization
    return home is not None and home.kind == OrganizationKind.MUNICIPALITY


@dataclass(frozen=True, slots=True)
class Branch:
    """A body with those that answer to it."""

    row: Row
    below: tuple[Branch, ...]


def branches(rows: Iterable[Row]) -> list[Branch]:
    """Gather rows in the order of the tree into branches."""
    stack: list[tuple[int, Row, list[Branch]]] = []
    top: list[Branch] = []

    def close(depth: int) -> None:
        while stack and stack[-1][0] >= depth:
            _depth, row, below = stack.pop()
            (stack[-1][2] if stack else top).append(Branch(row, tuple(below)))

    for row in rows:
        close(row.depth)
        stack.append((row.depth, row, []))
    close(0)
    return top


_KEYS = {
    OrganizationKind.REGION: lambda: _("Principal: region (red, slanting lines)"),
    OrganizationKind.MUNICIPALITY: lambda: _("Principal: municipality (yellow, dots)"),
    OrganizationKind.SUPPORT: lambda: _("Shared structure (green, lying lines)"),
    OrganizationKind.USERS: lambda: _("User organization (grey, standing lines)"),
    OrganizationKind.OTHER: lambda: _("Outside the county’s structure (grey)"),
}
