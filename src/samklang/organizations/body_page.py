"""What the pages about bodies show, made ready for their templates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from samklang.common.chosen_day import ChosenDay
from samklang.common.letters import in_alphabet
from samklang.organizations import body_words
from samklang.organizations.body_words import HistoryLine
from samklang.organizations.levels import levels
from samklang.organizations.models import Body, Charter, CharterKind, Partnership, Post, PostKind
from samklang.organizations.queries import BodyOnDay, in_tree_order

_ORDER = {kind: place for place, kind in enumerate(PostKind)}


@dataclass(frozen=True)
class CharterShown:
    """An assignment or a mandate with its words."""

    charter: Charter

    @property
    def given(self) -> str:
        return body_words.given(self.charter)

    @cached_property
    def covered(self) -> str:
        return "; ".join(body_words.covered(self.charter))


@dataclass(frozen=True)
class PostShown:
    """One place: who sits in it, in which role and since when."""

    post: Post

    @property
    def period(self) -> str:
        return body_words.period(self.post)

    @property
    def role(self) -> str:
        """The person's own title, and the kind of place where that says more."""
        kind = str(self.post.get_kind_display())
        if not self.post.title:
            return kind
        plain = self.post.kind == PostKind.MEMBER
        return self.post.title if plain else f"{self.post.title} ({kind.lower()})"


@dataclass(frozen=True, slots=True)
class Side:
    """Those who sit in a body on behalf of one organization."""

    name: str
    kind: str
    posts: tuple[PostShown, ...]


def sides(posts: Iterable[Post]) -> list[Side]:
    """Gather the places by whose they are, in the country's alphabet; the chair comes first."""
    found: dict[int, list[Post]] = defaultdict(list)
    for post in posts:
        found[post.organization_id or 0].append(post)
    return [_side(some) for some in sorted(found.values(), key=_place_of)]


def _place_of(posts: list[Post]) -> tuple[bool, int]:
    """Those on nobody's behalf come last."""
    home = posts[0].organization
    return home is None, home.position if home else 0


def _side(posts: list[Post]) -> Side:
    home = posts[0].organization
    in_order = sorted(posts, key=lambda one: (_ORDER[PostKind(one.kind)], one.pk))
    return Side(
        name=home.name if home else _("On nobody’s behalf, or not recorded"),
        kind=home.kind if home else "other",
        posts=tuple(PostShown(one) for one in in_order),
    )


@dataclass(frozen=True)
class BodyPage:
    """One body as it was on the day that is looked at."""

    one: BodyOnDay
    day: ChosenDay
    history: tuple[HistoryLine, ...] = ()

    @property
    def body(self) -> Body:
        return self.one.body

    @property
    def level(self) -> str:
        return levels(self.body.partnership.country).get(self.body.level, self.body.level)

    @property
    def whose(self) -> str:
        return body_words.whose(self.body)

    @property
    def is_over(self) -> bool:
        return self.body.is_over(self.day.on)

    @property
    def is_to_come(self) -> bool:
        return self.body.is_to_come(self.day.on)

    @property
    def sides(self) -> list[Side]:
        others = (one for one in self.one.seated if one.kind != PostKind.USER_INFLUENCE)
        return sides(others)

    @property
    def users(self) -> list[PostShown]:
        """The places of user influence, which stand apart."""
        seated = self.one.seated
        return [PostShown(one) for one in seated if one.kind == PostKind.USER_INFLUENCE]

    @property
    def former(self) -> list[PostShown]:
        return [PostShown(one) for one in self.one.former]

    @property
    def to_come(self) -> list[PostShown]:
        return [PostShown(one) for one in self.one.to_come]

    @property
    def vacancies(self) -> str:
        count = self.one.vacancy_count
        return body_words.vacancies(count) if count else ""


@dataclass(frozen=True)
class CharterPart:
    """The part of a body's page about its assignment, or about its mandate."""

    one: BodyOnDay
    kind: str

    @property
    def is_mandate(self) -> bool:
        return self.kind == CharterKind.MANDATE

    @property
    def in_force(self) -> list[CharterShown]:
        there = self.one.mandates if self.is_mandate else self.one.assignments
        return [CharterShown(one) for one in there]

    @property
    def others(self) -> list[CharterShown]:
        return [CharterShown(one) for one in self.one.others(self.kind)]

    @property
    def lacks(self) -> bool:
        return self.one.lacks_mandate if self.is_mandate else self.one.lacks_assignment


def charter_parts(one: BodyOnDay) -> list[CharterPart]:
    return [CharterPart(one, kind) for kind in CharterKind]


@dataclass(frozen=True)
class Row:
    """One body in the register."""

    one: BodyOnDay
    depth: int = 0

    @property
    def body(self) -> Body:
        return self.one.body

    @property
    def whose(self) -> str:
        return body_words.whose(self.body)

    @property
    def seats(self) -> str:
        return body_words.seats(self.one)

    @property
    def vacancies(self) -> str:
        return body_words.vacancies(self.one.vacancy_count) if self.one.vacancy_count else ""

    @property
    def lacking(self) -> list[str]:
        return [*body_words.lacking(self.one), *self.one.flags]

    @property
    def mandate(self) -> str:
        return body_words.short_mandate(self.one.mandates[0]) if self.one.mandates else ""


@dataclass(frozen=True, slots=True)
class Group:
    """The bodies of one level."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class RegisterPage:
    """The county's bodies on a day, by level.

    `flagged` leaves those that lack something, `of` those of the organization with that code.
    """

    home: Partnership
    there: tuple[BodyOnDay, ...]
    day: ChosenDay
    flagged: bool = False
    of: str = ""

    @cached_property
    def current(self) -> list[BodyOnDay]:
        return [one for one in self.there if one.body.holds(self.day.on)]

    @cached_property
    def groups(self) -> list[Group]:
        """Return those that are there on the day, level by level from the highest."""
        named = levels(self.home.country)
        found: dict[str, list[Row]] = {code: [] for code in named}
        for one in self.current:
            if self._is_asked_for(one):
                found.setdefault(one.body.level, []).append(Row(one))
        return [
            Group(named.get(code, code), tuple(sorted(rows, key=_by_name)))
            for code, rows in found.items()
            if rows
        ]

    def _is_asked_for(self, one: BodyOnDay) -> bool:
        home = one.body.organization
        own = not self.of or (home is not None and home.code == self.of)
        return own and (not self.flagged or bool(body_words.lacking(one)))

    @property
    def is_narrowed(self) -> bool:
        return self.flagged or bool(self.of)

    @property
    def ended(self) -> list[Row]:
        return [Row(one) for one in self.there if one.body.is_over(self.day.on)]

    @property
    def to_come(self) -> list[Row]:
        return [Row(one) for one in self.there if one.body.is_to_come(self.day.on)]

    @property
    def count(self) -> int:
        return len(self.current)

    @property
    def lacking_count(self) -> int:
        return sum(bool(body_words.lacking(one)) for one in self.current)

    @property
    def tree(self) -> list[Row]:
        """Return the same as a tree, each with how far down it stands."""
        return [Row(one, depth) for depth, one in in_tree_order(self.current)]


def _by_name(row: Row) -> Any:
    return in_alphabet(row.body.name)
