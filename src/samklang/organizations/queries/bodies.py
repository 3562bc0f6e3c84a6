"""The county's bodies as they were on a day: whom they answer to, their charters and places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404

from samklang.audit.api import Entry
from samklang.audit.api import history as entries_about
from samklang.organizations.acting import Acting
from samklang.organizations.flags import flags
from samklang.organizations.models import (
    Body,
    Charter,
    CharterKind,
    Post,
    PostKind,
    ReportingLine,
)


@dataclass(frozen=True)
class BodyOnDay:
    """One body with what is recorded about it, and what of that holds on the day."""

    body: Body
    on: date
    parent: Body | None = None
    children: tuple[Body, ...] = ()
    charters: tuple[Charter, ...] = ()
    posts: tuple[Post, ...] = ()
    # What the contexts above point out about it, each in a few words.
    flags: tuple[str, ...] = ()

    @cached_property
    def seated(self) -> tuple[Post, ...]:
        return tuple(one for one in self.posts if one.holds(self.on))

    @property
    def vacancy_count(self) -> int:
        return sum(one.is_vacant for one in self.seated)

    @property
    def former(self) -> tuple[Post, ...]:
        """Those who have left; a place that stood vacant is nobody."""
        return tuple(one for one in self.posts if one.is_over(self.on) and not one.is_vacant)

    @property
    def to_come(self) -> tuple[Post, ...]:
        return tuple(one for one in self.posts if one.is_to_come(self.on))

    @cached_property
    def assignments(self) -> tuple[Charter, ...]:
        return self._in_force(CharterKind.ASSIGNMENT)

    @cached_property
    def mandates(self) -> tuple[Charter, ...]:
        return self._in_force(CharterKind.MANDATE)

    def others(self, kind: str) -> tuple[Charter, ...]:
        """Return the charters of the kind that do not hold on the day: earlier ones and coming."""
        return tuple(one for one in self.charters if one.kind == kind and not one.holds(self.on))

    @property
    def lacks_assignment(self) -> bool:
        return self.body.is_ours and self.body.holds(self.on) and not self.assignments

    @property
    def lacks_mandate(self) -> bool:
        return self.body.is_ours and self.body.holds(self.on) and not self.mandates

    def _in_force(self, kind: str) -> tuple[Charter, ...]:
        return tuple(one for one in self.charters if one.kind == kind and one.holds(self.on))


def bodies(partnership_id: int, *, on: date | None = None) -> list[Body]:
    """Return the county's bodies: all that there have been, or those that are there on a day."""
    found = Body.objects.filter(partnership_id=partnership_id).select_related("organization")
    return list(found if on is None else found.holding(on))


def kept_bodies(acting: Acting, partnership_id: int) -> frozenset[int]:
    """Return the ids of those that the user keeps today.

    They are the bodies of the organizations that they write for, and those that they chair: the
    place of the chair has their e-mail address.
    """
    chairs = Post.objects.holding(acting.today).filter(kind=PostKind.CHAIR)
    email = acting.user.email
    chaired = chairs.filter(email__iexact=email) if email else chairs.none()
    own = Q(organization__in=acting.writes_for()) | Q(pk__in=chaired.values("body"))
    found = Body.objects.filter(own, partnership=partnership_id)
    return frozenset(found.values_list("pk", flat=True))


def structure(partnership_id: int, *, on: date) -> list[BodyOnDay]:
    """Return every body of the county as it was on the day, in five statements and one a flag."""
    there = {one.pk: one for one in bodies(partnership_id)}
    parents = _parents(partnership_id, on)
    children: dict[int, list[Body]] = defaultdict(list)
    for pk, parent_id in parents.items():
        if there[pk].holds(on):
            children[parent_id].append(there[pk])
    charters = _by_body(charters_of(partnership_id))
    posts = _by_body(posts_of(partnership_id))
    flagged = flags(there.values(), on=on)
    return [
        BodyOnDay(
            body=one,
            on=on,
            parent=there.get(parents.get(pk, 0)),
            children=tuple(sorted(children[pk], key=lambda child: child.pk)),
            charters=charters[pk],
            posts=posts[pk],
            flags=flagged.get(pk, ()),
        )
        for pk, one in there.items()
    ]


