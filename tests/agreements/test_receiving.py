"""A file added by hand is looked at first, and each that is turned away gets its own sentence."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from samklang.agreements.forms import FileForm
from samklang.agreements.models import Edition
from samklang.agreements.receiving import received
from samklang.documents.api import File
from samklang.organizations.api import Acting
from tests import cast
from tests.documents.extraction import samples

pytestmark = pytest.mark.django_db
CLOSED = "Filen går inte att öppna. Spara den på nytt som PDF eller DOCX och försök igen."


def form_with(content: bytes, name: str = "avtal.pdf") -> FileForm:
    edition = Edition(pk=7, number=1)
    file = SimpleUploadedFile(name, content)
    form = FileForm({"edition": "7", "about_nobody": "on"}, {"file": file}, editions=[edition])
    assert form.is_valid(), form.errors
    return form


def siri() -> Acting:
    return cast.acting_for(cast.person("siri"))


@pytest.mark.parametrize(
    ("content", "format_"),
    [
        (samples.docx(samples.p("Avtal")), "docx"),
        (b"Avtal om skog", "text"),
        (b"<!doctype html><p>Avtal", "html"),
    ],
)
def test_what_can_be_kept_is_kept_for_the_users_own_organization(
    content: bytes, format_: str
) -> None:
    file = received(form_with(content), by=siri())

    assert file is not None
    assert (file.format, file.name) == (format_, "avtal.pdf")
    assert (file.organization, file.received_from) == (cast.organization(), siri().user)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "Filen är tom. Välj en annan."),
        (
            b"\x89PNG\r\n\x1a\n",
            "Den här sortens fil kan inte sparas här. Spara den som PDF, DOCX eller ODT.",
        ),
        (
            samples.ole("EncryptedPackage"),
            "Filen har ett lösenord. Ta bort lösenordet och försök igen.",
        ),
        (
            samples.zipped({"a.txt": "Avtal", "b.txt": "Avtal"}),
            "En ZIP läser du in under ”Läs in”. Här lägger du till en fil i taget.",
        ),
        (b"PK\x03\x04 broken", CLOSED),
    ],
)
def test_what_cannot_be_kept_is_explained_and_leaves_nothing(content: bytes, sentence: str) -> None:
    form = form_with(content)

    assert received(form, by=siri()) is None

    assert form.errors == {"file": [sentence]}
    assert not File.objects.exists()
