"""Parses who was at a meeting, who was excused and who was a guest: a person on each line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samklang.common.forms import ChangeForm, TextField
from samklang.meetings.models import Meeting, Presence
from samklang.meetings.written import ReadPerson
from samklang.organizations.api import Organization, Seated

_LONGEST = 200
_FIELDS = {
    "present": Presence.PRESENT,
    "excused": Presence.EXCUSED,
    "guests": Presence.GUEST,
}


class LinesField(TextField):
    """A person on each line."""

    def __init__(self, *, rows: int, **options: Any) -> None:
        area = forms.Textarea(attrs={"rows": rows})
        super().__init__(required=False, max_length=8000, widget=area, **options)

    def clean(self, value: Any) -> str:
        said = str(super().clean(value))
        parts = (part for line in said.splitlines() for part in line.split(",", 1))
        if any(len(one.strip()) > _LONGEST for one in parts):
            raise forms.ValidationError(gettext("Write each person on a line of their own."))
        return said


class AttendanceForm(ChangeForm):
    """Name, organization on each line; an organization of the county is known by its name."""

    present = LinesField(
        label=_("Present"), rows=8, help_text=_("One person on each line: name, organization.")
    )
    excused = LinesField(label=_("Excused"), rows=4)
    guests = LinesField(label=_("Guests"), rows=4)

    def __init__(self, *args: Any, organizations: Iterable[Organization], **options: Any) -> None:
        super().__init__(*args, **options)
        self._known: dict[str, Organization] = {}
        for one in organizations:
            self._known |= {one.name.casefold(): one, one.short_name.casefold(): one}

    @classmethod
    def of(
        cls, meeting: Meeting, seats: Iterable[Seated], organizations: Iterable[Organization]
    ) -> AttendanceForm:
        """Show who is said to have been there; before that, who has a place in the body."""
        there = list(meeting.attendances.select_related("organization"))
        lines = {
            field: "\n".join(str(one) for one in there if one.presence == presence)
            for field, presence in _FIELDS.items()
        }
        if not there:
            expected = (f"{one.name}, {one.of}" if one.of else one.name for one in seats)
            lines["present"] = "\n".join(dict.fromkeys(expected))
        return cls(initial={**lines, "version": meeting.version}, organizations=organizations)

    def people(self) -> Iterator[ReadPerson]:
        for field, presence in _FIELDS.items():
            for line in self.cleaned_data[field].splitlines():
                if line.strip(" ,"):
                    yield _person(line, presence, self._known)


def _person(line: str, presence: str, known: Mapping[str, Organization]) -> ReadPerson:
    name, _comma, of = (part.strip() for part in line.strip(" ,").partition(","))
    found = known.get(of.casefold())
    if found is None:
        return ReadPerson(name, organization_name=of, presence=presence)
    return ReadPerson(name, organization_id=found.pk, presence=presence)
