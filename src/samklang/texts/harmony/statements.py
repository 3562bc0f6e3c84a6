"""A section taken apart: its sentences, and the definitions among them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from samklang.documents.api import Kind, Passage
from samklang.texts.harmony.material import Part, SisterText
from samklang.texts.harmony.rules import HarmonyRules

_END = re.compile(r"[.!?][\"”’)]?(?=\s+[\"”’(]?(?P<after>[^\W_]))|;(?=\s)")
# A dash stands free, so that no word is divided; other signs may stand close.
_SPLIT = re.compile(r"(?:\s+[-–—\u2212]|\s*[:=])\s+")
_QUOTES = "\"'”“’‘»«"
_LONGEST_TERM, _MOST_WORDS = 80, 6


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence, an item or a row, and the section that it stands in."""

    text: str
    section: str


@dataclass(frozen=True, slots=True)
class Definition:
    """What a text says that a word means."""

    term: str
    meaning: str
    wording: str
    section: str


@dataclass(frozen=True, slots=True)
class TakenApart:
    part: Part
    statements: tuple[Statement, ...]
    definitions: tuple[Definition, ...]


def taken_apart(text: SisterText, rules: HarmonyRules) -> tuple[TakenApart, ...]:
    return tuple(_part(part, rules) for part in text.parts)


def _part(part: Part, rules: HarmonyRules) -> TakenApart:
    statements: list[Statement] = []
    definitions: list[Definition] = []
    is_list = bool(rules.definition_heading.fullmatch(part.heading.strip()))
    for passage in part.passages:
        defined = _listed(passage, part.key, is_list=is_list)
        if defined is not None:
            definitions.append(defined)
            continue
        for said in _sentences(passage, rules):
            meant = _spelled_out(said, part.key, rules)
            if meant is None:
                statements.append(Statement(said, part.key))
            else:
                definitions.append(meant)
    return TakenApart(part, tuple(statements), tuple(definitions))


def _sentences(passage: Passage, rules: HarmonyRules) -> Iterator[str]:
    """Yield the sentences; a row, and a full stop after an abbreviation, end none."""
    text = " ".join(passage.text.replace("\t", " | ").split())
    ends = [] if passage.kind is Kind.ROW else list(_END.finditer(text))
    begin = 0
    for found in ends:
        is_short = rules.bones.abbreviation.search(text, begin, found.start())
        if not is_short and not (found["after"] or "").islower():
            yield text[begin : found.end()].strip()
            begin = found.end()
    if text[begin:].strip(" |"):
        yield text[begin:].strip()


def _listed(passage: Passage, section: str, *, is_list: bool) -> Definition | None:
    """Read a bold word and a dash, and in a list of words also a plain one, or a row of two."""
    text = " ".join(passage.text.split())
    if passage.kind is Kind.ROW:
        cells = ["".join(run.text for run in cell).strip() for cell in passage.cells]
        if is_list and not passage.is_head and len(cells) > 1 and all(cells[:2]):
            return Definition(_bare(cells[0]), cells[1], f"{cells[0]}: {cells[1]}", section)
        return None
    if passage.kind is Kind.HEADING:
        return None
    term, meaning = _term_and_rest(passage, text) or (_split(text) if is_list else ("", ""))
    if not meaning or not _is_term(term):
        return None
    return Definition(_bare(term), meaning, text, section)


def _is_term(said: str) -> bool:
    words = said.split()
    return 0 < len(words) <= _MOST_WORDS and len(said) <= _LONGEST_TERM and "." not in said


def _term_and_rest(passage: Passage, text: str) -> tuple[str, str] | None:
    first = next((run for run in passage.runs if run.text.strip()), None)
    if first is None or not first.strong:
        return None
    bold = " ".join(first.text.split())
    rest = text[len(bold) :].strip()
    if bold.endswith(":"):
        return bold[:-1], rest
    found = _SPLIT.match(f" {rest}")
    return (bold, f" {rest}"[found.end() :].strip()) if found else None


def _split(text: str) -> tuple[str, str]:
    found = _SPLIT.search(text)
    return (text[: found.start()], text[found.end() :]) if found else ("", "")


def _spelled_out(said: str, section: str, rules: HarmonyRules) -> Definition | None:
    for pattern in rules.definitions:
        if found := pattern.fullmatch(said):
            term = rules.definition_lead.sub("", found["term"], count=1)
            return Definition(_bare(term), found["meaning"], said, section)
    return None


def _bare(term: str) -> str:
    return term.strip().strip(_QUOTES).strip()
