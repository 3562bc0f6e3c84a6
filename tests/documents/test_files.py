"""A kept file is its own organization's, whatever it is called, and is handed out as bytes.

Seen red: with what takes too much memory told as a crash.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, models, transaction
from django.http import Http404
from django.test import Client

from samklang.documents import actions, queries
from samklang.documents.api import (
    MAX_SIZE,
    File,
    FileFault,
    Text,
    attachment,
    examined,
    keep,
    keep_text,
)
from samklang.documents.downloads import TYPES
from samklang.organizations.api import Role
from tests import cast
from tests.documents.extraction import samples
from tests.inventories.bad_files import TEST_NUMBER

pytestmark = pytest.mark.django_db


def kept(name: str = "avtal.pdf", content: bytes = b"%PDF-1.7", *, of: str = "lund") -> File:
    return keep(name, content, format="pdf", by=None, organization=cast.organization(of))


@pytest.mark.parametrize(
    ("role", "home", "sees"),
    [
        (Role.READER, "lund", True),
        (Role.EDITOR, "lund", True),
        (Role.EDITOR, "mora", False),
        (Role.COORDINATOR, "stod", False),
        (None, "lund", False),
    ],
)
def test_a_file_is_seen_by_its_own_organization(role: str | None, home: str, sees: bool) -> None:
    """A coordinator too meets a file only where it is shared."""
    file = kept()
    acting = cast.acting_for(cast.person(f"{role}", role, of=cast.organization(home)))

    assert File.objects.visible_to(acting).exists() is sees
    if sees:
        assert queries.find(acting, file.pk) == file
    else:
        with pytest.raises(Http404):
            queries.find(acting, file.pk)


def test_who_handed_it_in_is_kept_with_it() -> None:
    siri = cast.person("siri")

    file = keep("a.txt", b"a", format="text", by=siri, organization=cast.organization())

    assert file.received_from == siri
    assert file.sha256 == hashlib.sha256(b"a").hexdigest()
    with pytest.raises(models.ProtectedError):
        siri.delete()


def test_two_who_keep_the_same_bytes_at_once_have_one_file() -> None:
    """The second finds out when it writes: its copy of the bytes goes, the first one's stays."""
    first = kept()
    late = File(
        organization=first.organization,
        name="samma.pdf",
        sha256=first.sha256,
        size=first.size,
        format="pdf",
    )

    found = actions._kept(late, ContentFile(b"%PDF-1.7"))

    assert found == first
    folder = Path(first.content.path).parent
    assert [one.name for one in folder.iterdir()] == [Path(first.content.path).name]
    assert first.content.open("rb").read() == b"%PDF-1.7"


def test_the_database_itself_keeps_one_file_per_content() -> None:
    file = kept()
    file.pk = None

    with pytest.raises(IntegrityError), transaction.atomic():
        file.save(force_insert=True)


def test_what_a_sender_calls_a_file_never_becomes_a_path() -> None:
    file = kept("../../../etc/cron.d/avtal.pdf")

    assert file.name == "avtal.pdf"
    assert file.content.name == f"received/{file.sha256}"
    assert str(file) == "avtal.pdf"


def test_the_text_goes_with_its_file() -> None:
    file = kept()
    keep_text(file, "Avtal", blocks=[{"text": "Avtal"}], warnings=["language:en"])

    text = Text.objects.get()
    assert (str(text), text.blocks, text.warnings) == (
        "avtal.pdf",
        [{"text": "Avtal"}],
        ["language:en"],
    )
    file.delete()
    assert not Text.objects.exists()


@pytest.mark.parametrize("format_", [*TYPES, "svg", "exe", ""])
def test_a_file_is_always_saved_and_never_shown_in_the_page(format_: str) -> None:
    file = keep(
        "a.html", format_.encode(), format=format_, by=None, organization=cast.organization()
    )

    answer = attachment(file)

    assert answer["Content-Type"] == TYPES.get(format_, "application/octet-stream")
    assert answer["Content-Disposition"] == 'attachment; filename="a.html"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["Cache-Control"] == "private, no-store"
    assert answer.getvalue() == format_.encode()


def test_a_swedish_name_comes_back_as_it_was_sent(client: Client) -> None:
    file = kept("Överenskommelse Älvdalen.pdf")
    client.force_login(cast.person("siri"))

    answer = client.get(file.get_absolute_url())

    assert answer["Content-Disposition"] == (
        "attachment; filename*=utf-8''%C3%96verenskommelse%20%C3%84lvdalen.pdf"
    )


@pytest.mark.parametrize("name", ['a"b.pdf', "a\r\nSet-Cookie: x=y.pdf", "å; filename=x.exe"])
def test_a_name_cannot_write_headers_of_its_own(client: Client, name: str) -> None:
    file = kept(name)
    client.force_login(cast.person("siri"))

    answer = client.get(file.get_absolute_url())

    assert answer.status_code == 200
    assert "Set-Cookie" not in answer.headers
    assert answer["Content-Disposition"].startswith("attachment; filename")
    assert "\n" not in answer["Content-Disposition"]


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_a_kept_file_is_only_fetched(client: Client, method: str) -> None:
    file = kept()
    client.force_login(cast.person("siri"))

    asked: Any = getattr(client, method)
    assert asked(file.get_absolute_url()).status_code == 405
    assert File.objects.get() == file


@pytest.mark.parametrize(
    ("content", "kind", "personal_numbers"),
    [
        (b"Avtal om skog", "text", 0),
        (b"<html><body>hej", "html", 0),
        (samples.pdf("Avtal om skog och vatten"), "pdf", 0),
        (samples.pdf("#rect(width: 3cm)"), "pdf", 0),
        (samples.docx(samples.p(f"Om {TEST_NUMBER}")), "docx", 1),
        (samples.zipped({"a.txt": "Avtal"}), "archive", 0),
    ],
)
def test_a_file_is_examined_by_its_content_and_never_by_its_name(
    content: bytes, kind: str, personal_numbers: int
) -> None:
    found = examined(SimpleUploadedFile("avtal.exe", content))

    assert (found.kind, found.personal_numbers) == (kind, personal_numbers)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n", "wrong_type"),
        (b"MZ\x90\x00", "wrong_type"),
        (b"\x7fELF", "wrong_type"),
        (b"%PDF-1.7\n", "damaged"),
    ],
)
def test_what_is_kept_out_is_kept_out_by_a_code(content: bytes, code: str) -> None:
    with pytest.raises(FileFault) as caught:
        examined(SimpleUploadedFile("avtal.pdf", content))

    assert caught.value.code == code


def test_what_is_small_and_unpacks_to_much_is_kept_out() -> None:
    """Made here: every start of the suite would wait for one that is made when this is read."""
    with pytest.raises(FileFault, match="too_heavy"):
        examined(SimpleUploadedFile("avtal.pdf", samples.pdf_bomb(300)))


def test_a_large_file_is_refused_before_it_is_read() -> None:
    large = SimpleUploadedFile("avtal.pdf", b"%PDF-1.7")
    large.size = MAX_SIZE + 1

    with pytest.raises(FileFault, match="too_large"):
        examined(large)
