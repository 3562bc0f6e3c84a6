"""Guesses from a line's own look whether it is a heading or a list item; in doubt it is neither."""

from __future__ import annotations

import re

_LONGEST = 90
_MOST_WORDS = 12
_NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,4})\.?[ \t\u00a0]+(?=[A-ZÅÄÖ])(.+)")
_CHAPTER = re.compile(r"(?:Kapitel|Bilaga|Avsnitt|Del)\s+\d{1,2}\b[.:]?(\s+\S.*)?")
_MARKDOWN = re.compile(r"(#{1,6})\s+\S")
_ENDS_AS_PROSE = re.compile(r"(?:[.,;:?!…\-–]|\b(?:och|eller|samt|att|som|för|i|på|av|med|till))$")
_CONTENTS_LINE = re.compile(r"(?:\.{3,}|…|\t|\s{3,})\s*\d{0,4}$|\s\d{1,3}$")
_MONTH = re.compile(
    r"\b(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\b",
    re.IGNORECASE,
)
_LIST_MARK = re.compile(
    r"(?:[-–—•·▪●○*o\uf0b7\uf0a7]|\(?[a-zåäö]\)|\(?\d{1,2}\))[ \t\u00a0]+\S"
    r"|\d{1,2}\.\s*[a-zåäö]"
)
_FEWEST_CAPITALS = 4


def heading_level(line: str) -> int:
    """Return the level of a heading, or 0 for a line that need not be one."""
    if len(line) > _LONGEST or len(line.split()) > _MOST_WORDS or "\n" in line:
        return 0
    if marked := _MARKDOWN.match(line):
        return len(marked[1])
    chapter = _CHAPTER.fullmatch(line)
    if chapter and not chapter[1]:
        return 1
    if _ENDS_AS_PROSE.search(line) or _CONTENTS_LINE.search(line):
        return 0
    return _numbered_level(line) or int(bool(chapter) or _is_in_capitals(line))


def _numbered_level(line: str) -> int:
    numbered = _NUMBERED.fullmatch(line)
    if not numbered or _MONTH.search(line):
        return 0
    return min(numbered[1].count(".") + 1, 6)


def _is_in_capitals(line: str) -> bool:
    letters = [letter for letter in line if letter.isalpha()]
    mostly_letters = len(letters) * 2 > len(line)
    return len(letters) >= _FEWEST_CAPITALS and mostly_letters and line.isupper() and " " in line


def is_list_item(line: str) -> bool:
    return bool(_LIST_MARK.match(line))
