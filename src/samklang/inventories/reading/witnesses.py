"""How sure a title is: what speaks for it, and the faults of a line that is no title at all.

A wrong title is believed and an empty field is asked for. A line is therefore said to be the title
only when two witnesses agree: it stands first, it names a kind of document, the address repeats
it, the file is called so, the text comes back to it. With one witness it is a guess, which is
offered and not said.
"""

from __future__ import annotations

import re

from samklang.inventories.reading.addresses import is_slug_of, plain, repeats
from samklang.inventories.reading.document_words import NAMES_ITSELF, NAMES_OF, names_any
from samklang.inventories.reading.facts import Fact
from samklang.inventories.reading.first_lines import SHORT_LINE
from samklang.inventories.reading.kinds import AGREEMENTS
from samklang.inventories.reading.page_heads import is_page_head
from samklang.inventories.reading.running_text import Document
from samklang.inventories.reading.vocabulary import Vocabulary

ENOUGH = 2
# What was read by its form: a label, a memo's matter, a meeting's own name.
_BY_FORM = frozenset({"labelled", "matter", "opening"})
_MEETINGS = frozenset({"minutes", "agenda"})
_STEM, _OPENING, _HALF, _SHORTEST = 6, 60, 2, 10
_LONG_WORD = re.compile(r"[^\W\d_]{5,}")
_WORD = re.compile(r"[^\W\d_]{3,}")
_MONTH = (
    r"jan\w*|feb\w*|mars?|april|maj|juni|juli|aug\w*|sep\w*|okt\w*|nov\w*|dec\w*"
    r"|(?:mån|tis|ons|tors|fre|lör|sön)dag\w*"
)
# Dates, numbers and the words that stand before them say when and which, not what.
_SAYS_NOT_WHAT = re.compile(
    rf"\b(?:{_MONTH}|\w*datum|sid(?:a|an|or)?|diarie\w*|revider\w+|revidert|\w*uppdatera\w+|senast"
    r"|version|artikeln?|publicera\w+|handläggare|ärendebeteckning|dokumenttyp|d?nr|kl(?:ockan)?|den|från|till)\b",
    re.IGNORECASE,
)
_KIND_ALONE = re.compile(r"\w*(?:avtal|överenskommelse)(?:e[nt]|n)?", re.IGNORECASE)
# The head of a letter or of minutes, run together: who, when and where.
_RUN_TOGETHER = re.compile(
    r"(?i:\A(?:Handläggare|Beslutande|Närvarande|Ledamöter|Ersättare|Sekreterare|Justerare|Tid|Plats"
    r"|Datum)\b|\A(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\b|\bkl\.? ?:?\d"
    r"|\Atill:? (?:statsråd|regering|kommun|läns))"
    r"|[A-ZÅÄÖ]\w+ [A-ZÅÄÖ][\w-]+ \([A-ZÅÄÖ]{1,2}\)"
)
# Where a meeting was, and what it began with.
_WHERE_AND_WHEN = re.compile(
    r"\b(?:sammanträdesrum|hörsalen|konferensrum\w*|\w{3,}(?:gatan|vägen|torget) \d+|kl Val av)\b",
    re.IGNORECASE,
)
# A front page's label and what is filled in after it: 'Dokumenttyp Rutin'.
_LABELLED = re.compile(
    r"(?:dokument(?:typ|namn)|diarie\w*|handläggare)\b"
    r"|(?:(?:gäller|giltig) för|utfärda(?:re|d av)|(?:framtagen|fastställd|godkänd|upprättad) av"
    r"|processägare|omfattar|målgrupp|ansvarig):",
    re.IGNORECASE,
)
# Two labels in a row, such as the version and the type of the document.
_TWO_LABELS = re.compile(r"[\wåäö .]{2,24}: [^\n:]{1,40}? [\wåäö.]{3,24}: \S")
_FIRST_SENTENCE = re.compile(r"(?<=[a-zåäö)])\. (?=[A-ZÅÄÖ])")
_ITEM = re.compile(r"\d{1,3} (?=[A-ZÅÄÖ][a-zåäö])")


def is_faulty(title: str, kind: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a line says who, when, where or which, and not what the document is."""
    words = words_of(title)
    is_empty = not words and not names_any(title)
    is_head = kind not in _MEETINGS and is_page_head(title)
    if is_filled_in(title) or is_head or is_empty:
        return True
    if kind in _MEETINGS and (item := _ITEM.match(title)):
        first_word = title[item.end() :].partition(" ")[0]
        return not any(names.match(first_word) for names in (NAMES_ITSELF, NAMES_OF["agenda"]))
    if kind in _MEETINGS and _WHERE_AND_WHEN.search(title) and not names_any(title):
        return True
    if _RUN_TOGETHER.search(title) and not opens_with_kind(title):
        return True
    places = (
        vocabulary.place_pattern,
        vocabulary.county_pattern,
        vocabulary.municipality_pattern,
        vocabulary.region_pattern,
    )
    bare = _SAYS_NOT_WHAT.sub("", title).strip(" .,:()/-0123456789")
    return any(place.fullmatch(name) for place in places for name in (bare, bare.title()))


def is_filled_in(line: str) -> bool:
    """Tell whether a line is a front page's label with its value."""
    return bool(_LABELLED.match(line))


def has_labels(line: str) -> bool:
    """Tell whether a line is two labels of a front page with their values."""
    return bool(_TWO_LABELS.match(line))


def words_of(line: str) -> list[str]:
    """Return the words of a line that say what, not when or which."""
    return _WORD.findall(_SAYS_NOT_WHAT.sub(" ", line))


def opens_with_kind(title: str) -> bool:
    """Tell whether a line begins by naming a kind of document; a question names none."""
    opening = _FIRST_SENTENCE.split(title)[0]
    opening = opening[:_OPENING] if len(title) > SHORT_LINE else opening
    return not title.endswith("?") and names_any(opening)


def witnesses(title: Fact[str], document: Document, kind: str, *, is_first: bool) -> int:
    """Count what speaks for a title; what was read by its form needs nothing more.

    Nothing speaks for an agreement's kind alone: its title stands below, or above.
    """
    if kind in AGREEMENTS and all(map(_KIND_ALONE.fullmatch, words_of(title.value))):
        return 0
    if title.reason in _BY_FORM:
        return ENOUGH
    in_address = title.reason == "address" or any(
        told(title.value, document.address) for told in (is_slug_of, repeats)
    )
    is_named = opens_with_kind(title.value)
    is_called = _is_called(title.value, document.named)
    comes = comes_again(title.value, document.text)
    return sum((is_first, in_address, is_named, is_called, comes))


def _is_called(title: str, named: str) -> bool:
    """Tell whether the name that the file was given has the title, or most of its longer words."""
    ours, given = plain(title), plain(named)
    if min(len(ours), len(given)) >= _SHORTEST and (ours in given or given in ours):
        return True
    stems = [plain(word)[:_STEM] for word in _LONG_WORD.findall(title)]
    again = sum(stem in given for stem in stems)
    return again > 1 and _HALF * again > len(stems)


def comes_again(title: str, text: str) -> bool:
    """Tell whether the text says the whole title again, or most of its longer words."""
    named, said = title.casefold(), text.casefold()
    if said.count(named) > 1:
        return True
    stems = [word[:_STEM] for word in _LONG_WORD.findall(named)]
    again = sum(said.count(stem) > named.count(stem) for stem in stems)
    return _HALF * again > len(stems)
