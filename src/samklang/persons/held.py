"""Everything that is held about one person, gathered for them to have."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.db.models import DateTimeField, Field, FileField, ForeignKey, Model, QuerySet
from django.utils.translation import gettext as _

from samklang.accounts.models import User
from samklang.audit.api import Entry, by_person, history
from samklang.persons.mentions import mentions
from samklang.persons.ties import Tie, ties
from samklang.persons.wording import column_name, kind_name

# What opens a door, and would for whoever found the copy.
_SECRET = {"password", "data", "session_key", "session_data", "secret_hash"}


Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Section:
    """The rows of one kind: its stable name and what people call it, columns as well."""

    kind: str
    name: str
    columns: dict[str, str]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """Everything about one person, as of a moment."""

    person: User
    made_at: datetime
    sections: tuple[Section, ...]

    def as_json(self) -> Row:
        sections = [asdict(one) for one in self.sections]
        return {"person": self.person.pk, "made_at": self.made_at, "sections": sections}


def held_about(user: User, *, now: datetime) -> Held:
    """Gather the account, every row tied to it, the record, and where they are named in text."""
    found = ties()
    about = [tie for tie in found if tie.is_about]
    sections = [
        _whole(User, [user]),
        *(_whole(tie.model, tie.of(user)) for tie in about),
        *(_traces(tie, user) for tie in found if not tie.is_about),
        _record("record.about", _("What others did about you"), _about(user, about), in_full=True),
        _record("record.by", _("What you did"), by_person(user), in_full=False),
        _mentioned(user),
    ]
    return Held(user, now, tuple(sections))


def _whole(model: type[Model], found: Iterable[Model]) -> Section:
    columns = {field.name: column_name(field) for field in model._meta.concrete_fields}
    rows = ({f.name: _told(row, f) for f in model._meta.concrete_fields} for row in found)
    return Section(model._meta.label, kind_name(model), columns, tuple(rows))


def _told(row: Model, field: Field[Any, Any]) -> Any:
    value = getattr(row, field.attname)
    if field.name in _SECRET:
        return _("kept, and not shown") if value else ""
    if isinstance(field, FileField):
        return value.name
    if isinstance(field, ForeignKey) and field.related_model is not User:
        return str(getattr(row, field.name) or "")
    return value


def _traces(tie: Tie, user: User) -> Section:
    """Tell what the person did and when, not what stands in it: that is an organization’s."""
    moments = [f for f in tie.model._meta.concrete_fields if isinstance(f, DateTimeField)]
    columns = {"number": _("Number"), "as": _("You are named as")}
    columns |= {field.name: column_name(field) for field in moments}
    rows = (
        {"number": row.pk, "as": _roles(row, tie, user), **_moments(row, moments)}
        for row in tie.of(user)
    )
    return Section(tie.model._meta.label, kind_name(tie.model), columns, tuple(rows))


def _roles(row: Model, tie: Tie, user: User) -> str:
    named = (column_name(one) for one in tie.fields if getattr(row, one.attname) == user.pk)
    return ", ".join(named)


def _moments(row: Model, fields: list[DateTimeField[Any, Any]]) -> Row:
    return {field.name: getattr(row, field.attname) for field in fields}


def _about(user: User, about: list[Tie]) -> QuerySet[Entry]:
    """Those whose object is the account, or a row about the person."""
    targets = [user, *(row for tie in about for row in tie.of(user))]
    return history(targets).exclude(actor=user)


def _record(kind: str, name: str, entries: QuerySet[Entry], *, in_full: bool) -> Section:
    """Tell the entries; details only where they are about the person and no organization’s text."""
    rows = (
        {**_entry(one), **({"details": one.details} if in_full else {})}
        for one in entries.iterator(chunk_size=1000)
    )
    columns = {
        "number": _("Number"),
        "at": _("When"),
        "verb": _("What happened"),
        "about": _("About"),
        "role": _("In the role"),
        "organization": _("For organization number"),
        "via": _("Through"),
        "reference": _("Reference"),
    }
    columns |= {"details": _("Details")} if in_full else {}
    return Section(kind, name, columns, tuple(rows))


def _entry(entry: Entry) -> Row:
    return {
        "number": entry.number,
        "at": entry.happened_at,
        "verb": entry.verb,
        "about": f"{entry.target_kind} {entry.target_id}",
        "role": entry.role,
        "organization": entry.organization_id,
        "via": entry.via,
        "reference": entry.reference,
    }


def _mentioned(user: User) -> Section:
    columns = {"where": _("Where"), "column": _("In what"), "rows": _("How many")}
    rows = (
        {"where": kind_name(one.model), "column": column_name(one.field), "rows": one.count}
        for one in mentions(user)
    )
    return Section("mentions", _("Where you are named in text"), columns, tuple(rows))
