"""Parses how a body usually meets, and which days of a year it is to meet on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samklang.common.forms import NOTHING_CHOSEN, ChangeForm, PlainForm, TextField
from samklang.meetings.forms.planning import BodyFields, ClockField
from samklang.meetings.models import Series, Weekday
from samklang.meetings.models.kinds import KINDS
from samklang.meetings.written import SeriesWords, StandingWords

_FEWEST_ROWS, _BLANK_ROWS, _MOST_ROWS = 6, 2, 30
_LONGEST_AHEAD = 200
_WHOLE = {
    "invalid": _("Write a whole number of days."),
    "min_value": _("Write a whole number of days."),
    "max_value": _("That is too many days before."),
}


def _days(label: Any, hint: Any) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        required=False,
        min_value=0,
        max_value=_LONGEST_AHEAD,
        help_text=hint,
        error_messages=_WHOLE,
        widget=forms.TextInput(
            attrs={"inputmode": "numeric", "autocomplete": "off", "class": "maxw-18rem"}
        ),
    )


class SeriesFields(PlainForm):
    """The usual day, time and place, the stop dates, and a row for each standing item."""

    name = TextField(
        label=_("What the series is called"),
        max_length=200,
        help_text=_("For example “The network’s meetings 2027”."),
    )
    weekday = forms.TypedChoiceField(
        label=_("Usual day of the week"), choices=[NOTHING_CHOSEN, *Weekday.choices], coerce=int
    )
    start_time = ClockField(label=_("Begins (optional)"), required=False)
    end_time = ClockField(label=_("Ends (optional)"), required=False)
    place = TextField(label=_("Place (optional)"), required=False, max_length=300)
    chair = TextField(label=_("Chair (optional)"), required=False, max_length=200)
    secretary = TextField(label=_("Secretary (optional)"), required=False, max_length=200)
    matters_days = _days(
        _("Days before the meeting when matters must be in (optional)"),
        _("If that is no working day, the last one before it counts."),
    )
    papers_days = _days(
        _("Days before the meeting when papers go out (optional)"),
        _("The meeting’s own page and the year plan say when it is late."),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.row_count = self._count()
        for number in range(self.row_count):
            self.fields |= _row_fields(number)

    def _count(self) -> int:
        if self.is_bound:
            sent = [name for name in self.data if name.startswith("title_")]
            return min(max(len(sent), _FEWEST_ROWS), _MOST_ROWS)
        held = sum(name.startswith("title_") for name in self.initial)
        return min(max(held + _BLANK_ROWS, _FEWEST_ROWS), _MOST_ROWS)

    @property
    def plain_fields(self) -> list[forms.BoundField]:
        return [one for one in self.visible_fields() if not one.name[-1].isdigit()]

    @property
    def rows(self) -> Iterator[dict[str, forms.BoundField]]:
        for number in range(self.row_count):
            yield {name: self[f"{name}_{number}"] for name in _ROW}

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        start, end = said.get("start_time"), said.get("end_time")
        if end and not start and "start_time" not in self.errors:
            self.add_error("start_time", gettext("Write when it begins too."))
        if start and end and end <= start:
            self.add_error("end_time", gettext("It must end after it begins."))
        matters, papers = said.get("matters_days"), said.get("papers_days")
        if matters is not None and papers is not None and matters < papers:
            wrong = gettext("Matters must be in before the papers go out: write as many or more.")
            self.add_error("matters_days", wrong)
        ticked = [n for n in range(self.row_count) if said.get(f"previous_{n}")]
        if len(ticked) > 1:
            self.add_error(f"previous_{ticked[1]}", gettext("Tick one item only."))
        return said

    def words(self) -> SeriesWords:
        said = self.cleaned_data
        plain = {name: said[name] for name in SeriesWords.__slots__ if name != "standing"}
        return SeriesWords(**plain, standing=tuple(self._standing(said)))

    def _standing(self, said: Mapping[str, Any]) -> Iterator[StandingWords]:
        for number in range(self.row_count):
            title, who, kinds, previous = (said[f"{name}_{number}"] for name in _ROW)
            if title:
                yield StandingWords(title, who, tuple(kinds), previous)


_ROW = ("title", "presenter", "kinds", "previous")


def _row_fields(number: int) -> dict[str, forms.Field]:
    nth = {"number": number + 1}
    return {
        f"title_{number}": TextField(
            label=gettext("Standing item %(number)d") % nth, required=False, max_length=300
        ),
        f"presenter_{number}": TextField(
            label=gettext("Who presents it"), required=False, max_length=500
        ),
        f"kinds_{number}": forms.MultipleChoiceField(
            label=gettext("How it is dealt with"),
            required=False,
            choices=tuple(KINDS.items()),
            widget=forms.CheckboxSelectMultiple,
        ),
        f"previous_{number}": forms.BooleanField(
            label=gettext("Leads to the notes of the previous meeting"), required=False
        ),
    }


class NewSeriesForm(SeriesFields, BodyFields):
    """A series that is new: whose meetings, and which organization calls them."""

    field_order = ("body", "keeper")


class SeriesForm(SeriesFields, ChangeForm):
    """A series that is there already: it knows which version the user saw."""

    @classmethod
    def of(cls, series: Series) -> SeriesForm:
        names = (*(one for one in SeriesWords.__slots__ if one != "standing"), "version")
        initial = {name: getattr(series, name) for name in names}
        for number, one in enumerate(series.standing_items.all()):
            initial |= {
                f"title_{number}": one.title,
                f"presenter_{number}": one.presenter,
                f"kinds_{number}": list(one.kinds),
                f"previous_{number}": one.is_previous_notes,
            }
        return cls(initial=initial)


def usual_items() -> dict[str, Any]:
    """What a new series is offered: as most agendas begin and end."""
    return {
        "title_0": gettext("The meeting is opened"),
        "title_1": gettext("Notes of the previous meeting"),
        "previous_1": True,
        "title_2": gettext("Other questions"),
        "title_3": gettext("Next meeting"),
    }
