"""Parses an item of an agenda."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samklang.common.forms import ChangeForm, TextField
from samklang.common.minutes_field import MinutesField
from samklang.meetings.models import MOST_ITEMS, MOST_MINUTES, AgendaItem, Matter
from samklang.meetings.models.kinds import KINDS
from samklang.meetings.numbering import MOST_UNDER_ONE
from samklang.meetings.written import ItemWords, PresenterWords

_LONGEST_LINE = 500
FULL = format_lazy(
    _("The agenda has {most} items, and can have no more. Take one off first."), most=MOST_ITEMS
)
_BREAK = "break"
_OF_AN_ITEM = ("kinds", "presenters", "proposals", "matter", "is_standing")


class ItemForm(ChangeForm):
    """What an item is about, how it is dealt with, who presents it, and which matter it is."""

    title = TextField(label=_("Heading"), max_length=300)
    under = forms.ChoiceField(label=_("Number"), required=False)
    minutes = MinutesField(
        most=MOST_MINUTES,
        help_text=_("The page reckons from the meeting’s start when each item begins."),
    )
    kinds = forms.MultipleChoiceField(
        label=_("How it is dealt with"),
        choices=tuple(KINDS.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    presenters = TextField(
        label=_("Who presents it (optional)"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One on each line: name, title, organization."),
    )
    proposals = TextField(
        label=_("What is proposed to be decided (optional)"),
        required=False,
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One proposal on each line, as “att …”. What is adopted stands beside it."),
    )
    matter = forms.ChoiceField(
        label=_("Matter"),
        required=False,
        help_text=_("Choose a matter that has been dealt with before, and it is followed on."),
    )
    is_standing = forms.BooleanField(
        label=_("On every agenda, such as the opening: no matter of its own"), required=False
    )

    def __init__(
        self,
        *args: Any,
        numbers: Sequence[AgendaItem],
        matters: Iterable[Matter],
        is_full: bool = False,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.is_full = is_full
        self.numbers = {str(one.pk): one for one in numbers}
        self.matters = {str(one.pk): one for one in matters}
        under: Any = self.fields["under"]
        under.choices = [
            ("", _("A number of its own")),
            (_BREAK, _("No number: a break between the items")),
            *self._letters(),
        ]
        matter: Any = self.fields["matter"]
        matter.choices = [
            ("", _("A matter of its own")),
            *((pk, one.title) for pk, one in self.matters.items()),
        ]

    def _letters(self) -> Iterable[tuple[str, str]]:
        said = gettext("A letter under %(item)s")
        return ((pk, said % {"item": one}) for pk, one in self.numbers.items())

    @classmethod
    def of(cls, item: AgendaItem, **options: Any) -> ItemForm:
        initial = {
            "title": item.title,
            "kinds": item.kinds,
            "minutes": item.planned_minutes,
            "presenters": "\n".join(str(one) for one in item.presenters.all()),
            "proposals": "\n".join(one.proposed for one in item.clauses.all() if one.proposed),
            "matter": str(item.matter_id or ""),
            "is_standing": item.is_standing,
            "version": item.meeting.version,
        }
        made = cls(initial=initial, numbers=(), **options)
        made.keep_to(item)
        return made

    def keep_to(self, item: AgendaItem) -> None:
        """Ask of an item that is there: its number follows, and a break is not dealt with."""
        for name in ("under", *(_OF_AN_ITEM if item.is_break else ())):
            del self.fields[name]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if self.is_full:
            self.add_error("title", str(FULL))
        if said.get("under") == _BREAK and any(said.get(name) for name in _OF_AN_ITEM):
            wrong = gettext(
                "A break has a heading and a time only. Empty the other fields, or choose a number."
            )
            self.add_error("under", wrong)
        return said

    def clean_presenters(self) -> list[str]:
        lines = [one.strip() for one in self.cleaned_data["presenters"].splitlines() if one.strip()]
        if any(len(one) > _LONGEST_LINE for one in lines):
            raise forms.ValidationError(gettext("Write each person on a line of their own."))
        return lines

    def clean_proposals(self) -> list[str]:
        return [one.strip() for one in self.cleaned_data["proposals"].splitlines() if one.strip()]

    def clean_under(self) -> str:
        chosen = str(self.cleaned_data["under"])
        item = self.numbers.get(chosen)
        if item and item.meeting.items.filter(number=item.number).count() > MOST_UNDER_ONE:
            raise forms.ValidationError(gettext("There are no letters left under that number."))
        return chosen

    @property
    def chosen_number(self) -> AgendaItem | None:
        return self.numbers.get(self.cleaned_data.get("under", ""))

    def words(self) -> ItemWords:
        said = self.cleaned_data
        return ItemWords(
            title=said["title"],
            kinds=tuple(said.get("kinds", ())),
            presenters=tuple(map(PresenterWords.read, said.get("presenters", ()))),
            is_standing=said.get("is_standing", False),
            matter=self.matters.get(said.get("matter", "")),
            proposals=tuple(said.get("proposals", ())),
            minutes=said["minutes"],
            is_break=said.get("under") == _BREAK,
        )
