"""Knows what word processors mean by the styles that they paste."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from samklang.documents.passages.tree import Node

_BOLD = re.compile(r"(?<![\w-])font-weight:\s*(\w+)", re.IGNORECASE)
_ITALIC = re.compile(r"(?<![\w-])font-style:\s*(\w+)", re.IGNORECASE)
_LISTED = re.compile(r"mso-list:\s*l\d+\s+level(\d)\s+(lfo\d+)", re.IGNORECASE)
_IS_MARKER = re.compile(r"mso-list:\s*ignore", re.IGNORECASE)
_UNSHOWN = re.compile(
    r"display:\s*none|visibility:\s*hidden|mso-hide:\s*all|mso-element:\s*comment"
    r"|mso-special-character:\s*comment|mso-comment-reference",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*[.)]?|[^\W\d_]{1,5}[.)])")
_LEAST_BOLD = 600


class Listed(NamedTuple):
    """Where Word shows a paragraph as an item: how deep, and in which turn of numbers."""

    level: int
    turn: str


def listed(style: str) -> Listed | None:
    found = _LISTED.search(style)
    return Listed(max(int(found[1]) - 1, 0), found[2]) if found else None


def is_passed_over(style: str) -> bool:
    """Say whether the words are not the writer's: hidden, a comment, or an item's mark."""
    return bool(style and (_UNSHOWN.search(style) or _IS_MARKER.search(style)))


def marker(node: Node) -> str:
    """Return the mark that Word wrote out for those who know no lists."""
    return " ".join("".join(_marks(node, inside=False)).split())


def _marks(node: Node, *, inside: bool) -> Iterator[str]:
    for child in node.children:
        if isinstance(child, Node):
            yield from _marks(child, inside=inside or bool(_IS_MARKER.search(child.style)))
        elif inside:
            yield child


def is_number(mark: str) -> bool:
    """Say whether an item's mark counts: "1.", "2.1", "b)"; Word's "o" is a bullet."""
    return bool(_NUMBER.fullmatch(mark))


def weight(style: str, otherwise: bool) -> bool:
    """Say whether the letters are bold: as the style says, or else as they were."""
    found = _BOLD.search(style)
    if not found:
        return otherwise
    said = found[1].lower()
    return said in ("bold", "bolder") or (said.isdecimal() and int(said) >= _LEAST_BOLD)


def slant(style: str, otherwise: bool) -> bool:
    found = _ITALIC.search(style)
    return found[1].lower() in ("italic", "oblique") if found else otherwise
