"""`samklang commitments`: who shall do what, on the command line, without a database.

Seen red: with the suggestions not passed on, the label not printed, the figures not asked for, and
each fault let through as itself.
"""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import override

pytestmark = [pytest.mark.slow, pytest.mark.one_database]

UPPER = """\
1 Ansvar
Regionen åtar sig att:
- ordna brytpunktssamtal med den som är svårt sjuk
- svara i telefon dygnet runt
"""
LOWER = """\
1 Samtal
Läkaren ansvarar för att:
- hålla brytpunktssamtalet på boendet
Kommunen ska ha en rutin för telefon.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "rök.txt").write_text(UPPER, encoding="utf-8")
    (tmp_path / "lök.txt").write_text(LOWER, encoding="utf-8")
    listed = {
        "sections": [
            {
                "file": "lök.txt",
                "first_line": 1,
                "last_line": 4,
                "also_accept": [],
                "commitments": [{"line": 3, "who": ["region"]}],
            }
        ],
        "links": [
            {"upper_file": "rök.txt", "upper_line": 3, "lower_file": "lök.txt", "lower_line": 3}
        ],
    }
    (tmp_path / "lista.json").write_text(json.dumps(listed), encoding="utf-8")
    return tmp_path


def commitments(*arguments: Any) -> str:
    written = io.StringIO()
    with override("en"):
        call_command("commitments", *map(str, arguments), stdout=written)
    return written.getvalue()


def test_the_table_says_who_shall_do_what(folder: Path) -> None:
    head, *rows = commitments(folder / "lök.txt").splitlines()

    assert head.split() == ["Line", "Section", "Whose", "How", "sure", "Local?", "Commitment"]
    assert [row.split()[0] for row in rows] == ["3", "4"]
    assert ": Läkaren " in rows[0]
    assert " inferred " in rows[0]
    assert rows[1].split()[-2:] == ["för", "telefon."]
    assert " yes " in rows[1]


def test_what_may_answer_is_suggested_and_said_to_be_a_suggestion(folder: Path) -> None:
    _, first, suggested, second = commitments(
        folder / "lök.txt", "--upper", folder / "rök.txt"
    ).splitlines()[:4]

    assert "ordna brytpunktssamtal" in first
    assert suggested.strip().startswith("suggested by likeness of text (")
    assert "line 3: hålla brytpunktssamtalet" in suggested
    assert "svara i telefon" in second


def test_the_figures_stand_below(folder: Path) -> None:
    shown = commitments(
        folder / "lök.txt", "--upper", folder / "rök.txt", "--against", folder / "lista.json"
    )

    assert shown.splitlines()[-4:] == [
        "Found with the right actor: 1 of 1 (100 %).",
        "Wrong: 1 of 2 proposals (50 %).",
        "Links among the first three: 1 of 1 (100 %).",
        "Wrong lines: 4.",
    ]


def test_json_has_an_object_a_line_and_the_figures_last(folder: Path) -> None:
    shown = commitments(
        folder / "lök.txt", "--json", "--upper", folder / "rök.txt",
        "--against", folder / "lista.json",
    )  # fmt: skip
    first, _, last = map(json.loads, shown.splitlines())

    assert (first["file"], first["line"], first["actor"]) == ("rök.txt", 3, "region")
    assert (first["section"], first["heading"]) == ("1", "Ansvar")
    assert [(one["line"], one["basis"]) for one in first["suggestions"]] == [
        (3, "likeness_of_text")
    ]
    assert last == {
        "figures": {
            "wanted": 1, "found": 1, "proposed": 2, "wrong": [4], "missed": [],
            "links": 1, "linked": 1,
        }
    }  # fmt: skip


def test_what_cannot_be_done_is_said_in_a_sentence(folder: Path) -> None:
    (folder / "tom.txt").write_bytes(b"")
    (folder / "fel.json").write_text("[]", encoding="utf-8")

    for arguments, said in (
        (["tom.txt"], "The file is empty"),
        (["saknas.txt"], "No such file"),
        (["lök.txt", "--against", str(folder / "fel.json")], "has no list of sections"),
        (["lök.txt", "--country", "yy"], "has no words for this"),
    ):
        with pytest.raises(CommandError, match=said):
            commitments(folder / arguments[0], *arguments[1:])
