"""The words by which a country's agreements say who shall do what, loaded from packs."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

Pattern = re.Pattern[str]
Table = dict[str, Any]
FILE: Final = "commitments.toml"
# Words that are no party, and yet the subject of a sentence.
OUTSIDE, PERSON, UNSAID = "outside", "person", "unsaid"


@dataclass(frozen=True, slots=True)
class NameRule:
    """The names of one side; `staff` when whose the named are is only an inference."""

    side: str
    form: str
    staff: bool = False


@dataclass(frozen=True, slots=True)
class AnswerRule:
    """Words that show whether somebody local must say how, by whom or when."""

    reason: str
    needed: bool
    pattern: Pattern


@dataclass(frozen=True, slots=True)
class Rules:
    """Everything about one language that the bones know; every pattern is compiled."""

    language: str
    stop_words: frozenset[str]
    noun_ending: Pattern
    names: tuple[NameRule, ...]
    abbreviation: Pattern  # right before a full stop
    clause: Pattern
    before_subject: str
    join: str
    join_word: Pattern
    lead_end: Pattern
    cross_reference: Pattern
    choice: Pattern
    duty: Pattern
    modal: Pattern
    opener: Pattern
    purpose: Pattern
    duty_on: Pattern
    agent: Pattern
    describes: Pattern
    present: Pattern
    beside: Pattern
    genitive: Pattern
    negation: Pattern
    passive: Pattern
    lead_lines: tuple[str, ...]
    both_line: Pattern
    silent: Pattern
    silent_below: Pattern
    contents: Pattern
    local_text: Pattern
    parties_between: Pattern
    party_end: Pattern
    answers: tuple[AnswerRule, ...]
    scopes: tuple[tuple[str, Pattern], ...]


def load_rules(*folders: Path) -> Rules:
    """Load and join the rules in the `reading` folders of one or more packs."""
    paths = [folder / FILE for folder in folders if (folder / FILE).is_file()]
    tables = [tomllib.loads(path.read_text("utf-8")) for path in paths]
    said = _joined(table["commitments"] for table in tables)
    actors = [row for table in tables for row in table.get("commitment_actors", ())]
    answers = [row for table in tables for row in table.get("commitment_answers", ())]
    scopes = _joined(table["commitments"].get("scopes", {}) for table in tables)
    return Rules(
        language=said.get("language", ""),
        noun_ending=re.compile(rf"{one_of(said.get('noun_endings', ()))}\Z"),
        stop_words=frozenset(said.get("stop_words", ())),
        names=tuple(
            NameRule(row["side"], one_of(row["names"]), row.get("staff", False)) for row in actors
        ),
        answers=tuple(AnswerRule(r["reason"], r["needed"], _word(r["words"])) for r in answers),
        scopes=tuple((scope, _word(words)) for scope, words in scopes.items()),
        **_sentences(said),
        **_lines(said),
    )


def _sentences(said: Table) -> Table:
    """Return the patterns that sentences are read by."""
    return {
        "abbreviation": re.compile(rf"(?:\b{one_of(said.get('abbreviations', ()))})\Z", re.I),
        "clause": _word(said.get("clauses", ())),
        "before_subject": one_of(said.get("before_subject", ())),
        "choice": re.compile(one_of(said.get("choices", ())), re.I),
        "join_word": re.compile(one_of(said.get("joins", ())), re.I),
        "join": one_of(said.get("joins", ())),
        "duty": _word([*said.get("modals", ()), *said.get("duties", ())]),
        "modal": _word(said.get("modals", ())),
        "opener": _word(said.get("openers", ())),
        "purpose": re.compile(rf"(?:\b{one_of(said.get('purposes', ()))})\s*\Z", re.I),
        "agent": _word(said.get("agents", ())),
        "duty_on": _word(said.get("duties_on", ())),
        "describes": _word(said.get("describes", ())),
        "present": _word([said["present"]] if "present" in said else ()),
        "beside": _word(said.get("beside", ())),
        "genitive": re.compile(rf"{said.get('genitive', '(?!)')}\Z", re.I),
        "negation": _word(said.get("negation", ())),
        "passive": _word([said["passive"]] if "passive" in said else ()),
        "local_text": _word(said.get("local_texts", ())),
        "parties_between": re.compile(said.get("parties_between", r"(?!)")),
        "party_end": _word(said.get("party_ends", ())),
    }


def _lines(said: Table) -> Table:
    """Return the patterns that whole lines and headings are read by."""
    return {
        "lead_end": re.compile(rf"(?:\b{one_of(said.get('lead_ends', ()))})\Z", re.I),
        "cross_reference": _line(said.get("cross_references", ())),
        "lead_lines": tuple(said.get("lead_lines", ())),
        "both_line": _line(said.get("both_lines", ())),
        "silent": _line(said.get("silent_sections", ())),
        "silent_below": _line(said.get("silent_below", ())),
        "contents": _line(said.get("contents", ())),
    }


def _joined(tables: Iterable[Table]) -> Table:
    joined: Table = {}
    for table in tables:
        joined |= {key: _more(joined.get(key), value) for key, value in table.items()}
    return joined


def _more(before: Any, value: Any) -> Any:
    return [*before, *value] if isinstance(before, list) and isinstance(value, list) else value


def one_of(forms: Iterable[str]) -> str:
    """Return a pattern for any of the forms, or for nothing at all."""
    return "(?:" + ("|".join(f"(?:{form})" for form in forms) or r"(?!)") + ")"


def _word(forms: Iterable[str]) -> Pattern:
    return re.compile(rf"(?<![\w-]){one_of(forms)}(?!\w)", re.IGNORECASE)


def _line(forms: Iterable[str]) -> Pattern:
    return re.compile(rf"{one_of(forms)}:?", re.IGNORECASE)


@cache
def rules_in(folders: tuple[str, ...]) -> Rules:
    """Return the rules of some `reading` folders, loaded once."""
    return load_rules(*map(Path, folders))
