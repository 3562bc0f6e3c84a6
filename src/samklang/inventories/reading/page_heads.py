"""What heads a document's pages: its kind in short, above the name that says of what it is."""

from __future__ import annotations

import re

# A page's number, with how many there are: 'Sida 1 av 2', '1(5)'.
PAGE = r"(?:sid(?:a|an)?[.:]? ?)?\d+ ?(?:\(\d+\)|av \d+|/ ?\d+)"
# Whose it is, its kind, its edition and its page: NORRVALLA LANDSTING  AVTAL  1(5)
_PAGE_HEAD = re.compile(
    r"(?:(?-i:[A-ZÅÄÖ])[\wåäö-]* ){0,3}[\w-]+ (?:\d{1,2}(?:\.\d{1,2})? )?"
    + PAGE
    # 'Länsöverenskommelse  2031-03-25  Dnr 801-2031'
    + r"|\w+ \d{4}-\d\d-\d\d(?: \w{1,12})? dnr\b.*"
    # 'NORRVALLA  Uppdragsbeskrivning  2031-03-25'
    r"|(?-i:(?:[A-ZÅÄÖ]{3,} ){0,3})(?:\w*avtal|\w*överenskommelse|uppdragsbeskrivning|\w*rapport)"
    r" \d{4}-\d\d-\d\d"
    # 'REGION NORRVALLA  AVTAL'; 'Region Norrvalla │ Uppdragsdirektiv'
    r"|(?:landstinget|region|[a-zåäö]+ (?:kommun|stad|läns landsting))(?: [a-zåäö]+){0,3}"
    r"(?: [|│])? (?:\w*avtal|\w*överenskommelse|uppdrags(?:beskrivning|direktiv|handling))"
    # 'UPPDRAGSDIREKTIV  Datum  Diarienummer'
    r"|\w+(?: (?:datum|diarienummer|diarienr|dnr|sida))+"
    # 'Region Norrvalla | Avtal | Hjälpmedel  Sida 1 av 5'
    rf"|[^|\n]{{3,60}}(?: \| [^|\n]{{3,80}}){{1,4}} {PAGE}"
    # 'Lokal överenskommelse - hjälpmedel  Sida 1/5'
    r"|[^|\n]{5,90} sid(?:a|an)?[.:]? ?\d+ ?(?:\(\d+\)|av \d+|/ ?\d+)",
    re.IGNORECASE,
)
_KIND_FIRST = r"(?P<kind>\w*(?:överenskommelse|avtal))"
# 'TILLÄGGSAVTAL  1(2)' and 'till avtal om …' below it.
_NUMBERED = re.compile(rf"{_KIND_FIRST} {PAGE} (?=(?-i:[a-zåäö]))(?=.{{5,200}}\Z)", re.IGNORECASE)
# 'AVTAL', 'mellan A och B' in rows, and 'angående …' below them.
_ONLY_BETWEEN = re.compile(
    rf"{_KIND_FIRST} mellan (?:(?! (?:om|avseende|angående|rörande|gällande)\b).){{3,200}}"
    r"(?<!,)(?<! och)(?<! samt)(?<!landstinget)(?<! region)",
    re.IGNORECASE,
)
_ITS_MATTER = re.compile(
    r"(?:\A|(?<= ))(?:angående|avseende|beträffande|rörande|gällande|om) [^\n]{5,160}\Z"
)
_NEAR = 9
_YEARS = r"(?: \d{4}(?: ?[-–] ?\d{4})?| \d)?"
_OF_WHOM = r"(?:(?:lokal|regional|gemensam|länsgemensam)t? )?"
_KIND = (
    _OF_WHOM + r"(?:\w*(?:överenskommelse|avtal|rapport|uppföljning|utvärdering)"
    r"|rutin|riktlinje(?:r)?|vägledning)"
)
# 'Samverkansavtal hjälpmedel', 'SAMVERKANSÖVERENSKOMMELSE 2012 - 2013', 'RAPPORT'
_ONLY_KIND = re.compile(
    rf"{_KIND}(?: (?!(?:om|mellan|för|av|till|nr)\b)[a-zåäö-]+)?{_YEARS}"
    r"(?: [a-zåäö]{1,5} ?\d{4}[-/:]\d+)?",
    re.IGNORECASE,
)
_OF_WHAT = re.compile(
    rf"{_KIND} (?:\w+ ){{0,2}}"
    r"(?:om|för|mellan|av|avseende|angående|rörande|gällande|kring|beträffande)\b.{8,}",
    re.IGNORECASE,
)
# 'Samverkansavtal Familjecentralen Eken, Norrvalla'
_NAMED = re.compile(rf"{_KIND} (?-i:[A-ZÅÄÖ])[^.:\n]{{5,100}}", re.IGNORECASE)


def is_page_head(line: str) -> bool:
    """Tell whether a line is whose page it is, of what kind, and its number."""
    return bool(_PAGE_HEAD.fullmatch(line))


def says_only_kind(line: str) -> bool:
    """Tell whether a line names a kind of document, perhaps with one word for its matter."""
    return bool(_ONLY_KIND.fullmatch(line))


def says_more(head: str, line: str) -> bool:
    """Tell whether a line goes on with what a document is about, whose kind a head has named."""
    return bool(_OF_WHAT.match(line) or (" " not in head and _NAMED.fullmatch(line)))


def name_around(lines: list[tuple[int, str]]) -> tuple[str, tuple[int, int]] | None:
    """Put a name together around the page's number, or around the sides: 'AVTAL … om jour'."""
    start, first = lines[0]
    if numbered := _NUMBERED.match(first):
        return f"{numbered['kind']} {first[numbered.end() :]}", (start, start + len(first))
    if not (between := _ONLY_BETWEEN.fullmatch(first)):
        return None
    for below, line in lines[1:_NEAR]:
        if line[-1] != "." and (matter := _ITS_MATTER.search(line)):
            return f"{between['kind']} {matter.group()}", (start, below + len(line))
    return None
