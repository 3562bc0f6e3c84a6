"""LibreOffice opens the workbook, reckons it anew, and finds nothing to reckon (check 42).

The openpyxl tests say what kind each cell is; this is a second opinion by a program that people
use. The control is a workbook where the same text was written as a formula: it is reckoned.
"""

from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from samklang.reporting import sheets
from tests.hostile.formulas import FORMULAS
from tests.reporting.test_safe_cells import hostile

pytestmark = pytest.mark.django_db
# What can stand in a line of CSV; a line break inside a cell would be two lines.
ONE_LINE = [text for text in FORMULAS if text.isprintable() and '"' not in text]


def reckoned(workbook: bytes, folder: Path) -> str:
    """Return all sheets as LibreOffice shows them, formulas reckoned."""
    (folder / "bok.xlsx").write_bytes(workbook)
    options = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", options, "--outdir", str(folder)]
    subprocess.run(
        [*command, str(folder / "bok.xlsx")], check=True, capture_output=True, timeout=120
    )
    return "\n".join(one.read_text("utf-8") for one in sorted(folder.glob("bok*.csv")))


@pytest.mark.parametrize("text", ONE_LINE[:: max(1, len(ONE_LINE) // 6)])
def test_a_text_that_looks_like_a_formula_is_shown_as_it_was_written(
    text: str, tmp_path: Path
) -> None:
    shown = reckoned(sheets.written(hostile(text)), tmp_path)

    assert text in shown.replace('""', '"')


def test_the_control_is_reckoned(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "=1+1"
    written = BytesIO()
    book.save(written)

    assert reckoned(written.getvalue(), tmp_path).strip() == "2"
