"""Made-up numbers: some that count right as personal identity numbers, some that are other things.

No number here belongs to anybody but by chance: each is drawn and given its check digit.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

# The century, the day and the last four, in every way that people and programs put them together.
WRITTEN = (
    "{c}{b}-{l}",
    "{b}-{l}",
    "{b}+{l}",
    "{c}{b}{l}",
    "{b}{l}",
    "{b} {l}",
    "{c}{b} {l}",
    "{b}\N{EN DASH}{l}",
    "{b}\N{EM DASH}{l}",
    "{c}{b}\N{MINUS SIGN}{l}",
    "{b}\N{NON-BREAKING HYPHEN}{l}",
    "{b}\N{NO-BREAK SPACE}{l}",
    "{b} - {l}",
    "{b}-\n{l}",
    "{c}{b}\n-{l}",
    "{b}\t{l}",
    "{b}\N{SOFT HYPHEN}{l}",
    "{b}_{l}",
)
AROUND = ("Om {} i går", "{}", "({}), och", "nr {}.", "Avtal_{}.pdf", "a,{},b", "{}/{}")


def check_digit(nine: str) -> str:
    doubled = (sum(map(int, str(int(digit) * (2 - place % 2)))) for place, digit in enumerate(nine))
    return str(-sum(doubled) % 10)


def personal(draw: Random) -> str:
    """Return a number in some written form; every fifth is a co-ordination number."""
    day = date(1925, 1, 1) + timedelta(days=draw.randrange(36_500))
    birth = f"{day:%y%m}{day.day + draw.choice((0, 0, 0, 0, 60)):02d}"
    nine = birth + _digits(draw, 3)
    written = draw.choice(WRITTEN)
    return written.format(c=f"{day:%Y}"[:2], b=birth, l=nine[6:] + check_digit(nine))


def positives(count: int) -> Iterator[str]:
    draw = Random(53)  # noqa: S311  the same numbers each time, and no secrets
    for _ in range(count):
        yield draw.choice(AROUND).replace("{}", personal(draw))


def negatives(count: int) -> Iterator[str]:
    draw = Random(35)  # noqa: S311  as above
    kinds = (
        _organization, _diary_number, _mobile, _phone, _amount, _bankgiro, _ocr, _period
    )  # fmt: skip
    for number in range(count):
        yield kinds[number % len(kinds)](draw)


def _organization(draw: Random) -> str:
    nine = draw.choice("256789") + _digits(draw, 1) + str(draw.randrange(2, 10)) + _digits(draw, 6)
    return f"org.nr {draw.choice(('', '16'))}{nine[:6]}-{nine[6:]}{check_digit(nine)}"


def _diary_number(draw: Random) -> str:
    year, serial = draw.randrange(2010, 2027), _digits(draw, draw.choice((3, 4, 5)))
    return draw.choice((f"RD{year % 100}/{serial}", f"SN {year}-{serial}", f"KS {year}/{serial}"))


def _mobile(draw: Random) -> str:
    first, rest = f"07{draw.choice('02369')}", _digits(draw, 7)
    forms = (
        f"{first}{rest}",
        f"{first}-{rest[:3]} {rest[3:5]} {rest[5:]}",
        f"+46{first[1:]}{rest}",
    )
    return draw.choice(forms)


def _phone(draw: Random) -> str:
    return f"Telefon: {draw.choice(('08', '0243', '031', '040', '023'))}{_digits(draw, 7)}"


def _amount(draw: Random) -> str:
    digits = str(draw.randrange(10**9, 10**10))
    return draw.choice((f"{digits} kr", f"{digits[0]} {digits[1:4]} {digits[4:7]} {digits[7:]}"))


def _bankgiro(draw: Random) -> str:
    return f"{_digits(draw, draw.choice((3, 4)))}-{_digits(draw, 4)}"


def _ocr(draw: Random) -> str:
    payment = _digits(draw, draw.choice((7, 9, 11, 13)))
    return f"OCR {payment}{check_digit(payment)}"


def _period(draw: Random) -> str:
    begin = date(2015, 1, 1) + timedelta(days=draw.randrange(3_000))
    end = begin + timedelta(days=draw.randrange(1_500))
    return draw.choice(
        (f"{begin:%Y%m%d}-{end:%Y%m%d}", f"{begin:%y%m%d}-{end:%y%m%d}", f"{begin} {end.year}")
    )


def _digits(draw: Random, count: int) -> str:
    return "".join(draw.choices("0123456789", k=count))