def in_tree_order(there: Iterable[BodyOnDay]) -> Iterator[tuple[int, BodyOnDay]]:
    """Yield each body after the one it answers to, with how far down it stands."""
    by_pk = {one.body.pk: one for one in there}

    def below(one: BodyOnDay, depth: int) -> Iterator[tuple[int, BodyOnDay]]:
        yield depth, one
        for child in one.children:
            if child.pk in by_pk:
                yield from below(by_pk[child.pk], depth + 1)

    for one in by_pk.values():
        if one.parent is None or one.parent.pk not in by_pk:
            yield from below(one, 0)


def below(body: Body, *, on: date) -> set[int]:
    """Return the body and all that answer to it on the day, directly or through others."""
    parents = _parents(body.partnership_id, on)
    found = {body.pk}
    while more := {pk for pk, parent in parents.items() if parent in found} - found:
        found |= more
    return found


def latest_move(body: Body) -> date | None:
    """Return the latest day from which it has been said whom the body answers to."""
    lines = body.lines.exclude(from_date=None).order_by("-from_date")
    return lines.values_list("from_date", flat=True).first()


def parent_of(body: Body, *, on: date) -> Body | None:
    """Return whom the body answers to on the day."""
    lines = ReportingLine.objects.holding(on).filter(body=body).select_related("parent")
    line = lines.first()
    return line.parent if line else None


def _parents(partnership_id: int, on: date) -> dict[int, int]:
    lines = ReportingLine.objects.holding(on).filter(body__partnership_id=partnership_id)
    return dict(lines.values_list("body_id", "parent_id"))


def charters_of(partnership_id: int) -> QuerySet[Charter]:
    found = Charter.objects.filter(body__partnership_id=partnership_id)
    giver = ("given_by_body", "given_by_organization")
    return found.select_related(*giver).prefetch_related("powers")


def posts_of(partnership_id: int) -> QuerySet[Post]:
    found = Post.objects.filter(body__partnership_id=partnership_id)
    return found.select_related("organization")


def _by_body(rows: Iterable[Charter] | Iterable[Post]) -> dict[int, tuple[Any, ...]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.body_id].append(row)
    return defaultdict(tuple, {pk: tuple(some) for pk, some in found.items()})


def find_body(acting: Acting, pk: int) -> Body:
    """Return a body of a county in which the user has a seat: its people see all its bodies."""
    there = Body.objects.filter(partnership_id__in=acting.partnership_ids)
    return get_object_or_404(there.select_related("organization", "partnership"), pk=pk)


def body_on(body: Body, *, on: date) -> BodyOnDay:
    """Return the body with what holds on the day, whom it answers to and who answers to it."""
    line = body.lines.holding(on).select_related("parent").first()
    return BodyOnDay(
        body=body,
        on=on,
        parent=line.parent if line else None,
        children=tuple(children(body, on=on)),
        charters=tuple(charters_of(body.partnership_id).filter(body=body)),
        posts=tuple(posts_of(body.partnership_id).filter(body=body)),
        flags=flags([body], on=on).get(body.pk, ()),
    )


def children(body: Body, *, on: date) -> list[Body]:
    """Return the bodies that answer to it on the day."""
    lines = ReportingLine.objects.holding(on).filter(parent=body).select_related("body")
    return [one.body for one in lines if one.body.holds(on)]


def find_post(acting: Acting, pk: int) -> Post:
    there = Post.objects.filter(body__partnership_id__in=acting.partnership_ids)
    return get_object_or_404(
        there.select_related("body__organization", "body__partnership", "organization"), pk=pk
    )


def find_charter(acting: Acting, pk: int) -> Charter:
    there = Charter.objects.filter(body__partnership_id__in=acting.partnership_ids)
    return get_object_or_404(there.select_related("body__organization", "body__partnership"), pk=pk)


def body_history(body: Body) -> QuerySet[Entry]:
    return entries_about([body])


def version_of(body: Body) -> int:
    """Return what is another number once anything more has been recorded of the body."""
    return body_history(body).values_list("pk", flat=True).first() or 0
