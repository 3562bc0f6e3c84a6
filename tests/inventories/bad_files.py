"""Files as they should not be, one for each kind of trouble."""

from __future__ import annotations

import io
import zipfile

import pypdfium2

from tests.inventories import desk

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
# The agency’s own number for tests, which belongs to nobody.
TEST_NUMBER = "811228-9874"


def old_word() -> bytes:
    return OLD_OFFICE + "WordDocument".encode("utf-16-le")


def encrypted() -> bytes:
    return OLD_OFFICE + "EncryptedPackage".encode("utf-16-le")


def damaged_word() -> bytes:
    whole: bytes = desk.word_file().read()
    return whole[: len(whole) // 2]


def scanned() -> bytes:
    document = pypdfium2.PdfDocument.new()
    document.new_page(595, 842)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def bomb() -> bytes:
    return desk.zipped({"stor.txt": b"0" * 20_000_000})


def word_bomb() -> bytes:
    return _word_with("word/media/stor.bin", b"0" * 20_000_000)


def with_entities() -> bytes:
    evil = (
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><x>&e;</x>'
    )
    return _word_with("word/extra.xml", evil)


def with_macros() -> bytes:
    return _word_with("word/vbaProject.bin", b"not run")


def _word_with(path: str, content: bytes) -> bytes:
    written = io.BytesIO(desk.word_file().read())
    with zipfile.ZipFile(written, "a", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr(path, content)
    return written.getvalue()


ENGLISH = tuple(
    "This agreement shall hold between the parties and is to be followed up by both of them "
    f"each year, with the terms in the annex number {number} and not from any other source."
    for number in range(6)
)
