"""Reads files and folders and says what they are; needs no database."""

from __future__ import annotations

import json
import tomllib
from argparse import ArgumentParser
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samklang.common.words import words
from samklang.inventories.faults import (
    ABOUT_THE_FILE,
    caution_sentence,
    fault_sentence,
    warning_sentence,
)
from samklang.inventories.jobs import reading_folders
from samklang.inventories.kinds import kind_label
from samklang.inventories.phrases import CERTAINTY_WORDS, until_phrase
from samklang.inventories.walking import Line, lines

_WIDEST = {"file": 44, "what": 34, "area": 24, "whose": 24, "valid": 25, "sure": 12}


class Command(BaseCommand):
    help = "Read agreements and other documents: DOCX, PDF, ODT, text, web pages and ZIP files."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument(
            "--json", action="store_true", help="one JSON object a line, with every quote"
        )

    def handle(self, *_args: object, **options: Any) -> None:
        found = lines(options["paths"], reading_folders())
        if options["json"]:
            for line in found:
                self.stdout.write(json.dumps(line, ensure_ascii=False))
                self.stdout.flush()
            return
        self.stdout.write(_row(_heading()))
        for line in found:
            self.stdout.write(_row(_cells(line)))
            for sentence in _to_know(line):
                self.stdout.write(f"    {sentence}")


def _heading() -> dict[str, str]:
    return {
        "file": _("File"),
        "what": _("What it is"),
        "area": _("Area"),
        "whose": _("Municipality or county"),
        "valid": _("Holds"),
        "sure": _("How sure"),
        "remarks": _("Remarks"),
    }


def _row(cells: dict[str, str]) -> str:
    shown = (_fitted(text, _WIDEST.get(name, 0)) for name, text in cells.items())
    return "  ".join(shown).rstrip()


def _fitted(text: str, width: int) -> str:
    """Shorten at the end; a long path at its beginning, where it says least."""
    if not width:
        return text
    return (text if len(text) <= width else text[: width - 1] + "…").ljust(width)


def _cells(line: Line) -> dict[str, str]:
    width = _WIDEST["file"]
    name = line["file"]
    file = name if len(name) <= width else "…" + name[1 - width :]
    if "fault" in line:
        sentence = fault_sentence(line["fault"], line["details"])
        return {"file": file, "what": _("Cannot be read"), "remarks": sentence}
    return {
        "file": file,
        "what": kind_label(line["kind"], words(None)) or line["kind"],
        "area": ", ".join(
            _area_names().get(code, code.replace("_", " ")) for code in line["areas"]
        ),
        "whose": line["municipality"] or line["county"] or "",
        "valid": _validity(line),
        "sure": str(CERTAINTY_WORDS.get(line["certainty"], "")),
        "remarks": _remarks(line),
    }


def _to_know(line: Line) -> Iterator[str]:
    """Yield a sentence for each thing that is peculiar about the file itself."""
    for warning in line.get("warnings", ()):
        if warning["code"] in ABOUT_THE_FILE:
            yield caution_sentence(warning["code"], warning["quote"], warning["hint"])
    yield from filter(None, map(warning_sentence, line.get("peculiar", ())))


def _validity(line: Line) -> str:
    end = line["valid_until"] or (
        until_phrase("until_further_notice") if line["until_further_notice"] else ""
    )
    return " – ".join(part for part in (line["valid_from"] or "", end) if part)


def _remarks(line: Line) -> str:
    clashes, cautions = len(line["contradictions"]), len(line["warnings"])
    found = []
    if clashes:
        found.append(ngettext("%(n)s contradiction", "%(n)s contradictions", clashes))
    if cautions:
        found.append(ngettext("%(n)s thing to know", "%(n)s things to know", cautions))
    counts = [count for count in (clashes, cautions) if count]
    return ", ".join(text % {"n": n} for text, n in zip(found, counts, strict=True))


def _area_name(code: str) -> str:
    return _area_names().get(code, code.replace("_", " "))


@cache
def _area_names() -> dict[str, str]:
    """Return the packs’ names of areas; other codes are words enough."""
    packs = Path(settings.SAMKLANG_PACKS_DIR)
    return {
        area["code"]: area["short_name"]
        for path in sorted(packs.glob("*/areas.toml"))
        for area in tomllib.loads(path.read_text("utf-8")).get("areas", ())
    }
