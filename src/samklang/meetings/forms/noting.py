"""Parses what the minutes say of an item, row by row, and what is corrected in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.validators import ProhibitNullCharactersValidator
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samklang.common.forms import PlainForm, TextField, refuse_personal_numbers
from samklang.common.numbers import whole
from samklang.meetings.actions import Seen
from samklang.meetings.models import AgendaItem, Outcome, PersonalNoteKind
from samklang.meetings.notes import PHRASES
from samklang.meetings.written import ClauseWords, NoteWords, PersonWords

MOST_ROWS = 60
_LONGEST_ROW, _LONGEST_NAME = 4000, 200
STANDARD = "standard"
_no_null = ProhibitNullCharactersValidator()


@dataclass(frozen=True, slots=True)
class ClauseRow:
    """A clause as it stands in the form, beside what was proposed."""

    words: ClauseWords
    proposed: str = ""


class SentRows:
    """The rows as they were sent: lists side by side, a place in each for every row."""

    def __init__(self, sent: Any, proposed: Mapping[int, str]) -> None:
        self._sent = sent
        self._proposed = proposed

    def _all(self, name: str) -> list[str]:
        sent = self._sent
        found = sent.getlist(name) if isinstance(sent, QueryDict) else sent.get(name, [])
        return [str(one).strip() for one in found]

    def clauses(self) -> Iterator[ClauseWords]:
        kinds = [one == STANDARD for one in self._all("clause_kind")]
        rows = zip(self._all("wording"), kinds, self._all("clause"), strict=False)
        for wording, is_standard, pk in rows:
            known = number if (number := whole(pk)) in self._proposed else None
            yield ClauseWords(self._as_asked(wording, known), is_standard, known)
        begun = PHRASES.get(str(self._sent.get("phrase", "")))
        if begun:
            yield ClauseWords(str(begun[1]), begun[2])

    def _as_asked(self, wording: str, pk: int | None) -> str:
        """Take the proposal as it stands where that button was pressed."""
        is_pressed = pk is not None and self._sent.get("as_proposed") == str(pk)
        return self._proposed[pk] if pk and is_pressed else wording

    def persons(self) -> Iterator[PersonWords]:
        rows = zip(
            self._all("person_kind"), self._all("person"), self._all("person_text"), strict=False
        )
        for kind, person, text in rows:
            if person or text:
                known = kind if kind in PersonalNoteKind.values else PersonalNoteKind.DISSENT
                yield PersonWords(known, person, text)

    @property
    def ask_for_more(self) -> bool:
        """Whether a button was pressed that adds words: the same page is shown again."""
        return bool(self._sent.get("phrase") or self._sent.get("as_proposed"))

    def wrongs(self) -> Iterator[Any]:
        """Yield what is wrong in any row, for whoever wrote it."""
        persons = list(self.persons())
        if max(len(persons), len(self._all("wording"))) > MOST_ROWS:
            yield gettext("There are too many rows. Divide the item on the agenda first.")
        for text in (
            *(one.wording for one in self.clauses()),
            *(f"{one.person} {one.text}" for one in persons),
        ):
            yield from _wrong(text)
        if any(not one.person for one in persons):
            yield gettext("Write who it was, on each row of the persons.")
        if any(len(one.person) > _LONGEST_NAME for one in persons):
            yield gettext("Write only the name where you say who it was.")


def _wrong(text: str) -> Iterator[Any]:
    try:
        _no_null(text)
        refuse_personal_numbers(text)
    except forms.ValidationError as refused:
        yield refused
    if len(text) > _LONGEST_ROW:
        yield gettext("Divide what was decided into more rows: one is too long.")


class NoteForm(PlainForm):
    """The text, how it ended, and rows of clauses and of persons; `seen` is what it began from."""

    seen = forms.IntegerField(
        widget=forms.HiddenInput,
        min_value=0,
        error_messages={"required": _("The page had come loose. Reload it and write again.")},
    )
    page = forms.RegexField(
        r"^[0-9a-f-]{36}$", required=False, widget=forms.HiddenInput, empty_value=""
    )
    text = TextField(
        label=_("What was said?"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("In short. Who presented and who asked, and nothing about residents."),
    )
    outcome = forms.ChoiceField(
        label=_("How did it end?"),
        required=False,
        choices=(("", _("Not said yet")), *Outcome.choices),
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, item: AgendaItem, **options: Any) -> None:
        super().__init__(*args, **options)
        self.item = item
        self._proposed = {one.pk: one.proposed for one in item.clauses.all()}
        self.rows = SentRows(self.data, self._proposed)

    @classmethod
    def of(cls, item: AgendaItem) -> NoteForm:
        initial = {"seen": item.written_count, "text": item.text, "outcome": item.outcome}
        return cls(initial=initial, item=item)

    @property
    def clause_rows(self) -> Sequence[ClauseRow]:
        """Those that stand or were sent, and a new one without words."""
        if self.is_bound:
            sent = [one for one in self.rows.clauses() if one.wording or one.pk]
            rows = [ClauseRow(one, self._proposed.get(one.pk or 0, "")) for one in sent]
        else:
            rows = [
                ClauseRow(ClauseWords(one.wording, one.is_standard, one.pk), one.proposed)
                for one in self.item.clauses.all()
            ]
        return [*rows, ClauseRow(ClauseWords(""))]

    @property
    def person_rows(self) -> Sequence[PersonWords]:
        there = self.item.personal_notes.all()
        stand = (PersonWords(one.kind, one.person, one.text) for one in there)
        rows = self.rows.persons() if self.is_bound else stand
        return [*rows, PersonWords(PersonalNoteKind.DISSENT, "")]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        for wrong in self.rows.wrongs():
            self.add_error(None, wrong)
        worded = {one.pk for one in self.rows.clauses() if one.wording}
        for clause in self.item.clauses.all():
            if clause.recorded and clause.pk not in worded:
                told = gettext(
                    "“%(clause)s” is in the county’s register. Take it back there first."
                )
                self.add_error(None, told % {"clause": clause.wording})
        return said

    def words(self) -> NoteWords:
        said = self.cleaned_data
        clauses, persons = tuple(self.rows.clauses()), tuple(self.rows.persons())
        return NoteWords(said["text"], said["outcome"], clauses, persons)

    @property
    def began_from(self) -> Seen:
        return Seen(self.cleaned_data["seen"], self.cleaned_data["page"])


class CorrectionForm(PlainForm):
    """What is right, and in which item it was wrong."""

    item = forms.ChoiceField(label=_("Where it is wrong"), required=False)
    text = TextField(
        label=_("What is right"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Say what stands there and what should. What is locked stays as it was."),
    )

    def __init__(self, *args: Any, items: Sequence[AgendaItem], **options: Any) -> None:
        super().__init__(*args, **options)
        self.items = {str(one.pk): one for one in items}
        field: Any = self.fields["item"]
        whole = ("", _("The minutes as a whole"))
        field.choices = [whole, *((pk, str(one)) for pk, one in self.items.items())]

    @property
    def chosen_item(self) -> AgendaItem | None:
        return self.items.get(self.cleaned_data["item"])
