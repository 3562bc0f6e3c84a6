"""Whatever a ZIP claims of itself is checked, and each kind of damage is only damage."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable

import pytest

from samklang.documents.extraction import markup, package
from samklang.documents.extraction.package import Package, clean_name, entry_name
from samklang.documents.extraction.text import FileFault
from tests.documents.extraction import samples


def zipped(content: bytes = b"Avtal om skog. " * 20, *, how: int = zipfile.ZIP_DEFLATED) -> bytes:
    return samples.zipped({"avtal.txt": content}, compression=how)


def fault(content: bytes, read: str = "") -> str:
    with pytest.raises(FileFault) as caught:
        Package(content).read(read)
    return caught.value.code


def patched(content: bytes, magic: bytes, offset: int, value: bytes) -> bytes:
    """Overwrite what stands at an offset in the directory entry, the header or the end."""
    at = content.rindex(magic) + offset
    return content[:at] + value + content[at + len(value) :]


DIRECTORY, HEADER, END = b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06"


def test_an_entry_is_read_as_it_was_packed_and_a_missing_one_is_nothing() -> None:
    for how in (zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED):
        opened = Package(zipped(b"Avtal", how=how))

        assert opened.read("avtal.txt") == opened.read("avtal.txt") == b"Avtal"
        assert opened.read("finns inte") == b""
        assert "avtal.txt" in opened
        assert list(opened.names) == ["avtal.txt"]


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda z: b"", "damaged"),
        (lambda z: z[: z.rindex(END)], "damaged"),
        (lambda z: z[:-5], "damaged"),
        (lambda z: patched(z, DIRECTORY, 0, b"XX"), "damaged"),
        (lambda z: patched(z, HEADER, 0, b"XX"), "damaged"),
        (lambda z: patched(z, DIRECTORY, 42, struct.pack("<I", 2**31)), "damaged"),
        (lambda z: patched(z, DIRECTORY, 42, struct.pack("<I", len(z) - 5)), "damaged"),
        (lambda z: patched(z, DIRECTORY, 16, b"\0\0\0\0"), "damaged"),
        (lambda z: patched(z, DIRECTORY, 10, struct.pack("<H", 99)), "damaged"),
        (lambda z: patched(z, DIRECTORY, 10, struct.pack("<H", zipfile.ZIP_LZMA)), "damaged"),
        (lambda z: patched(z, DIRECTORY, 24, struct.pack("<I", 3)), "damaged"),
        (lambda z: patched(z, HEADER, 39, b"\xff\xff\xff"), "damaged"),
        (lambda z: patched(z, DIRECTORY, 8, struct.pack("<H", 1)), "encrypted"),
        (lambda z: patched(z, DIRECTORY, 24, struct.pack("<I", 60 * 2**20)), "bomb"),
        (lambda z: patched(z, DIRECTORY, 24, struct.pack("<I", 2 * 2**20)), "bomb"),
        (lambda z: patched(z, DIRECTORY, 20, struct.pack("<I", 2**30)), "bomb"),
        (lambda z: patched(z, END, 12, struct.pack("<I", 2**30)), "bomb"),
    ],
)
def test_a_zip_that_lies_or_is_broken_is_refused(
    spoil: Callable[[bytes], bytes], code: str
) -> None:
    """Seen red: without the check of the header's magic, other bytes were handed out."""
    assert fault(spoil(zipped()), "avtal.txt") == code


def test_a_part_may_be_as_large_as_a_part_and_no_larger(monkeypatch: pytest.MonkeyPatch) -> None:
    content = zipped(b"x" * 1000, how=zipfile.ZIP_STORED)
    monkeypatch.setattr(package, "MAX_PART", 1000)
    assert len(Package(content).read("avtal.txt")) == 1000

    monkeypatch.setattr(package, "MAX_PART", 999)

    assert fault(content, "avtal.txt") == "bomb"


@pytest.mark.parametrize(
    ("written", "is_utf8", "seen"),
    [
        ("Överenskommelse.pdf", True, "Överenskommelse.pdf"),
        ("Överenskommelse.pdf".encode().decode("cp437"), False, "Överenskommelse.pdf"),
        ("O\u0308verenskommelse.pdf", True, "Överenskommelse.pdf"),
        ("Ålder.pdf", False, "Ålder.pdf"),
        ("漢.pdf", False, "漢.pdf"),
        ("plain.pdf", False, "plain.pdf"),
    ],
)
def test_a_name_is_as_its_maker_saw_it(written: str, is_utf8: bool, seen: str) -> None:
    entry = zipfile.ZipInfo(written)
    entry.flag_bits = 0x800 if is_utf8 else 0

    assert entry_name(entry) == seen


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("mapp/avtal.pdf", "avtal.pdf"),
        ("C:\\mapp\\avtal.pdf", "avtal.pdf"),
        ("../../etc/passwd", "passwd"),
        ("a\u202egnp.exe", "agnp.exe"),
        ("..", "?"),
        ("", "?"),
        ("x" * 300, "x" * 200),
    ],
)
def test_a_name_that_is_shown_is_one_part_without_what_cannot_be_seen(
    name: str, shown: str
) -> None:
    assert clean_name(name) == shown


# XML from strangers


def test_plain_xml_is_read_without_its_comments_and_instructions() -> None:
    root = markup.parse(b"<?xml version='1.0'?><a>x<!-- y --><b>z</b><?p?></a>", "word")

    assert markup.text_in(root) == "xz"


@pytest.mark.parametrize(
    "content",
    [
        b"<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>",
        b"\xef\xbb\xbf<!DOCTYPE a><a/>",
        b"<?xml version='1.0'?><!-- c -->\n<!DOCTYPE a SYSTEM 'http://x.example/'><a/>",
        "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>".encode("utf-16"),
        "<?xml version='1.0' encoding='utf-16'?><!DOCTYPE a><a/>".encode("utf-16-le"),
    ],
)
def test_xml_with_declarations_of_its_own_is_refused(content: bytes) -> None:
    assert markup.declares_entities(content)
    with pytest.raises(FileFault) as caught:
        markup.parse(content, "word/document.xml")
    assert (caught.value.code, caught.value.details) == (
        "external_entities",
        {"part": "word/document.xml"},
    )


@pytest.mark.parametrize("content", [b"", b"<a>", b"<a></b>", b"text", b"<a>\x00</a>"])
def test_xml_that_is_broken_is_damaged(content: bytes) -> None:
    with pytest.raises(FileFault) as caught:
        markup.parse(content, "content.xml")
    assert caught.value.code == "damaged"


@pytest.mark.parametrize(
    ("content", "left"),
    [
        (b"<a>x<d>gone</d>y</a>", "xy"),
        (b"<a><b>x</b><d>gone</d>y</a>", "xy"),
        (b"<a><d>gone</d>y</a>", "y"),
        (b"<a>x<d>gone</d></a>", "x"),
    ],
)
def test_what_is_dropped_leaves_the_text_that_follows_it(content: bytes, left: str) -> None:
    root = markup.parse(content, "word")
    gone = root.find("d")
    assert gone is not None

    markup.drop(gone)

    assert markup.text_in(root) == left
    markup.drop(root)
    assert markup.text_in(root) == left
