"""Sides in rows of their own: below the title without a label, or one on each line of a list."""

from __future__ import annotations

import re

from samklang.inventories.reading.authorities import Found, authorities, places_beside
from samklang.inventories.reading.document_words import names_any
from samklang.inventories.reading.letterheads import names_only_senders
from samklang.inventories.reading.running_text import Document
from samklang.inventories.reading.vocabulary import Vocabulary

_BODY = re.compile(
    r"\w*(?:förbund|förening|församling|stiftelse|klubb|universitet|högskola|kyrka|förvaltning"
    r"|nämnd|klinik|kommun|region|landsting|myndighet)(?:en|et|n)?\b|\b(?:AB|HB|KB|IF|IK|SK)\b",
    re.IGNORECASE,
)
_ITEM = re.compile(r"(?!\w+:)[A-ZÅÄÖ][^.:;\d]{2,60}?(?:,? (?:avd|nr)\.? (?:\d{1,4}|[A-ZÅÄÖ]\w+))?")
_OF_STATE = re.compile(
    r"(?:länsstyrelsen|polismyndigheten|åklagarkammaren|kriminalvården|försäkringskassan"
    r"|arbetsförmedlingen)\b(?:(?! (?:samt|och)\b)[^\n]){0,50}",
    re.IGNORECASE,
)
_ENDS_LIST = re.compile(
    r"\n(?:\d{1,2}(?:\.\d{1,2})*\.? )?(?:Bakgrund|Inledning|Syfte|Giltig|Målgrupp|Definition"
    r"|Innehåll|Mål\b|Omfattning|Kommunerna benämns|Avtalets|Överenskommelsens|Förutsättningar"
    r"|Lagstiftning)"
    r"|\n(?:§ ?)?(?P<number>\d{1,2})(?:\.\d{1,2})*\.? [A-ZÅÄÖ]|benämns"
    # A sentence is no item of a list, unless the last item has run into it.
    r"|\n(?![A-ZÅÄÖ][\w-]+ kommun (?:[A-ZÅÄÖ]|nedan\b))"
    r"[^\n]*(?:överenskommelse|avtal)[^\n]*\.(?=\n|\Z)"
)
_FIRST = re.compile(r"1[.)] ")
_IS_NONE = re.compile(
    r"\b(?:är|ingår) (?:dock )?(?:inte|ej) (?:som )?part|\bstår? utanför (?:avtal|överens)"
)
_HEAD, _LONGEST, _SEVERAL, _BOTH = 2500, 200, 3, 2
_PAIR = {"region", "municipality"}


def end_of_list(text: str, zone: tuple[int, int]) -> int:
    """Return where a list of sides ends: at a heading that is not its own next number."""
    due = 2 if _FIRST.match(text, zone[0]) else 0
    for found in _ENDS_LIST.finditer(text, *zone):
        if not due or found["number"] != str(due):
            return found.start()
        due += 1
    return zone[1]


def rows_below_title(document: Document, vocabulary: Vocabulary) -> list[Found]:
    """Return the first block of lines that are nothing but authorities, below a kind's name."""
    block: list[tuple[int, str]] = []
    is_named = False
    for start, line in document.paragraphs:
        if start > _HEAD:
            break
        if is_named and 0 < len(line) <= _LONGEST and names_only_senders(line, vocabulary):
            block.append((start, line))
            continue
        found = _of_block(document, vocabulary, block)
        if len(found) >= _SEVERAL or {one.role for one in found} == _PAIR:
            return found
        block, is_named = [], is_named or names_any(line)
    return []


def _of_block(
    document: Document, vocabulary: Vocabulary, block: list[tuple[int, str]]
) -> list[Found]:
    """Name everybody in a block of rows; places after 'kommunerna' are municipalities."""
    found: list[Found] = []
    for start, line in block:
        zone = (start, start + len(line))
        state = _OF_STATE.match(line)
        stop = start + state.end() if state else start
        if state:
            found.append(Found("other", 1, _spelled(state.group()), (start, stop)))
        found += [
            one
            for one in authorities(document.text, vocabulary, (stop, zone[1]))
            if one.role in {"region", "municipality"}
        ]
        found += places_beside(document.text, vocabulary, (stop, zone[1]), found)
    return found


def _spelled(name: str) -> str:
    """Write a name in capitals as it is written in a sentence."""
    return name.title().replace(" I ", " i ") if name.isupper() else name


def items_of_list(text: str, zone: tuple[int, int]) -> list[tuple[str, tuple[int, int]]]:
    """Return the lines of a list, when several follow each other and most are called bodies."""
    found: list[tuple[str, tuple[int, int]]] = []
    start = zone[0]
    for line in text[slice(*zone)].split("\n"):
        if not _ITEM.fullmatch(line):
            break
        found.append((line, (start, start + len(line))))
        start += len(line) + 1
    bodies = sum(bool(_BODY.search(name)) for name, _ in found)
    return found if len(found) >= _SEVERAL and _BOTH * bodies > len(found) else []


def is_no_party(document: Document, found: Found) -> bool:
    """Tell whether the sentence says that whom it names is none of the parties."""
    return bool(_IS_NONE.search(document.flat, *document.sentence(*found.span)))
