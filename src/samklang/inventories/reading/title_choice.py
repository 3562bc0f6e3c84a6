"""Which of a document's first lines is its title."""

from __future__ import annotations

import re

from samklang.inventories.reading.document_words import NAMES_ITSELF, NAMES_OF
from samklang.inventories.reading.first_lines import is_sentence
from samklang.inventories.reading.headings import is_matter, names_matter
from samklang.inventories.reading.page_heads import is_page_head, says_more, says_only_kind
from samklang.inventories.reading.witnesses import is_filled_in

LIST_ITEM = re.compile(r"\d{1,2}[.)] ")
_FIRST_ITEM = re.compile(r"\d{1,3} [A-ZÅÄÖ][a-zåäö]")
# 'Överenskommelse mellan A och B' without a topic stands under the title that has it, and so does
# the kind of document alone.
_ONLY_PARTIES = re.compile(
    r"(?:En )?(?:[Ll]änsö|Ö|ö)verenskommelse mellan "
    r"(?:(?! om | avseende| kring| rörande| gällande| angående).)*"
    r"|(?:Avtal|Samverkansavtal) mellan "
    r"(?:(?! om | avseende| kring| rörande| gällande| angående).)*"
)
_BARE_KIND = re.compile(r"(?:Länsgemensam|Länsövergripande|Regional|Lokal) överenskommelse")
# A sentence that says what the document is for, though no full stop ends it.
_SAYS_WHY = re.compile(r"\b(?:är att|syftar till|utgår från)\b")
# 'Vilka överenskommelsen gäller', 'Varför en ny överenskommelse?': the heading of a section.
_ASKS = re.compile(r"(?:Vilka|Hur|Varför|När) ")
_CAPITALS = re.compile(r"(?:\d{1,2} )?(?:[A-ZÅÄÖ]{4,}|Protokoll|Minnesanteckningar) ")
_SIGN_ABOVE = re.compile(r"§ ?\d{1,3}\b")
# A report's own title, whose subtitle says that it is a study.
_SUBTITLED = re.compile(r"[A-ZÅÄÖ][^\n]*? [a-zåäö]\S* [^\n]{20,}")
# To whom an assignment is given, below the sender's name and the word for the paper.
_GIVEN_TO = re.compile(
    r"(?:(?:Länsg|G)emensam |Regional |Lokal )?"
    r"(?:[Aa]rbets|[Uu]tvecklings|[Ll]äns|[Ss]tyr|[Pp]rojekt)grupp (?:för|om|inom|kring) "
)
_FOR_WHOM = re.compile(r" (?:för|till|åt|om|kring) ")
# 'SAMVERKANSÖVERENSKOMMELSE 2031–2034' is a name, though the sides stand below it.
_YEARS = re.compile(r"\b\d{4} ?[–-] ?\d{4}\b")
# 'Styrgruppen, möte nr 3 2031' below 'MINNESANTECKNINGAR'.
_WHICH_MEETING = re.compile(r"[A-ZÅÄÖ][^:\n]*, möte(?: nr)? \d")
_OPENING, _FEW_ABOVE, _NEAR = 60, 3, 3
_MEETINGS = frozenset({"minutes", "agenda"})


def choose(lines: list[str], kind: str) -> int:
    """Prefer a line that names a kind of document; a sentence is a title only for want of one."""
    named = _first_named(lines, kind)
    if named is None:
        return _unnamed(lines, kind)
    if kind in _MEETINGS and any(map(says_which_meeting, lines[named + 1 : named + 2])):
        return named + 1
    first = named
    if is_page_head(lines[named]) or says_only_kind(lines[named]):
        below = [
            i
            for i in range(named + 1, len(lines))
            if is_named(lines[i], kind) and not _SIGN_ABOVE.match(lines[i - 1])
        ]
        whole = [i for i in below if says_more(lines[named], lines[i])]
        if whole or is_page_head(lines[named]):
            named = next(iter(whole or below or _matters(lines, named, kind)), named)
    is_subtitle = named and (
        _ONLY_PARTIES.fullmatch(lines[named])
        or _BARE_KIND.fullmatch(lines[named])
        or (" " not in lines[named] and not names_matter(lines[named : named + 2]))
        or (kind == "report" and named < _FEW_ABOVE and _SUBTITLED.fullmatch(lines[named - 1]))
    )
    if is_subtitle and first < named and _YEARS.search(lines[first]):
        return first
    return named - 1 if is_subtitle and not is_sentence(lines[named - 1]) else named


def _first_named(lines: list[str], kind: str) -> int | None:
    """Find the first line that names a kind; for an assignment, the one that says to whom."""
    named = next((i for i, line in enumerate(lines) if is_named(line, kind)), None)
    if kind != "assignment" or (named is not None and _FOR_WHOM.search(lines[named])):
        return named
    return next((i for i, line in enumerate(lines) if says_to_whom(line)), named)


def _matters(lines: list[str], head: int, kind: str) -> list[int]:
    """Find what the document is about in the lines below the head of its page."""
    if kind in _MEETINGS:
        return []
    near = enumerate(lines[head + 1 : head + _NEAR], head + 1)
    return [i for i, line in near if is_matter(line)]


def _unnamed(lines: list[str], kind: str) -> int:
    """Choose where no short line names a kind: a host may have named minutes after a sentence."""
    opening = (i for i, line in enumerate(lines) if _opens(line))
    if kind == "minutes":
        return next(opening, 0)
    headings = (i for i, line in enumerate(lines) if not is_sentence(line) or _opens(line))
    return next(headings, 0) if is_sentence(lines[0]) else 0


def _opens(line: str) -> bool:
    """Tell whether a flattened page opens with a title in capitals."""
    return bool(_CAPITALS.match(line) and NAMES_ITSELF.search(line[:_OPENING]))


def is_named(line: str, kind: str) -> bool:
    """Tell whether a line is a heading that names a document of a kind."""
    names = NAMES_OF.get(kind, NAMES_ITSELF)
    is_heading = not is_sentence(line) and line[-1] != "." and not LIST_ITEM.match(line)
    if is_filled_in(line) or _SAYS_WHY.search(line) or _ASKS.match(line):
        return False
    is_matter_of_meeting = kind in _MEETINGS and is_item(line)
    return is_heading and not is_matter_of_meeting and bool(names.search(line))


def says_to_whom(line: str) -> bool:
    """Tell whether a line names the group that an assignment is given to."""
    return bool(_GIVEN_TO.match(line))


def says_which_meeting(line: str) -> bool:
    """Tell whether a line says whose meeting it was, and which of them."""
    return bool(_WHICH_MEETING.match(line))


def is_item(line: str) -> bool:
    """Tell a numbered item of a meeting from a page's number before the document's name."""
    found = _FIRST_ITEM.match(line)
    return found is not None and not NAMES_ITSELF.match(line, found.end() - 2)
