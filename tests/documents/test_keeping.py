"""Received files are kept unchanged, once per organization, and handed out to be saved.

Seen red: with a block's kind given back as JSON has it, and with the file called by its suffix
after it had been read.
"""

from __future__ import annotations

import unicodedata

import pytest
from django.test import Client
from django.urls import reverse

from samklang.documents.api import keep, keep_text, safe_name
from samklang.documents.extraction.opening import extract
from samklang.documents.extraction.text import BlockKind
from samklang.documents.models import File, Text
from tests import cast

pytestmark = pytest.mark.django_db


def kept(name: str = "avtal.pdf", content: bytes = b"%PDF-1.7 ...", *, of: str = "lund") -> File:
    return keep(name, content, format="pdf", by=None, organization=cast.organization(of))


def test_the_bytes_are_kept_as_they_came() -> None:
    content = bytes(range(256)) * 10

    file = kept(content=content)

    with file.content.open("rb") as stored:
        assert stored.read() == content
    assert (file.size, len(file.sha256)) == (2560, 64)
    assert file.content.name == f"received/{file.sha256}"


def test_the_same_bytes_are_one_file_in_an_organization_and_two_in_two() -> None:
    first = kept("a.pdf")

    assert kept("b.pdf") == first
    assert kept("a.pdf", of="mora") != first
    assert File.objects.count() == 2


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\avtal\\LÖK.docx", "LÖK.docx"),
        (unicodedata.normalize("NFD", "Överenskommelse.pdf"), "Överenskommelse.pdf"),
        ("av\x00tal\n.pdf", "avtal.pdf"),
        ("..", "fil"),
        ("", "fil"),
        ("x" * 300 + ".pdf", "x" * 251 + ".pdf"),
        ("å" * 200 + ".pdf", "å" * 125 + ".pdf"),
        ("Överenskommelse Älvdalen.pdf", "Överenskommelse Älvdalen.pdf"),
        ("CON.pdf", "fil CON.pdf"),
        ("lpt1", "fil lpt1"),
        ("Contoret.pdf", "Contoret.pdf"),
        ("avtal\u202efdp.exe", "avtalfdp.exe"),
        ("a\r\nSet-Cookie: x=y.pdf", "aSet-Cookie: x=y.pdf"),
        ("avtal\ud800.pdf", "avtal.pdf"),
    ],
)
def test_a_name_is_only_a_name(name: str, shown: str) -> None:
    assert safe_name(name) == shown


def test_a_later_extractors_text_takes_the_place_of_an_earlier_ones() -> None:
    file = kept()
    keep_text(file, "först", warnings=["language:en"])

    keep_text(file, "sedan", blocks=[{"text": "sedan"}], page_count=2)

    text = Text.objects.get()
    assert (text.text, text.page_count, text.warnings) == ("sedan", 2, [])


def test_a_kept_text_is_given_back_as_it_was_read_whatever_the_file_calls_itself() -> None:
    content = b"Avtal\n\n1 Ansvar\nKommunen ska svara."
    file = keep("avtal.txt", content, format="txt", by=None, organization=cast.organization())
    read = extract("avtal.txt", content)
    blocks = [one.to_keep() for one in read.blocks]

    keep_text(file, read.text, blocks=blocks, read_as=read.format)

    given = Text.objects.get().extracted
    assert (given.format, given.blocks) == (read.format, read.blocks)
    assert {type(one.kind) for one in given.blocks} == {BlockKind}


def test_a_file_is_fetched_by_its_own_organization_alone(client: Client) -> None:
    file = kept("Överenskommelse.pdf")
    address = reverse("documents:download", args=[file.pk])

    client.force_login(cast.person("siri"))
    answer = client.get(address)
    client.force_login(cast.person("mia", of=cast.organization("mora")))

    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/pdf"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Disposition"].startswith("attachment;")
    assert "%C3%96verenskommelse.pdf" in answer["Content-Disposition"]
    assert client.get(address).status_code == 404


def test_what_is_no_known_kind_is_only_bytes(client: Client) -> None:
    file = keep("x.svg", b"<svg/>", format="svg", by=None, organization=cast.organization())
    client.force_login(cast.person("siri"))

    answer = client.get(file.get_absolute_url())

    assert answer["Content-Type"] == "application/octet-stream"
