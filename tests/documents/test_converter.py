"""A received document is made into PDF by an office program that has a folder of its own.

Seen red: with nothing given away, with its files left open, and with our environment.
"""

from __future__ import annotations

import shutil
import stat
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import docx
import pypdfium2
import pytest

from samklang.documents.pdf.converter import converted

Program = Callable[[str], None]


@pytest.fixture
def elsewhere() -> Iterator[Path]:
    """A folder that is not under /tmp, which is another one for the program."""
    with TemporaryDirectory(dir="/var/tmp") as folder:  # told apart from /tmp
        yield Path(folder)


@pytest.fixture
def program(elsewhere: Path, settings: Any) -> Program:
    """Let what is written here be the office program."""

    def write(script: str) -> None:
        made = elsewhere / "office" / "bin" / "office"
        made.parent.mkdir(parents=True)
        made.write_text(f"#!/bin/sh\n{script}\n")
        made.chmod(made.stat().st_mode | stat.S_IXUSR)
        settings.SAMKLANG_OFFICE = str(made)

    return write


def test_the_program_reads_and_writes_nothing_but_what_it_is_given(
    program: Program, elsewhere: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAMKLANG_SECRET_KEY", "Hemlig lav")
    secrets = [folder / "secret.txt" for folder in (elsewhere, tmp_path)]
    for one in secrets:
        one.write_text("Hemlig mossa")
    files = " ".join(map(str, secrets))
    program(
        f"""cat document.docx > document.pdf
cat {files} /etc/shadow >> document.pdf
for one in {files}; do echo sten > $one; done
env >> document.pdf
grep eth /proc/self/net/dev >> document.pdf"""
    )

    made = converted(BytesIO(b"Lavar"), "docx")

    assert made is not None
    told = made.decode()
    assert told.startswith("Lavar")
    assert not any(one in told for one in ("Hemlig", "root:", "SAMKLANG", "eth"))
    assert [one.read_text() for one in secrets] == ["Hemlig mossa"] * 2


def test_without_a_program_or_without_its_file_there_is_none(
    program: Program, settings: Any
) -> None:
    program("exit 1")
    assert converted(BytesIO(b"Lavar"), "odt") is None
    assert converted(BytesIO(b"Lavar"), "text") is None
    for name in ("", "ingen-sten"):
        settings.SAMKLANG_OFFICE = name
        assert converted(BytesIO(b"Lavar"), "docx") is None


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="left out: LibreOffice is not here")
def test_a_word_document_looks_as_it_does_in_libreoffice() -> None:
    document, file = docx.Document(), BytesIO()
    document.add_heading("Stigar", 1)
    document.add_paragraph("Lavar växer långsamt.", style="List Bullet")
    document.save(file)
    file.seek(0)

    made = converted(file, "docx")

    assert made is not None
    with pypdfium2.PdfDocument(made) as pages:
        assert "Lavar växer långsamt." in pages[0].get_textpage().get_text_range()
