"""Giving a body an assignment, a mandate or a place, and ending them."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, timedelta

from django.db import transaction

from samklang.organizations.acting import Acting
from samklang.organizations.actions.bodies import Ended, record_of
from samklang.organizations.models import Body, Charter, CharterKind, Post, Power
from samklang.organizations.recording import Chartered, Placed

_DAY = timedelta(days=1)


@transaction.atomic
def give_charter(body: Body, kind: CharterKind, said: Chartered, *, by: Acting) -> Charter:
    fields = {name: value for name, value in asdict(said).items() if name != "powers"}
    made = Charter.objects.create(body=body, kind=kind, recorded_by=by.user, **fields)
    if kind == CharterKind.MANDATE:
        Power.objects.bulk_create(Power(charter=made, decision=one) for one in said.powers)
    record_of(body, f"body.{kind}_given", by=by, what=said.title)
    return made


@transaction.atomic
def end_charter(charter: Charter, *, until_date: date, end_note: str, by: Acting) -> Charter:
    held = Charter.objects.select_for_update().get(pk=charter.pk)
    if held.until_date != charter.until_date:
        raise Ended(f"charter {held.pk} holds until {held.until_date}")
    held.until_date, held.end_note = until_date, end_note
    held.save(update_fields=["until_date", "end_note"])
    verb = f"body.{held.kind}_ended"
    record_of(charter.body, verb, by=by, what=held.title, day=until_date.isoformat())
    return held


@transaction.atomic
def add_post(body: Body, said: Placed, *, by: Acting, fills: Post | None = None) -> Post:
    """Add a place; where it fills a vacant one, that one ends the day before."""
    made = Post.objects.create(body=body, recorded_by=by.user, **asdict(said))
    if fills is not None:
        _fill(fills, said.from_date)
    record_of(body, "body.post_added", by=by, post=made.pk)
    return made


@transaction.atomic
def change_post(post: Post, said: Placed, *, by: Acting) -> Post:
    """Put right what was written of a place; somebody else in it is another place."""
    held = Post.objects.select_for_update().get(pk=post.pk)
    changed = [name for name, value in asdict(said).items() if getattr(held, name) != value]
    if changed:
        for name in changed:
            setattr(held, name, getattr(said, name))
        held.save(update_fields=changed)
        record_of(post.body, "body.post_changed", by=by, post=held.pk)
    return held


@transaction.atomic
def end_post(post: Post, *, until_date: date, stays_vacant: bool, by: Acting) -> Post:
    """Let somebody leave; the place is taken away, or stands vacant from the day after."""
    held = Post.objects.select_for_update().get(pk=post.pk)
    if held.until_date != post.until_date:
        raise Ended(f"post {held.pk} is held until {held.until_date}")
    held.until_date = until_date
    held.save(update_fields=["until_date"])
    if stays_vacant:
        Post.objects.create(
            body_id=held.body_id,
            kind=held.kind,
            title=held.title,
            organization_id=held.organization_id,
            share=held.share,
            from_date=until_date + _DAY,
            recorded_by=by.user,
        )
    day = until_date.isoformat()
    record_of(post.body, "body.post_ended", by=by, post=held.pk, day=day)
    return held


def forget_address(email: str) -> None:
    """Take the address of somebody who is taken away out of every place."""
    if email:
        Post.objects.filter(email__iexact=email).update(email="")


def _fill(vacant: Post, from_date: date | None) -> None:
    """End the vacant place the day before; one that was never vacant is taken away."""
    held = Post.objects.select_for_update().get(pk=vacant.pk)
    if held.person or (held.until_date is not None and held.until_date < (from_date or date.min)):
        raise Ended(f"post {held.pk} is filled already")
    if from_date is None or (held.from_date is not None and held.from_date >= from_date):
        held.delete()
        return
    held.until_date = from_date - _DAY
    held.save(update_fields=["until_date"])
