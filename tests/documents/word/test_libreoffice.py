"""A Word document of ours passes through LibreOffice and comes back with its bones.

Seen red: no line between what is deleted and what follows it (a paragraph came back as a heading).
Bookmarks and the lists’ own numbers were seen red in test_word.py.
"""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from itertools import product
from pathlib import Path

import pytest

from samklang.documents.api import Fate, Hand, Passage, WordText, compare, passages, redlined
from samklang.documents.word.reading import read
from tests.documents.word.test_word import CAME_BACK, NEW, NOW, TOVE, keyed, revision

pytestmark = [
    pytest.mark.slow,
    pytest.mark.one_database,
    pytest.mark.skipif(not shutil.which("soffice"), reason="left out: LibreOffice is not here"),
]


def saved(documents: list[Path], form: str, folder: Path) -> list[Path]:
    """Let LibreOffice open the documents and save them in a form of its own."""
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(folder)]
    subprocess.run([*command, *map(str, documents)], check=True, capture_output=True, timeout=120)
    return [folder / one.with_suffix(f".{form}").name for one in documents]


def told(found: WordText) -> set[tuple[int, bool, str]]:
    """Say what is new and what is gone; ODT knows no moves."""
    is_new = {Fate.INSERTED: True, Fate.MOVED_HERE: True}
    return {(one.at, is_new.get(one.fate, False), one.text) for one in found.changes}


def test_headings_tables_numbers_comments_and_changes_survive(tmp_path: Path) -> None:
    sent = tmp_path / "avtal.docx"
    sent.write_bytes(revision())
    there, again, back = (tmp_path / name for name in ("docx", "odt", "back"))

    (as_docx,) = saved([sent], "docx", there)
    (as_odt,) = saved([sent], "odt", again)
    (from_odt,) = saved([as_odt], "docx", back)

    straight, round_about = (read(BytesIO(one.read_bytes())) for one in (as_docx, from_odt))
    for found in (straight, round_about):
        assert found.title == "LÖK Mora"
        assert found.text == keyed(NEW, "b2", "a1", "c3")
        assert found.remarks == CAME_BACK
        assert {(one.author, one.made_at) for one in found.changes} == {(TOVE.author, NOW)}
    assert told(straight) == told(read(BytesIO(revision())))
    assert {one.fate for one in straight.changes} == {
        *(Fate.INSERTED, Fate.DELETED, Fate.MOVED_AWAY, Fate.MOVED_HERE),
    }
    few = {(3, False, "två"), (3, True, "fyra"), (6, True, "Nytt"), (10, False, "april")}
    assert few <= told(round_about)


KINDS = {
    "heading": "<h3>{}</h3>",
    "paragraph": "<p>{}</p>",
    "bullet": "<ul><li>{}</li></ul>",
    "numbered": "<ol><li>{}</li></ol>",
}


def deletion(gone: str, kept: str) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
    first, last = "<p>Alfa beta gamma</p>", KINDS[kept].format("Det som är kvar")
    return passages(first + KINDS[gone].format("Helt struken text") + last), passages(first + last)


def test_what_follows_a_deletion_stays_what_it_is(tmp_path: Path) -> None:
    pairs = list(product(KINDS, KINDS))
    sent = [tmp_path / f"{gone}-{kept}.docx" for gone, kept in pairs]
    for path, pair in zip(sent, pairs, strict=True):
        hand = Hand("Anna Ek", NOW)
        path.write_bytes(redlined(compare(*deletion(*pair)), title="LÖK", hand=hand))

    came = saved(sent, "docx", tmp_path / "back")

    for path, pair in zip(came, pairs, strict=True):
        old, new = deletion(*pair)
        found = read(BytesIO(path.read_bytes()))
        assert (pair, found.text, found.before) == (pair, new, old)


def test_a_text_without_changes_survives_to_the_letter(tmp_path: Path) -> None:
    text = keyed(NEW, "b2", "a1", "c3")
    sent = tmp_path / "text.docx"
    sent.write_bytes(redlined(compare(text, text), title="LÖK", hand=TOVE))

    (came,) = saved([sent], "docx", tmp_path / "back")

    found = read(BytesIO(came.read_bytes()))
    assert found.text == text
    assert found.before == text
    assert found.changes == ()
