"""Finds and hides personal identity numbers: nothing here is about residents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

# However it is written: word processors make another dash or a hard space of what was typed, an
# e-mail breaks the line, a file's name has an underscore, and a plus means more than a hundred
# years. Every repetition is bounded, so that the time grows with the text's length and no faster.
_UNSEEN = "\u00ad\u200b-\u200d\u2060\ufeff"
_GAP = rf"[\s{_UNSEEN}]{{0,3}}"
_DASH = r"[-+\u00ad\u02d7\u058a\u2010-\u2015\u2043\u207b\u2212\ufe58\ufe63\uff0b\uff0d]"
_NUMBER = re.compile(
    rf"""
    (?<!\d)(?<!\d[-–])
    (?:
        (?P<c>18|19|20)?(?P<y>\d\d)(?P<m>\d\d)(?P<d>\d\d)
        (?P<between>{_GAP}{_DASH}{_GAP}|[_.]|{_GAP})
      | (?P<c2>18|19|20)?(?P<y2>\d\d)(?P<in>[-./\s])(?P<m2>\d\d)(?P=in)(?P<d2>\d\d)
        (?P<between2>{_GAP}{_DASH}{_GAP}|{_GAP})
    )
    (?P<last>\d{{4}})
    (?!\d)(?![-–]\d)
    """,
    re.VERBOSE,
)
_BEGINNING = re.compile(r"\d\d+")
_LABEL = re.compile(
    r"person(?:nr|nummer|\.?\s?id)|samordnings(?:nr|nummer)|\bp\.?nr|född|identity number",
    re.IGNORECASE,
)
# What ten or twelve digits in a row are called when they are something else.
_OTHER_NUMBER = re.compile(
    r"(?:\b(?:tel|tfn|telefon\w*|mobil\w*|phone|sms|fax|växel\w*|ocr|bg|bankgiro\w*|pg|plusgiro\w*"
    r"|faktura\w*|referens\w*|ref|konto\w*|belopp\w*|dnr|diarien\w*|ärende\w*)\b"
    r"[\w.:#\s-]{0,12}|\+)\Z",
    re.IGNORECASE,
)
_MONEY = re.compile(r"\s?(?:kr\b|kronor|sek\b|eur\b|:-|tkr\b|€)", re.IGNORECASE)
_MOBILE = re.compile(r"070[1-9]")
_YEAR = re.compile(r"(?:199|20[0-4])\d")
_BEFORE = 30
# A co-ordination number has 60 added to its day.
_COORDINATION = 60
_TWO_DIGITS = 9
_DIGIT = re.compile(r"\d")


def personal_numbers(text: str) -> Iterator[re.Match[str]]:
    """Yield where a day and a check digit that fits it stand together."""
    return filter(_is_personal, _numbers(text))


def _numbers(text: str) -> Iterator[re.Match[str]]:
    """Try only where digits begin, which are few: a fifth of the time of trying everywhere."""
    done = 0
    for digits in _BEGINNING.finditer(text):
        if digits.start() >= done and (found := _NUMBER.match(text, digits.start())):
            done = found.end()
            yield found


def without_personal_numbers(text: str) -> str:
    """Return the text with a dot in place of every digit of a personal number."""
    pieces, done = [], 0
    for found in personal_numbers(text):
        pieces += [text[done : found.start()], hidden(found[0])]
        done = found.end()
    return "".join([*pieces, text[done:]]) if pieces else text


def hidden(text: str) -> str:
    """Return the text with a dot for every digit: as long as before, so that places still fit."""
    return _DIGIT.sub("•", text)


def _is_personal(found: re.Match[str]) -> bool:
    return _is_counted_right(found) and (_is_labelled(found) or not _is_something_else(found))


def _is_counted_right(found: re.Match[str]) -> bool:
    year, month, day = (found[name] or found[f"{name}2"] for name in "ymd")
    century = found["c"] or found["c2"] or "20"
    try:
        date(int(century + year), int(month), int(day) % _COORDINATION)
    except ValueError:
        return False
    return _checks(year + month + day + found["last"])


def _checks(digits: str) -> bool:
    """Ten digits of which the last one follows from the others, doubled in turn."""
    doubled = [int(digit) * (2 - place % 2) for place, digit in enumerate(digits)]
    return sum(one - _TWO_DIGITS if one > _TWO_DIGITS else one for one in doubled) % 10 == 0


def _is_labelled(found: re.Match[str]) -> bool:
    return bool(_LABEL.search(found.string, max(0, found.start() - _BEFORE), found.start()))


def _is_something_else(found: re.Match[str]) -> bool:
    """Say whether it only looks like one: nothing but digits, or a day and what follows it."""
    if found["in"]:
        return not (found["between2"] or "").strip()
    if not found["between"]:
        return _is_called_something_else(found)
    in_rows = found["between"].isspace() and any(sign in found["between"] for sign in "\t\n\r\f")
    return in_rows and bool(_YEAR.fullmatch(found["last"]))


def _is_called_something_else(found: re.Match[str]) -> bool:
    before = found.string[max(0, found.start() - _BEFORE) : found.start()]
    return bool(
        _OTHER_NUMBER.search(before)
        or _MONEY.match(found.string, found.end())
        or (_MOBILE.match(found[0]) and not found["c"])
    )
