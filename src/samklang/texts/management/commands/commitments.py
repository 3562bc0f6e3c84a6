"""Reads an agreement and says who shall do what in it; needs no database and changes nothing."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from samklang.documents.api import ExtractedText, FileFault, Sandbox
from samklang.inventories.api import fault_sentence
from samklang.texts import commitment_lists
from samklang.texts.bones.commitments import Bones, read_bones
from samklang.texts.bones.likeness import Suggestion
from samklang.texts.bones.measuring import Figures, measure, measure_links
from samklang.texts.bones.rules import FILE, Rules, load_rules
from samklang.texts.bones.suggesting import suggestions

_EXTRACT = "samklang.documents.extraction.opening:extract"
Best = Sequence[tuple[Suggestion, ...]]


class Command(BaseCommand):
    help = "Propose the commitments in an agreement: who shall do what, and what answers what."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument(
            "--upper", type=Path, metavar="FILE", help="the agreement that FILE is to answer"
        )
        parser.add_argument(
            "--against", type=Path, metavar="LIST.json", help="print how well a list is met"
        )
        parser.add_argument(
            "--country",
            default=settings.SAMKLANG_PACK.partition("-")[0],
            help="the country whose words are known",
        )
        parser.add_argument("--json", action="store_true", help="one JSON object a line")

    def handle(self, *_args: object, **options: Any) -> None:
        rules = _rules(options["country"])
        lower = (options["file"].name, _bones(options["file"], rules))
        upper = None
        if options["upper"]:
            upper = (options["upper"].name, _bones(options["upper"], rules))
        best = suggestions(upper[1], lower[1], rules) if upper else None
        write = self._write_json if options["json"] else self._write_table
        write(upper or lower, lower[1], best)
        if options["against"]:
            found = _figures(_listed(options["against"]), lower, upper, rules)
            self._write_figures(found, as_json=options["json"])

    def _write_table(self, shown: tuple[str, Bones], lower: Bones, best: Best | None) -> None:
        self.stdout.write(commitment_lists.head())
        for i, one in enumerate(shown[1].commitments):
            self.stdout.write(commitment_lists.row(one, shown[1]))
            for line in commitment_lists.suggested(best[i] if best else (), lower):
                self.stdout.write(line)

    def _write_json(self, shown: tuple[str, Bones], lower: Bones, best: Best | None) -> None:
        for i, one in enumerate(shown[1].commitments):
            told = commitment_lists.as_json(one, shown[1], shown[0])
            if best:
                told["suggestions"] = commitment_lists.suggestions_as_json(best[i], lower)
            self.stdout.write(json.dumps(told, ensure_ascii=False))

    def _write_figures(self, found: Figures, *, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps({"figures": commitment_lists.figures_as_json(found)}))
            return
        self.stdout.write("")
        for sentence in commitment_lists.figures(found):
            self.stdout.write(sentence)


def _rules(country: str) -> Rules:
    folder = Path(settings.SAMKLANG_PACKS_DIR) / country / "reading"
    if not (folder / FILE).is_file():
        raise CommandError(f"There is no {FILE} in {folder}: the country has no words for this.")
    return load_rules(folder)


def _bones(path: Path, rules: Rules) -> Bones:
    """Open the file in the limited process, and read what came out of it."""
    try:
        with Sandbox(_EXTRACT, ExtractedText) as sandbox:
            return read_bones(sandbox.run(path.name, path.read_bytes()), rules)
    except OSError as error:
        raise CommandError(f"{path}: {error.strerror}") from error
    except FileFault as fault:
        details = {key: str(value) for key, value in fault.details.items()}
        raise CommandError(f"{path}: {fault_sentence(fault.code, details)}") from fault


def _listed(path: Path) -> Mapping[str, Any]:
    try:
        listed = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise CommandError(f"{path}: {error}") from error
    if not isinstance(listed, dict) or not isinstance(listed.get("sections"), list):
        raise CommandError(f"{path} has no list of sections: see docs/reference/commands.md.")
    return listed


def _figures(
    listed: Mapping[str, Any],
    lower: tuple[str, Bones],
    upper: tuple[str, Bones] | None,
    rules: Rules,
) -> Figures:
    found = measure(dict([lower, *([upper] if upper else [])]), listed)
    if upper is None:
        return found
    links, linked = measure_links(upper, lower, listed, rules)
    return replace(found, links=links, linked=linked)
