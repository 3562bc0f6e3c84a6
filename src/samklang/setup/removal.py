"""Takes every trace of a demo county away, and leaves the county's own facts as they were."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from django.apps import apps
from django.db import transaction
from django.db.models import FileField, ForeignKey, Model, Q, QuerySet

from samklang.accounts.erasure import pseudonymize
from samklang.accounts.models import User
from samklang.agreements.api import Agreement, remove_agreements
from samklang.audit.api import Entry, record
from samklang.meetings.api import forget_unused_matters, guards_aside
from samklang.organizations.api import Body, Partnership, mark_demo, part_from_bodies
from samklang.setup.entries import Demo
from samklang.setup.models import Placed
from samklang.setup.placing import ground_of, put_back
from samklang.setup.placing_bodies import put_bodies_back
from samklang.texts.api import forget_texts, with_texts

AGREEMENT, BODY = Agreement._meta.label_lower, Body._meta.label_lower
REMOVED = "demo.removed"


@dataclass(frozen=True, slots=True)
class Removed:
    """What was taken away, and the real agreements that could not be put back as they were."""

    persons: int
    agreements: int
    mixed: tuple[str, ...]


@transaction.atomic
def remove(demo: Demo) -> Removed:
    """Remove the invented persons and all that they made, and whatever else was invented.

    The record keeps that it happened: a person whom it names becomes a number without a name.
    """
    invited = list(User.objects.filter(demo=True, is_active=True))
    persons = [person.pk for person in invited]
    invented = _invented(persons)
    touched = _touched(AGREEMENT, persons, among=True) - invented
    mixed = touched & _touched(AGREEMENT, persons, among=False)
    met = _touched(BODY, persons, among=True) - _touched(BODY, persons, among=False)
    started = Body.objects.filter(Q(demo=True) | Q(recorded_by__in=persons))
    part_from_bodies(started.values_list("pk", flat=True))
    with guards_aside():
        for rows in _made_by(persons):
            _delete(rows)
    forget_unused_matters()
    mixed |= with_texts(touched)
    forget_texts(invented)
    count = remove_agreements(invented)
    for partnership in Partnership.objects.filter(code=demo.county.code):
        ground, code = ground_of(partnership.pk), demo.county.code
        put_back(demo.county.agreements, ground, pack=code, ids=touched - mixed)
        put_bodies_back(demo.county.bodies, partnership, met)
        mark_demo(partnership, demo=False)
        record(REMOVED, partnership, by=None, partnership_id=partnership.pk)
    _part_with(invited)
    Placed.objects.filter(pack=demo.code).delete()
    return Removed(len(persons), count, _titles(mixed))


def _part_with(persons: list[User]) -> None:
    remembered = set(Entry.objects.filter(actor__in=persons).values_list("actor_id", flat=True))
    User.objects.filter(pk__in={one.pk for one in persons} - remembered).delete()
    for person in persons:
        if person.pk in remembered:
            pseudonymize(person)


def _invented(persons: list[int]) -> set[int]:
    """Agreements of the demo pack, and those that an invented person has registered."""
    registered = Entry.objects.filter(
        verb="agreement.registered", actor__in=persons, target_kind=AGREEMENT
    )
    return {
        *Agreement.objects.filter(demo=True).values_list("pk", flat=True),
        *registered.values_list("target_id", flat=True),
    }


def _touched(kind: str, persons: list[int], *, among: bool) -> set[int]:
    """Return those of the kind that somebody `among` the persons, or somebody else, has changed.

    What was removed before is over: its persons are numbers without names.
    """
    earlier = Entry.objects.filter(verb=REMOVED).values_list("number", flat=True).first() or 0
    entries = Entry.objects.filter(target_kind=kind, number__gt=earlier).exclude(actor=None)
    chosen = entries.filter(actor__in=persons) if among else entries.exclude(actor__in=persons)
    return set(chosen.values_list("target_id", flat=True))


def _made_by(persons: list[int]) -> Iterator[QuerySet[Model]]:
    """Yield the rows that name an invented person or are marked as invented, from the top down.

    It asks the models, so that what a later context stores about a person is found as well.
    """
    for model in reversed(apps.get_models()):
        if model in (User, Agreement, Partnership, Entry):
            continue
        made = Q(pk__in=[])
        for field in model._meta.get_fields():
            if isinstance(field, ForeignKey) and field.related_model is User:
                made |= Q(**{f"{field.name}__in": persons})
            if field.name == "demo":
                made |= Q(demo=True)
        yield QuerySet(model).filter(made)


def _delete(rows: QuerySet[Model]) -> None:
    """Delete the rows, and the stored bytes of their files once that is certain."""
    file_names = [f.name for f in rows.model._meta.get_fields() if isinstance(f, FileField)]
    stored = [getattr(row, name) for name in file_names for row in rows]
    rows.delete()
    for file in stored:
        transaction.on_commit(partial(file.storage.delete, file.name))


def _titles(ids: set[int]) -> tuple[str, ...]:
    return tuple(Agreement.objects.filter(pk__in=ids).values_list("title", flat=True))
