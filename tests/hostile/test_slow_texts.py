"""A text that is made to be slow is read all the same, within the time that a file is given.

A pattern that tries each blank or word twice takes hours of a long row of them; the limited process
is stopped after twenty seconds, and the file is set aside.

Seen red: with a pattern of a pack that repeats what repeats.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from samklang.documents.api import FileFault
from samklang.inventories.jobs import all_folders
from tests.inventories.desk import limited

LONG = 40_000
ROWS = {
    "blanks": f"A{' ' * LONG}B",
    "tabs": f"A{chr(9) * LONG}|",
    "letters": "a" * LONG,
    "lines": "a\n" * LONG,
    "signs": "- . ( # | * § " * (LONG // 14),
    "capitals": "Ab " * (LONG // 3),
    "numbers": "12 2031-05-21 § 4 " * (LONG // 18),
    "labels": "Dnr Parter: Datum Bilaga " * (LONG // 25),
    "agreements": "överenskommelse mellan " * (LONG // 23),
    "sides": "Mora kommun och Region Dalarna, " * (LONG // 32),
    "letters apart": "a b " * (LONG // 4),
    "rows of sides": "Mora kommun Orsa\n" * (LONG // 17),
    "page heads": "AVTAL Sida 1(2)\n" * (LONG // 16),
    "each one's number": "Dnr Mora: 2031/12\n" * (LONG // 18),
    "senders": "Polisområde kommunerna i " * (LONG // 25),
    "makers": "tagits fram gemensamt av " * (LONG // 25),
}


@pytest.mark.slow
@pytest.mark.one_database
def test_no_row_of_anything_keeps_a_file_from_being_read(tmp_path: Path) -> None:
    read = {name: outcome(tmp_path / "fil.txt", row) for name, row in ROWS.items()}

    assert read == dict.fromkeys(ROWS, "read")


def outcome(path: Path, row: str) -> str:
    """Return why the limited process does not read a file with such a row, or that it does."""
    path.write_text(f"Överenskommelse\n\nParter: Mora kommun och Falu kommun\n\n{row}\n", "utf-8")
    folders = all_folders()
    try:
        with path.open("rb") as file:
            told = limited(folders).run("read", path.name, folders, file=file)
    except FileFault as fault:
        return fault.code
    return "read" if "reading" in json.loads(told) else told[:200]
