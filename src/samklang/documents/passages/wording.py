"""Puts the words of a passage in order: one space at a time, composed letters, no empty runs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from unicodedata import is_normalized

from samklang.common.letters import clean
from samklang.documents.passages.passage import Run

# A hard space is set by editors at will, and would be a change that nobody sees.
_SPACES = re.compile(r"[ \t\u00a0\u202f]+")
_BREAKS = re.compile(r" ?\n[ \n]*")
_LONGEST_ADDRESS, _NEAR = 2000, 32
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>\"\\^`{|}]+", re.IGNORECASE)


def ordered(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return the runs as they are kept; nothing at all where there are no words."""
    found = _joined(_composed(replace(run, text=_plainly_spaced(run.text)) for run in runs))
    spaced, before = [], "\n"
    for run in found:
        text = run.text.lstrip(" \n" if before == "\n" else " ") if before in " \n" else run.text
        if text:
            spaced.append(replace(run, text=text))
            before = text[-1]
    return tuple(_without_ends(spaced))


def safe_address(written: str) -> str:
    """Return the address if it leads to the web or to a letter box, else ""."""
    address = re.sub(r"[\t\r\n]", "", clean(written)).strip().replace(" ", "%20")
    is_safe = len(address) <= _LONGEST_ADDRESS and _ADDRESS.fullmatch(address)
    return address if is_safe else ""


def _plainly_spaced(text: str) -> str:
    return _BREAKS.sub("\n", _SPACES.sub(" ", clean(text)))


def _composed(runs: Iterable[Run]) -> list[Run]:
    """Let what composes with the letter before it stand in that letter's run."""
    kept: list[Run] = []
    for run in runs:
        text = run.text
        while kept and text and not is_normalized("NFC", kept[-1].text[-_NEAR:] + text[0]):
            before = kept.pop()
            kept.append(replace(before, text=clean(before.text + text[0])))
            text = text[1:]
        if text:
            kept.append(replace(run, text=text))
    return kept


def _joined(runs: Iterable[Run]) -> list[Run]:
    """Join what looks alike; a space has no looks of its own."""
    return _grouped(
        Run(run.text, address=run.address) if run.text.isspace() else run for run in _grouped(runs)
    )


def _grouped(runs: Iterable[Run]) -> list[Run]:
    grouped: list[Run] = []
    for run in runs:
        if grouped and grouped[-1].looks_like(run):
            grouped.append(replace(run, text=_plainly_spaced(grouped.pop().text + run.text)))
        elif run.text:
            grouped.append(run)
    return grouped


def _without_ends(runs: list[Run]) -> list[Run]:
    """Take away the space before a line break in the next run, and what ends the passage."""
    kept: list[Run] = []
    following = "\n"
    for run in reversed(runs):
        text = run.text.rstrip(" \n" if not kept else " ") if following == "\n" else run.text
        if text:
            kept.append(replace(run, text=text))
            following = text[0]
    kept.reverse()
    return _joined(kept)
