"""Parses an item of an agenda."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samklang.common.forms import ChangeForm, TextField
from samklang.meetings.models import AgendaItem, Matter
from samklang.meetings.models.kinds import KINDS
from samklang.meetings.numbering import MOST_UNDER_ONE
from samklang.meetings.written import ItemWords, PresenterWords

_LONGEST_LINE = 500


class ItemForm(ChangeForm):
    """What an item is about, how it is dealt with, who presents it, and which matter it is."""

    title = TextField(label=_("Heading"), max_length=300)
    under = forms.ChoiceField(label=_("Number"), required=False)
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
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.numbers = {str(one.pk): one for one in numbers}
        self.matters = {str(one.pk): one for one in matters}
        under: Any = self.fields["under"]
        under.choices = [("", _("A number of its own")), *self._letters()]
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
            "presenters": "\n".join(str(one) for one in item.presenters.all()),
            "proposals": "\n".join(one.proposed for one in item.clauses.all() if one.proposed),
            "matter": str(item.matter_id or ""),
            "is_standing": item.is_standing,
            "version": item.meeting.version,
        }
        made = cls(initial=initial, numbers=(), **options)
        del made.fields["under"]
        return made

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
            kinds=tuple(said["kinds"]),
            presenters=tuple(map(PresenterWords.read, said["presenters"])),
            is_standing=said["is_standing"],
            matter=self.matters.get(said["matter"]),
            proposals=tuple(said["proposals"]),
        )
