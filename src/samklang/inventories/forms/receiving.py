"""Parses what is dropped on the upload page."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from samklang.inventories.room import MAX_FILES
from samklang.organizations.api import Acting, Organization


class ManyFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Several files at once; what each of them is, and its size, is judged file by file."""

    def clean(self, value: Any, initial: Any = None) -> list[UploadedFile[bytes]]:
        files = [file for file in value or [] if file]
        if not files:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        if len(files) > MAX_FILES:
            raise forms.ValidationError(
                _("You chose %(count)s files. Hand in at most %(limit)s at a time."),
                params={"count": len(files), "limit": MAX_FILES},
            )
        return files


class UploadForm(forms.Form):
    documents = ManyFilesField(
        label=_("Files"),
        widget=ManyFilesInput(
            attrs={"multiple": True, "accept": ".docx,.pdf,.odt,.txt,.html,.htm,.zip"}
        ),
        help_text=_(
            "DOCX, PDF, ODT, text, web pages saved to file, or a ZIP of them. At most 50 MB a "
            "file, 500 files and 500 MB at a time."
        ),
        error_messages={"required": _("Choose at least one file.")},
    )
    organization = forms.ModelChoiceField(
        label=_("On whose behalf"), queryset=Organization.objects.none(), empty_label=None
    )

    def __init__(self, acting: Acting, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.choices = Organization.objects.filter(pk__in=acting.writes_for())
        field = cast("forms.ModelChoiceField[Organization]", self.fields["organization"])
        field.queryset = self.choices
        self.several = len(acting.writes_for()) > 1
        if not self.several:
            field.required = False
            field.widget = forms.HiddenInput()

    def clean_organization(self) -> Organization | None:
        """Whoever writes for one organization need not say which."""
        chosen: Organization | None = self.cleaned_data["organization"]
        return chosen or self.choices.first()
