"""What is recorded day by day: validity, adoptions, diary numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samklang.agreements.models import (
    DATED,
    AdoptedWording,
    Adoption,
    AdoptionKind,
    DiaryNumber,
    Edition,
    EventKind,
    ValidityEvent,
)
from samklang.agreements.validity import Validity
from samklang.common.date_fields import NOT_YET, DayField, StatedDateField, refuse_future
from samklang.common.forms import (
    NOTHING_CHOSEN,
    ChangeForm,
    TextField,
)
from samklang.common.periods import StatedDate
from samklang.organizations.api import Body, Organization

# A decision about an agreement that holds already: when it was taken decides when it is known.
DECIDED = (EventKind.EXTENDED, EventKind.TERMINATED)
ENDINGS = (EventKind.ENDS, EventKind.EXTENDED, EventKind.TERMINATED, EventKind.REPLACED)
PLANNED_DECISION = _(
    "The day has not come yet. A planned decision is not a decision: record it when it is made."
)
PLANNED_ADOPTION = _(
    "The day has not come yet. A planned decision is no adoption: record it when it is made."
)
# A start or an end may stand blank in the document; then it is recorded as just that.
MAY_BE_BLANK = (EventKind.STARTS, EventKind.ENDS, EventKind.KNOWN_TO_HOLD)


def choices(found: Iterable[Any], *, empty: bool = True) -> list[tuple[Any, Any]]:
    chosen = [(one.pk, str(one)) for one in found]
    return [NOTHING_CHOSEN, *chosen] if empty and len(chosen) != 1 else chosen


class EventForm(ChangeForm):
    edition = forms.TypedChoiceField(label=_("Which edition"), coerce=int)
    kind = forms.ChoiceField(label=_("What is said"), choices=[NOTHING_CHOSEN, *EventKind.choices])
    when = StatedDateField(
        label=_("Day, month, year or span"),
        required=False,
        help_text=_(
            "As precisely as it is stated: 2027-06-30, 2027-06, 2027 or 2024-10-01 – 2024-12-31. "
            "Leave it empty if the document does."
        ),
    )
    years = forms.IntegerField(
        label=_("Every so many years"),
        required=False,
        min_value=1,
        max_value=50,
        help_text=_("Only when it is reviewed with some years between."),
    )
    decided = StatedDateField(
        label=_("Decided"),
        required=False,
        help_text=_("When somebody decided it. Leave it empty if it stands in the agreement."),
    )
    decided_by = forms.TypedChoiceField(
        label=_("Decided by"), required=False, coerce=int, empty_value=None
    )
    quote = TextField(
        label=_("The sentence that says so"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Word for word, so that others can judge for themselves."),
    )
    source_note = TextField(label=_("Where it stands"), required=False, max_length=300)

    def __init__(
        self,
        *args: Any,
        editions: Sequence[Edition],
        bodies: Sequence[Body],
        known: Mapping[int, Validity],
        today: date,
        **options: Any,
    ) -> None:
        """`known` is what the register holds already about when each edition is valid."""
        super().__init__(*args, **options)
        self.known, self.today = known, today
        self.editions = {one.pk: one for one in editions}
        self.fields["edition"].choices = [  # type: ignore[attr-defined]  # a choice field
            (one.pk, edition_name(one)) for one in editions
        ]
        self.fields["decided_by"].choices = choices(bodies)  # type: ignore[attr-defined]  # so is it

    def clean(self) -> dict[str, Any]:
        asked = super().clean() or {}
        kind = asked.get("kind", "")
        if kind in {*DATED, EventKind.REPLACED} - {*MAY_BE_BLANK} and self._is_empty("when"):
            self.add_error("when", _("Write the day, month or year that it is about."))
        if kind == EventKind.REVIEW_EVERY and self._is_empty("years"):
            self.add_error("years", _("Write how many years there are between the reviews."))
        if kind in DECIDED and self._is_empty("decided"):
            self.add_error("decided", _("Write when it was decided. A year is enough."))
        if kind == EventKind.KNOWN_TO_HOLD:
            self._check_statement(asked)
        if asked.get("when"):
            self._check_order(kind, asked["when"], self.known.get(asked.get("edition", 0)))
        return asked

    def clean_decided(self) -> StatedDate | None:
        decided: StatedDate | None = self.cleaned_data["decided"]
        refuse_future(
            decided.first if decided else None, today=self.today, sentence=PLANNED_DECISION
        )
        return decided

    def _check_statement(self, asked: dict[str, Any]) -> None:
        """A statement in place of the parties’ decisions says how it is known, and from when."""
        edition = self.editions.get(asked.get("edition", 0))
        known = self.known.get(edition.pk) if edition else None
        if edition is not None and edition.stage:
            text = _("The text is at the stage “%(stage)s”. Say first that it no longer is.")
            self.add_error("kind", text % {"stage": edition.stage})
        if self._is_empty("when") and (known is None or known.start is None):
            self.add_error("when", _("The start is not known. Write from when it surely holds."))
        if not asked.get("quote") and not asked.get("source_note"):
            self.add_error("source_note", _("Write how it is known that it holds."))
        first = asked["when"].first if asked.get("when") else None
        if first is not None and first > self.today:
            self.add_error("when", NOT_YET)
        decided = asked.get("decided")
        if decided is not None and decided.last > self.today:
            text = _("Write the day or the month when it was decided, or leave it empty.")
            self.add_error("decided", text)

    def _check_order(self, kind: str, when: StatedDate, known: Validity | None) -> None:
        start = known.start if known else None
        end = known.end if known else None
        if kind in ENDINGS and start is not None and when.last < start.first:
            text = _("The end must be after the start, %(day)s.") % {"day": start}
            self.add_error("when", text)
        if kind == EventKind.STARTS and end is not None and when.first > end.last:
            self.add_error("when", _("The start must be before the end, %(day)s.") % {"day": end})

    def _is_empty(self, name: str) -> bool:
        return name not in self.errors and not self.cleaned_data.get(name)

    def entry(self) -> ValidityEvent:
        asked = self.cleaned_data
        when = asked["when"] if asked["kind"] in {*DATED, EventKind.REPLACED} else None
        decided = asked["decided"]
        return ValidityEvent(
            edition=self.editions[asked["edition"]],
            kind=asked["kind"],
            first_date=when.first if when else None,
            last_date=when.last if when else None,
            years=asked["years"] if asked["kind"] == EventKind.REVIEW_EVERY else None,
            decided_first_date=decided.first if decided else None,
            decided_last_date=decided.last if decided else None,
            decided_by_id=asked["decided_by"],
            quote=asked["quote"],
            source_note=asked["source_note"],
        )


def edition_name(edition: Edition) -> str:
    number = _("Edition %(number)d") % {"number": edition.number}
    return f"{number} ({edition.label})" if edition.label else str(number)


NOT_KNOWN = "unknown"
WORDINGS = (
    (AdoptedWording.SAME, _("The edition’s text, unchanged")),
    (AdoptedWording.OTHER, _("Another wording: the board changed something")),
    (NOT_KNOWN, _("It is not known")),
)


class AdoptionForm(ChangeForm):
    # How the text of each edition stood when the form was shown.
    texts = forms.JSONField(widget=forms.HiddenInput, required=False)
    edition = forms.TypedChoiceField(label=_("Which edition"), coerce=int)
    party = forms.TypedChoiceField(label=_("Party"), coerce=int)
    kind = forms.ChoiceField(label=_("How"), choices=[NOTHING_CHOSEN, *AdoptionKind.choices])
    adopted_date = DayField(label=_("Day"), help_text=_("For example 2026-05-18"))
    body_name = TextField(
        label=_("Deciding body"),
        required=False,
        max_length=200,
        help_text=_("The board or council that decided, or who signed (role)."),
    )
    paragraph = TextField(
        label=_("Paragraph"), required=False, max_length=50, help_text=_("For example § 102")
    )
    wording = forms.ChoiceField(
        label=_("Which wording was adopted"),
        choices=WORDINGS,
        widget=forms.RadioSelect,
        help_text=_("The parties must adopt the same text: it is not in force before they have."),
    )
    differs = TextField(
        label=_("What differs"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Only of another wording. A sentence is enough: which section, and how."),
    )
    quote = TextField(
        label=_("The sentence that says so"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(
        self,
        *args: Any,
        editions: Sequence[Edition],
        organizations: Sequence[Organization],
        today: date,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.today = today
        self.editions = {one.pk: one for one in editions}
        self.organizations = {one.pk: one for one in organizations}
        self.fields["edition"].choices = [  # type: ignore[attr-defined]  # a choice field
            (one.pk, edition_name(one)) for one in editions
        ]
        self.fields["party"].choices = choices(organizations)  # type: ignore[attr-defined]  # too

    @property
    def text(self) -> str:
        """The mark of the text that was to be adopted, as it stood then."""
        texts = self.cleaned_data["texts"]
        found = texts.get(str(self.cleaned_data["edition"])) if isinstance(texts, dict) else None
        return str(found or "")

    def clean_adopted_date(self) -> date:
        day: date = self.cleaned_data["adopted_date"]
        refuse_future(day, today=self.today, sentence=PLANNED_ADOPTION)
        return day

    def clean(self) -> dict[str, Any]:
        asked = super().clean() or {}
        wording, differs = asked.get("wording"), asked.get("differs")
        if wording == AdoptedWording.OTHER and not differs and "differs" not in self.errors:
            self.add_error("differs", _("Write in a sentence what the board changed."))
        if wording and wording != AdoptedWording.OTHER and differs:
            text = _("You have written what differs. Choose “another wording”, or empty it.")
            self.add_error("wording", text)
        return asked

    def entry(self) -> Adoption:
        asked = self.cleaned_data
        wording = asked["wording"]
        return Adoption(
            wording="" if wording == NOT_KNOWN else wording,
            differs=asked["differs"],
            edition=self.editions[asked["edition"]],
            organization=self.organizations[asked["party"]],
            kind=asked["kind"],
            adopted_date=asked["adopted_date"],
            body_name=asked["body_name"],
            paragraph=asked["paragraph"],
            quote=asked["quote"],
        )


class DiaryNumberForm(ChangeForm):
    party = forms.TypedChoiceField(label=_("Authority"), coerce=int)
    number = TextField(
        label=_("Diary number"), max_length=60, help_text=_("As the diary writes it.")
    )

    def __init__(self, *args: Any, organizations: Sequence[Organization], **options: Any) -> None:
        super().__init__(*args, **options)
        self.organizations = {one.pk: one for one in organizations}
        self.fields["party"].choices = choices(organizations)  # type: ignore[attr-defined]  # too

    def entry(self) -> DiaryNumber:
        return DiaryNumber(
            organization=self.organizations[self.cleaned_data["party"]],
            number=self.cleaned_data["number"],
        )
