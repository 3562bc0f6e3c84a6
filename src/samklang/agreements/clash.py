"""Two people saved the same agreement: what each wrote, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from django import forms
from django.utils.translation import gettext as _

from samklang.agreements.actions import Facts
from samklang.agreements.forms import FactsForm
from samklang.agreements.history import said
from samklang.agreements.models import Agreement
from samklang.agreements.queries import version_now
from samklang.agreements.walls import Wall
from samklang.audit.api import history

# The fields of the facts form, and what each is called among the facts.
FIELDS = {
    "title": "title",
    "parent": "parent_id",
    "keeper": "keeper_id",
    "revision_responsible": "revision_responsible",
}


@dataclass(frozen=True, slots=True)
class Other:
    """Who saved first, when, and what they did."""

    name: str
    at: datetime | None
    done: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One field that the two disagree about; `mine_value` is what the form sends again."""

    name: str
    label: str
    mine: str
    theirs: str
    mine_value: str
    choice: forms.BoundField | None = None


@dataclass(frozen=True, slots=True)
class LateEntry:
    """A new entry that came second: what it says, and what to send to save it after all."""

    other: Other
    mine: tuple[tuple[str, str], ...]
    hidden: tuple[tuple[str, str], ...]
    version: int


def other(agreement: Agreement, seen: int, wall: Wall) -> Other:
    """Return who saved after the version that was seen; of drafts behind the wall no more."""
    later = [e for e in history([agreement])[:20] if e.details.get("version", 0) > seen]
    if not later:
        return Other(_("Somebody"), None, ())
    newest = later[0]
    name = str(newest.actor or _("Somebody"))
    return Other(name, newest.happened_at, tuple(said(entry, wall) for entry in reversed(later)))


def late_entry(agreement: Agreement, form: forms.Form, wall: Wall) -> LateEntry:
    """Set a new entry beside what others did meanwhile."""
    visible = [field for field in form.visible_fields() if field.value() not in (None, "")]
    return LateEntry(
        other=other(agreement, form.cleaned_data["version"], wall),
        mine=tuple((str(field.label), _shown(field)) for field in visible),
        hidden=tuple((field.html_name, str(field.value())) for field in visible),
        version=version_now(agreement),
    )


def sides(agreement: Agreement, form: FactsForm) -> list[Side]:
    """Return the fields in which what the user wrote differs from what now stands."""
    now = asdict(Facts.of(agreement))
    found = []
    for name, fact in FIELDS.items():
        theirs = "" if now[fact] is None else str(now[fact])
        mine = str(form[name].value() or "")
        if mine != theirs:
            field = form[name]
            label = str(field.label)
            found.append(Side(name, label, _shown(field), _label_of(field, theirs), mine))
    return found


def _shown(field: forms.BoundField) -> str:
    return _label_of(field, str(field.value() or ""))


def _label_of(field: forms.BoundField, value: str) -> str:
    """Return a choice’s words instead of its value."""
    choices: Sequence[tuple[object, object]] = getattr(field.field, "choices", ())
    labels = {str(key): str(label) for key, label in choices}
    return labels.get(value, value) or _("empty")
