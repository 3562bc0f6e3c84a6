"""What a country's pack advises whoever writes a local text: advice, a checklist, a template."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import get_language

FILE = "guidance.toml"


@dataclass(frozen=True, slots=True)
class Question:
    """One line of the checklist; its code stays with what was answered."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class EmptyPhrase:
    """Words that say nothing, and what to write instead."""

    words: str
    advice: str


@dataclass(frozen=True, slots=True)
class TemplateSection:
    """A heading with advice; `since` and `advised` are the versions that brought each of them."""

    code: str
    heading: str
    advice: str
    since: int = 1
    advised: int = 1


@dataclass(frozen=True, slots=True)
class TemplateVersion:
    """From which day a version of the template is there, and what is new in it."""

    number: int
    from_date: date
    news: str


@dataclass(frozen=True, slots=True)
class Template:
    """The headings that a new local text begins with, in the country's own language."""

    code: str
    version: int
    sections: tuple[TemplateSection, ...]
    versions: tuple[TemplateVersion, ...] = ()

    def section(self, code: str) -> TemplateSection | None:
        return next((one for one in self.sections if one.code == code), None)

    def newer_than(self, begun: int) -> tuple[TemplateSection, ...]:
        """Return the sections that have come, or whose advice is another, since that version."""
        return tuple(one for one in self.sections if one.advised > begun)


@dataclass(frozen=True, slots=True)
class Guidance:
    advice: str = ""
    checklist: tuple[Question, ...] = ()
    empty_phrases: tuple[EmptyPhrase, ...] = ()
    template: Template | None = None

    def empty_in(self, *texts: str) -> list[EmptyPhrase]:
        """Return the phrases in the texts that say nothing."""
        written = " ".join(" ".join(texts).casefold().split())
        return [one for one in self.empty_phrases if one.words.casefold() in written]


def guidance(country: str) -> Guidance:
    """Return what the country advises, in the active language or else in its own."""
    return _read(country, (get_language() or "").split("-")[0])


@lru_cache(maxsize=50)
def _read(country: str, language: str) -> Guidance:
    path = Path(settings.SAMKLANG_PACKS_DIR) / country / FILE
    if not path.is_file():
        return Guidance()
    return parsed(tomllib.loads(path.read_text(encoding="utf-8")), language)


def parsed(file: Mapping[str, Any], language: str) -> Guidance:
    """Read a pack's guidance; a key that is missing is an error that names it."""
    template = file["template"]
    return Guidance(
        advice=_said(file["advice"], language),
        checklist=tuple(
            Question(one["code"], _said(one["asks"], language)) for one in file["checklist"]
        ),
        empty_phrases=tuple(
            EmptyPhrase(one["words"], _said(one["instead"], language))
            for one in file["empty_phrases"]
        ),
        template=Template(
            template["code"],
            template["version"],
            tuple(_section(one, language) for one in template["sections"]),
            tuple(
                TemplateVersion(
                    one["number"], date.fromisoformat(one["from"]), _said(one["news"], language)
                )
                for one in template["versions"]
            ),
        ),
    )


def _section(table: Mapping[str, Any], language: str) -> TemplateSection:
    since = table.get("since", 1)
    return TemplateSection(
        code=table["code"],
        heading=table["heading"],
        advice=_said(table["advice"], language),
        since=since,
        advised=table.get("advised", since),
    )


def _said(texts: Mapping[str, str], language: str) -> str:
    """Return the text in the language, else in the first that the pack has."""
    return texts.get(language) or next(iter(texts.values()))
