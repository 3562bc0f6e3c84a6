"""Front-page tables: labels and the values that belong to them, also when they have drifted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from samklang.documents.extraction.lines import Line
from samklang.inventories.reading.cells import cells
from samklang.inventories.reading.running_text import Document
from samklang.inventories.reading.vocabulary import Vocabulary

_LONGEST_VALUE = 200
_LONGEST_LIST = 900
_LISTS = frozenset({"parties", "history"})
_IN_HISTORY = frozenset({"version", "valid_from", "valid_until", "valid_period", "history", "date"})
_SPACE = " \n|\t"
_STARTS_PARAGRAPH = re.compile(r"(?:\n|\A)(?:\| ?)?(?:(?:§ ?)?\d{1,2}(?:\.\d)*\.? )?\Z")
_AFTER_COLON = re.compile(r" ?:")
_AFTER_LINE_END = re.compile(r" ?(?:\||\n|\Z)")
_AFTER_VALUE = re.compile(r"\.? ?(?=\d|_{2}|[A-ZÅÄÖ]{1,5}[ -]?\d{2})")
_STARTS_WITH_DATE = re.compile(r"(?:den )?\d{1,2} \w+ \d{4}|(?:19|20)\d\d ?[-–./]")
_DATED = frozenset(
    {"date", "valid_from", "valid_until", "valid_period", "adopted_date", "revise_by"}
)
# In a front page that was run together to one line, a label is known by the date after it.
_RUN_TOGETHER = frozenset({"valid_until", "revise_by"})
_AFTER_DATE = re.compile(r" (?:19|20)\d\d-\d\d-\d\d\b")
# 'Version  Datum  Ändring  Av': the head of a table of what was changed when.
_CHANGED = re.compile(r"(?:För)?[Ää]ndring|Revidering|Kommentar")
_WORD_BEFORE = 12
_DIGIT = re.compile(r"\d")
_COLUMNS = 2


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label and the stretch of running text that is its value (empty: nothing filled in)."""

    kind: str
    start: int
    end: int
    value: str
    value_start: int
    in_history: bool = False

    @property
    def span(self) -> tuple[int, int]:
        """Where label and value stand, or the label alone when nothing is filled in."""
        return self.start, self.value_start + len(self.value) if self.value else self.end


@dataclass(frozen=True, slots=True)
class _Label:
    kind: str
    start: int
    end: int
    is_whole_paragraph: bool


def find_labels(document: Document, vocabulary: Vocabulary) -> tuple[Labelled, ...]:
    """Pair every front-page label with its value."""
    text = document.text
    grid = list(_grid(document, vocabulary))
    within = [(entry.start, entry.value_start + len(entry.value)) for entry in grid]
    labels = [
        label
        for label in _labels(text, vocabulary)
        if not any(low <= label.start < high for low, high in within)
    ]
    stops = [*(label.start for label in labels[1:]), len(text)]
    found = [_labelled(text, label, stop) for label, stop in zip(labels, stops, strict=False)]
    _pair_columns(labels, found)
    return tuple(_marked_history(sorted([*found, *grid], key=lambda entry: entry.start)))


def _grid(document: Document, vocabulary: Vocabulary) -> Iterator[Labelled]:
    """Pair a line of labels with the line of values under it, column by column."""
    for above, below in pairwise(document.lines):
        names, values = _cells(document, above), _cells(document, below)
        labelled = sum(bool(_kind_of(name, vocabulary)) for _, name in names)
        # A row with one label is a label and its value.
        is_pair = len(names) == _COLUMNS and labelled < _COLUMNS
        is_above_row = bool(values and _kind_of(values[0][1], vocabulary))
        is_row = is_pair and ("|" in above.text or is_above_row)
        kind = _kind_of(names[0][1], vocabulary) if is_pair and is_above_row else None
        if kind and "|" not in above.text:
            (start, name), (value_start, value) = names
            yield Labelled(kind, start, start + len(name), value, value_start)
        is_filled = any(name == ":" for _, name in names)  # 'Projektägare  :  Norra kommun'
        is_head = len(names) >= _COLUMNS and not (is_row or is_filled or _DIGIT.search(above.text))
        if not is_head or len(values) != len(names):
            continue
        is_past = any(_CHANGED.match(name) for _, name in names)
        for (start, name), (value_start, value) in zip(names, values, strict=True):
            kind = _kind_of(name, vocabulary)
            if kind and (kind not in _DATED or _STARTS_WITH_DATE.match(value)):
                end = start + len(name)
                yield Labelled(kind, start, end, value, value_start, in_history=is_past)


