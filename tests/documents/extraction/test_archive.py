"""How the files in a ZIP are handed over: one by one, the bad ones named."""

from __future__ import annotations

import io
import stat
import unicodedata
import zipfile

import pytest

from samklang.documents.extraction.opening import extract, members
from samklang.documents.extraction.text import FileFault
from tests.documents.extraction import samples


def found_in(content: bytes) -> dict[str, bytes | str]:
    return {
        name: found.code if isinstance(found, FileFault) else found
        for name, found in members(content)
    }


def test_members_come_with_their_names_and_content() -> None:
    document = samples.docx(samples.p("Text"))

    found = found_in(samples.zipped({"LÖK/avtal.docx": document, "b.txt": "B"}))

    assert found == {"LÖK/avtal.docx": document, "b.txt": b"B"}


def test_a_file_that_is_no_archive_has_no_members() -> None:
    with pytest.raises(FileFault, match="wrong_type"):
        members(samples.docx(samples.p("Text")))


def test_a_zip_in_a_zip_is_refused_alone() -> None:
    content = samples.zipped({"inre.zip": samples.zipped({"a.txt": "A"}), "b.txt": "B"})

    assert found_in(content) == {"inre.zip": "nested_archive", "b.txt": b"B"}


@pytest.mark.parametrize("name", ["../b.txt", "/b.txt", "C:/b.txt", "x\\b.txt", "x/../../b.txt"])
def test_a_name_that_leaves_its_folder_is_refused_alone_and_shown_safely(name: str) -> None:
    assert found_in(samples.zipped({name: "x", "a.txt": "A"})) == {
        "b.txt": "unsafe_path",
        "a.txt": b"A",
    }


def test_a_link_is_refused() -> None:
    link = zipfile.ZipInfo("länk.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as written:
        written.writestr(link, "/etc/passwd")

    assert found_in(stream.getvalue()) == {"länk.txt": "unsafe_path"}


def test_a_damaged_member_does_not_take_the_others_with_it() -> None:
    content = bytearray(
        samples.zipped({"a.txt": "Hello there", "b.txt": "B"}, compression=zipfile.ZIP_STORED)
    )
    content[content.index(b"Hello")] ^= 1

    assert found_in(bytes(content)) == {"a.txt": "damaged", "b.txt": b"B"}


def test_decomposed_names_are_composed() -> None:
    name = unicodedata.normalize("NFD", "Överenskommelse Älvdalen.txt")

    assert list(found_in(samples.zipped({name: "x"}))) == ["Överenskommelse Älvdalen.txt"]


def test_names_in_utf8_that_do_not_say_so_are_understood() -> None:
    entry = zipfile.ZipInfo("xxverenskommelse.txt")
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as written:
        written.writestr(entry, "x")

    content = stream.getvalue().replace(b"xxverens", "Överens".encode())

    assert list(found_in(content)) == ["Överenskommelse.txt"]


def test_what_systems_leave_behind_is_passed_over() -> None:
    left = {"__MACOSX/._a.txt": "x", ".DS_Store": "x", "mapp/Thumbs.db": "x", "mapp/": ""}

    assert found_in(samples.zipped({**left, "a.txt": "A"})) == {"a.txt": b"A"}


def test_empty_and_oversized_members_are_refused_alone() -> None:
    assert found_in(samples.zipped({"tom.txt": "", "a.txt": "A"})) == {
        "tom.txt": "empty",
        "a.txt": b"A",
    }


def test_any_member_can_be_taken_out_without_the_others() -> None:
    taken = members(samples.zipped({"a.txt": "A", "b.txt": "B"}))

    assert (len(taken), taken[1]) == (2, ("b.txt", b"B"))


def test_an_archive_is_not_read_as_a_document() -> None:
    with pytest.raises(FileFault, match="archive"):
        extract("arkiv.zip", samples.zipped({"a.txt": "A"}))
