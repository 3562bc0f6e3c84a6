"""Municipalities named together: 'kommunerna i X län', 'länets kommuner', 'X läns kommuner'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from samklang.inventories.reading.vocabulary import Vocabulary

_NUMBER_WORD = (
    r"(?:\d{1,2}|två|tre(?!t)|fyra|fem(?!t)|sex(?!t)|sju(?!t)|åtta|nio|tio|elva|tolv"
    r"|(?:tret|fjor|fem|sex|sjut|ar|nit)ton|(?:tjugo|trettio|fyrtio)\w*)"
)
_COLLECTIVE = re.compile(
    rf"\b(?:undertecknande kommun(?:er)?|[Ll]änets (?:alla |samtliga )?(?:{_NUMBER_WORD} )?kommuner"
    rf"|(?:[Ss]amtliga |[Aa]lla |[Dd]e (?={_NUMBER_WORD} ))?(?:{_NUMBER_WORD} )?[Kk]ommuner(?:na)?"
    r"(?: i (?P<where>länet"
    r"|(?:(?:nord|syd)?(?:västra|östra)|norra|södra|mellersta) [A-ZÅÄÖ]\w+(?: län)?"
    r"|(?:(?:Väst|Öst|Nor|Söd)\w*ra )?[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ]\w+(?= län))?(?: län)?))?"
    rf"|[A-ZÅÄÖ]\w+s {_NUMBER_WORD} kommuner"
    # 'de halländska kommunerna', 'de sex halländska kommunerna'
    rf"|[Dd]e (?:{_NUMBER_WORD} )?"
    r"(?P<of>(?!svenska|nordiska|små|övriga)[a-zåäö]{3,}ska) kommunerna)\b"
)
_OF_COUNTY = re.compile(
    r"\b(?P<where>(?:(?:Väst|Öst|Nor|Söd)\w*ra )?[A-ZÅÄÖ]\w+?)(?: läns|s?)"
    r"(?: samtliga| alla)? kommuner\b"
)
_OF_COUNTY_RANK = 2


def collectives(
    text: str, vocabulary: Vocabulary, zone: tuple[int, int]
) -> Iterator[tuple[str, int, tuple[int, int]]]:
    """Yield each name in a stretch of text, how exactly it names them, and where it stands."""
    for found in _COLLECTIVE.finditer(text, *zone):
        if found.group().casefold() != "kommuner":
            yield _collective_name(found), _rank(found), found.span()
    for found in _OF_COUNTY.finditer(text, *zone):
        if {found["where"], f"{found['where']} län"} & vocabulary.county_words.keys():
            yield found.group(), _OF_COUNTY_RANK, found.span()


def _rank(found: re.Match[str]) -> int:
    words = found.group().casefold()
    if words.startswith("undertecknande"):
        return 4
    if found.group("where") and found.group("where") != "länet":
        return 3
    if "länet" in words or found.group("of"):
        return 2
    return 1 if any(character.isdigit() for character in words) else 0


def _collective_name(found: re.Match[str]) -> str:
    """Write 'kommuner i X län' as 'kommunerna i X län' where the text does so too."""
    name = " ".join(found.group().split())
    definite = re.sub(r"\Akommuner(?=\s|\Z)", "kommunerna", name)
    return definite if definite in found.string else name
