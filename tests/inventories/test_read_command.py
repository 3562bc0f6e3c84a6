"""`samklang read`: any files and folders, on the command line, without a database."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.utils.translation import override

from tests.inventories import bad_files, desk

pytestmark = pytest.mark.slow


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    """A folder such as somebody has one, with good and bad files."""
    folder = tmp_path / "högen"
    (folder / "under").mkdir(parents=True)
    (folder / "under" / "lok.docx").write_bytes(desk.word_file().read())
    (folder / "låst.docx").write_bytes(bad_files.encrypted())
    (folder / "tom.txt").write_bytes(b"")
    (folder / "värden.csv").write_text("a;b;c\n1;2;3\n4;5;6\n7;8;9\n", encoding="utf-8")
    (folder / ".dold.txt").write_text("Syns inte", encoding="utf-8")
    members = {"a.txt": desk.text_file().read(), "b.txt": b""}
    (folder / "paket.zip").write_bytes(desk.zipped(members))
    return folder


def read(*arguments: Any) -> str:
    written = io.StringIO()
    with override("en"):
        call_command("read", *arguments, stdout=written)
    return written.getvalue()


def read_json(*paths: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in read("--json", *map(str, paths)).splitlines()]


def test_every_file_gets_a_line_in_a_fixed_order(pile: Path) -> None:
    lines = read_json(pile)

    found = [(str(Path(line["file"]).relative_to(pile)), line["kind"]) for line in lines]
    assert found == [
        ("låst.docx", "unreadable"),
        ("paket.zip/a.txt", "local_agreement"),
        ("paket.zip/b.txt", "unreadable"),
        ("tom.txt", "unreadable"),
        ("under/lok.docx", "local_agreement"),
        ("värden.csv", "not_a_document"),
    ]


def test_a_line_has_the_facts_and_the_quotes(pile: Path) -> None:
    (line,) = read_json(pile / "under" / "lok.docx")

    assert line["file"] == str(pile / "under" / "lok.docx")
    assert (line["valid_from"], line["valid_until"]) == ("2022-10-01", "2026-01-31")
    assert "2022-10-01" in line["quotes"]["valid_from"]


def test_a_file_that_is_not_there_does_not_stop_the_others(pile: Path) -> None:
    missing, found = read_json(pile / "finns-inte.pdf", pile / "under" / "lok.docx")

    assert (missing["kind"], missing["fault"]) == ("unreadable", "not_found")
    assert found["kind"] == "local_agreement"


def test_without_json_it_is_a_table_for_people(pile: Path) -> None:
    heading, *rows = read(str(pile)).splitlines()

    assert heading.split("  ")[0] == "File"
    assert len(rows) == 6
    assert "The file is locked with a password." in rows[0]
    assert "2022-10-01 – 2026-01-31" in rows[4]
