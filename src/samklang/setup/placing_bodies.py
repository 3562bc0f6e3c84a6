"""Puts the bodies of a pack in place, with what they are to do and who sits in them."""

from __future__ import annotations

from collections.abc import Iterable

from samklang.organizations.api import (
    Body,
    Partnership,
    bodies,
    organizations,
    put_body,
    put_charter,
    put_post,
    put_reporting_line,
    reset_body,
)
from samklang.setup.entries import BodyEntry, CharterEntry, Demo, PostEntry


class Assembly:
    """The bodies and organizations of one county, by their codes."""

    def __init__(self, partnership: Partnership, *, demo: bool) -> None:
        self.partnership = partnership
        self.demo = demo
        self.bodies: dict[str, Body] = {one.code: one for one in bodies(partnership.pk)}
        self.organizations = {one.code: one.pk for one in organizations(partnership.pk)}

    def put(self, entries: Iterable[BodyEntry]) -> bool:
        """Put each body there, after the one that it answers to; tell whether any was new."""
        changed = [self._put(entry) for entry in entries]
        return any(changed)

    def _put(self, entry: BodyEntry) -> bool:
        body, changed = put_body(
            self.partnership,
            entry.code,
            name=entry.name,
            short_name=entry.short_name,
            level=entry.level,
            kind=entry.kind,
            organization_id=self.organizations.get(entry.organization),
            purpose=entry.purpose,
            from_date=entry.from_date,
            from_decision=entry.from_decision,
            demo=self.demo,
        )
        self.bodies[entry.code] = body
        if entry.parent:
            parent = self.bodies[entry.parent]
            changed |= put_reporting_line(body, parent_id=parent.pk, from_date=entry.from_date)
        return any([changed, *(self.charter(entry.code, one) for one in entry.charters)])

    def charter(self, code: str, entry: CharterEntry) -> bool:
        giver = self.bodies.get(entry.given_by)
        return put_charter(
            self.bodies[code],
            entry.code,
            powers=entry.powers,
            kind=entry.kind,
            title=entry.title,
            text=entry.text,
            given_by_body=giver,
            given_by_organization_id=self.organizations.get(entry.given_by),
            from_date=entry.from_date,
            until_date=entry.until_date,
            source=entry.source,
            demo=self.demo,
        )

    def post(self, code: str, entry: PostEntry) -> bool:
        return put_post(
            self.bodies[code],
            entry.code,
            kind=entry.kind,
            person=entry.person,
            title=entry.title,
            organization_id=self.organizations.get(entry.organization),
            share=entry.share,
            from_date=entry.from_date,
            until_date=entry.until_date,
            demo=self.demo,
        )


def put_invented(demo: Demo, partnership: Partnership) -> None:
    """Put the invented bodies, charters and places beside the county's own."""
    there = Assembly(partnership, demo=True)
    there.put(demo.bodies)
    for code, charter in demo.charters:
        there.charter(code, charter)
    for code, post in demo.posts:
        there.post(code, post)


def put_bodies_back(entries: Iterable[BodyEntry], partnership: Partnership, ids: set[int]) -> None:
    """Let those of the pack's bodies that are among `ids` be as the pack tells them."""
    there = Assembly(partnership, demo=False)
    chosen = [one for one in entries if one.code in there.bodies]
    touched = [one for one in chosen if there.bodies[one.code].pk in ids]
    for one in touched:
        reset_body(there.bodies[one.code])
    there.put(touched)
