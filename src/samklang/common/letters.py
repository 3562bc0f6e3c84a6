"""How a text is taken in, found and sorted: composed, and without what nobody sees.

Some machines send å as an a and a ring. Signs without a look of their own turn a line around, hide
a letter or make two names look like one, and no picture of a page would show them: they are left
out, so that what is stored is what is read. Nothing that can be seen is lost.
"""

from __future__ import annotations

import re
import unicodedata

# Control signs, soft hyphens, zero width, directions of writing, letters that are blank, tags, and
# halves of surrogate pairs that no encoding can carry.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
    # Joiners stay where they join pictures: a woman and a fire engine are a firefighter.
    "|(?<![\u2190-\U0010ffff])[\u200c\u200d]"
)
# Letters by name, which Python would print.
_BLANK = re.compile("[\u115f\u1160\u3164\uffa0]")
# An å, ä or ö is a letter of its own; other marks say how a letter sounds.
_MARKS = re.compile("[\u0300-\u0307\u0309\u030b-\u036f]")
# Small letters and signs that have no other marks: most texts have nothing else.
_AS_THEY_ARE = re.compile("[\x00-\x7fåäöæø§«»\u2010-\u2027]*")
# å; ä and æ; ö and ø: signs that come after z, in the order of the alphabet.
_LAST_LETTERS = {0xE5: "{", 0xE4: "|", 0xE6: "|", 0xF6: "}", 0xF8: "}"}
_LINE_END = re.compile("\r\n?")


def clean(text: str) -> str:
    """Return the text in NFC and without signs that nobody sees."""
    if text.isprintable() and (text.isascii() or _is_composed(text)):
        return text
    return unicodedata.normalize("NFC", _UNSEEN.sub("", _LINE_END.sub("\n", text)))


def _is_composed(text: str) -> bool:
    return unicodedata.is_normalized("NFC", text) and not _BLANK.search(text)


def folded(text: str) -> str:
    """Return what is searched for and in: É, é and e are one letter, å and a are two."""
    plain = text.casefold()
    if _AS_THEY_ARE.fullmatch(plain):
        return plain
    return unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFD", plain)))


def in_alphabet(text: str) -> tuple[str, str]:
    """Return what names are sorted by: å, ä and ö come last, in that order, on every database."""
    return folded(text).translate(_LAST_LETTERS), text
