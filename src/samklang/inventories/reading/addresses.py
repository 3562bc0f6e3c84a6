"""What the address a text was saved from says of its title."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import unquote

_SMALL = re.compile(r"\b(?:och|i|för|av|om|med|till|på|en|ett|den|det|kring|samt)\b", re.IGNORECASE)
_SHORTEST, _SHORTEST_INSIDE, _OPENING = 10, 24, 1500
_STEM, _TOGETHER = 6, 2
_LONG_WORD = re.compile(r"[^\W\d_]{5,}")
_NUMBERED = re.compile(r"\A\d{4,}-|-\d{5,}\Z")


def plain(words: str) -> str:
    """Fold words as the addresses of web pages do."""
    return re.sub(r"[^a-z0-9]+", "", _without_accents(words))


def host(address: str) -> str:
    """Return the name of the site that an address leads to."""
    return address.partition("://")[2].partition("/")[0]


def last_part(address: str) -> str:
    """Return the last part of an address in plain letters, its words still apart."""
    return re.sub(r"[^a-z0-9]+", "-", _without_accents(_last(address)))


def _without_accents(words: str) -> str:
    return unicodedata.normalize("NFKD", words.casefold()).encode("ascii", "ignore").decode()


def slug(address: str) -> str:
    """Return the last part of an address, folded."""
    return plain(_last(address))


def is_slug_of(words: str, address: str) -> bool:
    """Tell whether an address repeats a heading, though it leaves out its small words."""
    named = slug(address)
    if named and named == plain(words):
        return True
    if min(len(named), len(plain(words))) < _SHORTEST:
        return False
    bare = plain(_SMALL.sub(" ", words))
    return any(
        one.startswith(named) or named.startswith(one) or named.endswith(one)
        for one in (plain(words), bare)
    )


def repeats(words: str, address: str) -> bool:
    """Tell whether most of a heading's longer words stand together in one part of an address."""
    stems = [_spelt(word)[:_STEM] for word in _LONG_WORD.findall(words)]
    parts = unquote(address.partition("://")[2]).split("/")[1:]
    most = max((sum(stem in _spelt(part) for stem in stems) for part in parts), default=0)
    return most >= _TOGETHER and 2 * most > len(stems)


def _spelt(words: str) -> str:
    """Fold words that some hosts spell with two letters for one: sjukvaard, goeta."""
    return re.sub("aa|ae", "a", plain(words)).replace("oe", "o")


def _last(address: str) -> str:
    path = unquote(address.partition("?")[0]).rstrip("/")
    return re.sub(r"\.\w{2,5}\Z", "", path.rpartition("/")[2])


def span_of_slug(text: str, address: str) -> tuple[int, int] | None:
    """Find the words of an address inside a text that was flattened to one line."""
    wanted = plain(_NUMBERED.sub("", _last(address)))
    if len(wanted) < _SHORTEST_INSIDE:
        return None
    folded = [(plain(character), i) for i, character in enumerate(text[:_OPENING])]
    kept = [(character, i) for character, i in folded if character]
    at = "".join(character for character, _ in kept).find(wanted)
    if at < 0:
        return None
    return kept[at][1], kept[at + len(wanted) - 1][1] + 1
