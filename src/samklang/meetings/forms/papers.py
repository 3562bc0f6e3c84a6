"""Parses what an attachment is called, what it belongs to, what it holds and who reads it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samklang.common.forms import ChangeForm, TextField
from samklang.documents.api import safe_name
from samklang.meetings.actions import PaperWords, Wall
from samklang.meetings.labels import is_numbered
from samklang.meetings.links import LinkField
from samklang.meetings.models import AgendaItem, Attachment, Openness
from samklang.organizations.api import Organization

_WALL = ("openness", "ground", "readers")


class PaperForm(ChangeForm):
    """The label as people write it; without items it belongs to the meeting as a whole.

    Without `readers` its writer may not say that it is confidential.
    """

    label = TextField(
        label=_("Label"),
        max_length=60,
        help_text=_("As it is numbered on the paper itself, for example 2 or 3 A-B."),
    )
    title = TextField(label=_("What it is (optional)"), required=False, max_length=200)
    items = forms.MultipleChoiceField(
        label=_("Items that it belongs to"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Tick none if it belongs to the meeting as a whole."),
    )
    file = forms.FileField(
        label=_("File (optional)"),
        required=False,
        allow_empty_file=True,
        help_text=_("PDF, DOCX, ODT, HTML or plain text, at most 50 MB."),
    )
    about_nobody = forms.BooleanField(
        label=_("The file holds no personal identity numbers and nothing about residents"),
        required=False,
    )
    link = LinkField(
        label=_("Or a page in Samklang (optional)"),
        required=False,
        max_length=300,
        help_text=_("Copy its address from the browser: an agreement, a text or a decision."),
    )
    is_late = forms.BooleanField(label=_("It came late, after the agenda"), required=False)
    openness = forms.ChoiceField(
        label=_("Who may read it"),
        choices=Openness.choices,
        initial=Openness.OPEN,
        required=False,
        widget=forms.RadioSelect,
    )
    ground = TextField(
        label=_("Why it is confidential"),
        required=False,
        max_length=200,
        help_text=_("The provision, for example OSL chapter 19 section 3. Only readers see it."),
    )
    readers = forms.MultipleChoiceField(
        label=_("Which organizations may read a confidential attachment"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("The organization that calls the meeting always reads it."),
    )

    def __init__(
        self,
        *args: Any,
        there: Sequence[AgendaItem],
        readers: Sequence[Organization] | None,
        now: Attachment | None = None,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.there = {str(one.pk): one for one in there}
        self.offered = {str(one.pk): one for one in readers or ()}
        self._choose("items", [(pk, str(one)) for pk, one in self.there.items()])
        self._choose("readers", [(pk, one.name) for pk, one in self.offered.items()])
        if readers is None:
            for name in _WALL:
                del self.fields[name]
        if now is not None and now.current is not None:
            self.fields["file"].label = _("A newer file in its place (optional)")

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        field: Any = self.fields[name]
        field.choices = choices

    @classmethod
    def of(cls, attachment: Attachment, **options: Any) -> PaperForm:
        initial = {
            "items": [str(one.pk) for one in attachment.items.all()],
            "readers": [str(one.pk) for one in attachment.readers.all()],
            **{
                name: getattr(attachment, name)
                for name in ("label", "title", "link", "is_late", "openness", "ground", "version")
            },
        }
        return cls(initial=initial, now=attachment, **options)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("file"):
            self._check_file(said)
        if said.get("openness") in (Openness.SEALED, Openness.HIDDEN):
            self._check_wall(said)
        if said.get("file") and self.errors and "file" not in self.errors:
            # A browser forgets it, whatever else was typed.
            self.add_error("file", gettext("Choose the file again."))
        return said

    def _check_file(self, said: dict[str, Any]) -> None:
        if said.get("link"):
            self.add_error("link", gettext("Choose either a file or a page, not both."))
        if not said.get("about_nobody"):
            words = gettext(
                "Look through the file first. Samklang must not hold anything about residents."
            )
            self.add_error("about_nobody", words)

    def _check_wall(self, said: dict[str, Any]) -> None:
        if not said.get("ground") and "ground" not in self.errors:
            self.add_error("ground", gettext("Say why it is confidential."))
        if said["openness"] == Openness.HIDDEN and is_numbered(said.get("label", "")):
            words = gettext(
                "Call it something without a number, for example “Particular attachment”. A "
                "number that the others miss would tell that there is something."
            )
            self.add_error("label", words)

    @property
    def chosen_file(self) -> UploadedFile[bytes] | None:
        return self.cleaned_data["file"] or None

    def words(self) -> PaperWords:
        said = self.cleaned_data
        items = tuple(self.there[pk] for pk in said["items"])
        names = {name: said[name] for name in ("label", "title", "is_late", "link")}
        file = self.chosen_file
        name = safe_name(file.name or "") if file else ""
        return PaperWords(items=items, wall=self._wall(), file_name=name, **names)

    def _wall(self) -> Wall | None:
        """Return who reads it, where that was asked; what is open has no ground and no readers."""
        said = self.cleaned_data
        if not said.get("openness"):
            return None
        if said["openness"] == Openness.OPEN:
            return Wall()
        readers = tuple(self.offered[pk] for pk in said["readers"])
        return Wall(said["openness"], said["ground"], readers)