def _cells(document: Document, line: Line) -> list[tuple[int, str]]:
    """Say what stands in the line’s pieces, and where in the running text each begins."""
    return [(cell.span[0], " ".join(cell.text.split())) for cell in cells(document, line)]


def _kind_of(name: str, vocabulary: Vocabulary) -> str | None:
    words = name.strip(" :")
    return next((kind for kind, form in vocabulary.labels if form.fullmatch(words)), None)


def _labels(text: str, vocabulary: Vocabulary) -> Iterator[_Label]:
    taken = [
        label
        for kind, pattern in vocabulary.labels
        for found in pattern.finditer(text)
        if (label := _accepted(text, kind, found))
    ]
    last_end = -1
    for label in sorted(taken, key=lambda label: (label.start, -label.end)):
        if label.start >= last_end:
            yield label
            last_end = label.end


def _accepted(text: str, kind: str, found: re.Match[str]) -> _Label | None:
    """Take words for a label when they open a line, stand before a colon or end a filled line."""
    before = text[max(0, found.start() - _WORD_BEFORE) : found.start()]
    opens = bool(_STARTS_PARAGRAPH.search(before))
    if colon := _AFTER_COLON.match(text, found.end()):
        return _Label(kind, found.start(), colon.end(), opens and text[colon.end() :][:1] == "\n")
    if _AFTER_LINE_END.match(text, found.end()) and (opens or before.endswith("- ")):
        return _Label(kind, found.start(), found.end(), opens)
    if kind == "history" and found.group()[0].isupper():
        return _Label(kind, found.start(), found.end(), False)
    is_filled = _AFTER_VALUE if opens else _AFTER_DATE if kind in _RUN_TOGETHER else None
    if is_filled and found.group()[0].isupper() and is_filled.match(text, found.end()):
        return _Label(kind, found.start(), found.end(), False)
    return None


def _labelled(text: str, label: _Label, stop: int) -> Labelled:
    longest = _LONGEST_LIST if label.kind in _LISTS else _LONGEST_VALUE
    start, stop = label.end, min(stop, label.end + longest)
    while start < stop and text[start] in _SPACE + ":":
        start += 1
    return Labelled(label.kind, label.start, label.end, text[start:stop].rstrip(_SPACE), start)


def _pair_columns(labels: list[_Label], found: list[Labelled]) -> None:
    """Where a column of labels is followed by as many lines of values, pair them in order."""
    run: list[int] = []
    for i, (label, entry) in enumerate(zip(labels, found, strict=True)):
        if not label.is_whole_paragraph:
            run = []
            continue
        run.append(i)
        values = [line for line in entry.value.split("\n") if line.strip()]
        if not entry.value:
            continue
        if len(run) > 1 and len(values) >= len(run) and _fits([found[i] for i in run], values):
            _share_out(found, run, entry)
        run = []


def _fits(entries: list[Labelled], values: list[str]) -> bool:
    """Tell whether dates would land under labels for dates, and under no others."""
    return all(
        bool(_STARTS_WITH_DATE.match(value)) <= (entry.kind in _DATED)
        for entry, value in zip(entries, values, strict=False)
    )


def _share_out(found: list[Labelled], run: list[int], last: Labelled) -> None:
    start = last.value_start
    for i, line in zip(run, last.value.split("\n"), strict=False):
        found[i] = replace(found[i], value=line.rstrip(_SPACE), value_start=start)
        start += len(line) + 1


def _marked_history(found: list[Labelled]) -> Iterator[Labelled]:
    within = False
    for entry in found:
        within = entry.kind == "history" or (within and entry.kind in _IN_HISTORY)
        yield replace(entry, in_history=within or entry.in_history)
