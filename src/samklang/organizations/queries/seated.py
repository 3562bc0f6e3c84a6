"""Whom a body's meetings are told to: those with a place in it and an e-mail address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from samklang.organizations.models import Post


@dataclass(frozen=True, slots=True)
class Seated:
    """Somebody with a place in a body on a day; without an address they are told nothing."""

    name: str
    email: str
    # On whose behalf, where that is known.
    of: str = ""


def seated(body_id: int, *, on: date) -> list[Seated]:
    """Return those who sit in the body on the day, each address once."""
    there = Post.objects.holding(on).filter(body=body_id).select_related("organization")
    people = [one for one in there if one.person or one.email]
    known = {one.email.casefold(): one for one in reversed(people) if one.email}
    nameless = [one for one in people if not one.email]
    found = (*reversed(known.values()), *nameless)
    return [Seated(str(one), one.email, _behalf(one)) for one in found]


def _behalf(post: Post) -> str:
    return post.organization.short_name if post.organization else ""


def bodies_of(email: str, *, on: date) -> frozenset[int]:
    """Return the ids of the bodies in which the address has a place on the day."""
    if not email:
        return frozenset()
    places = Post.objects.holding(on).filter(email__iexact=email)
    return frozenset(places.values_list("body_id", flat=True))
