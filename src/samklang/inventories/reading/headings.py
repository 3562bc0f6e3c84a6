"""Puts a heading together: broken over lines, or run together with the page below it."""

from __future__ import annotations

import re

from samklang.inventories.reading.facts import Certainty, Fact
from samklang.inventories.reading.first_lines import (
    LONGEST_LINE,
    LONGEST_TITLE,
    SHORT_LINE,
    is_long_name,
)
from samklang.inventories.reading.page_heads import PAGE, name_around
from samklang.inventories.reading.running_text import Document, unbroken
from samklang.inventories.reading.title_blocks import end_of_block

_HAS_CONTENTS = re.compile(r"\bINNEHÅLL|\bInnehållsförteckning")
_FLAT_TITLE = re.compile(
    r"(?:\b[A-ZÅÄÖ][a-zåäö]+(?: [a-zåäö]+){0,4} [-–] )?"
    r"\b(?:(?:Granskning|Utvärdering|Uppföljning|Revidering) av|Kallelse till"
    r"|(?:\w*[Öö]verenskommelse|\w*[Aa]vtal) (?:om|mellan|för|avseende|gällande|kring))\b"
)
DANGLING = re.compile(
    r"(?:\b(?:och|eller|om|för|med|mellan|kring|i|av|till|vid|avseende|rörande|samt|på|en|ett|den"
    r"|inom|genom|under|hos|från|mot|gällande|angående|beträffande|enligt|efter|inför|över"
    r"|mellom|mellem)|[,–-])\Z"
)
# What stands below a title, where a page was run together: a page's mark, or its first heading.
_BODY = re.compile(
    r"(?<=[\wåäö).,–-]) (?:(?:(?:Beskrivning|Dokument|Blad|Sida) )?\d{1,3} ?\(\d{1,3}\)(?= \S)"
    r"|Sid(?:a|an)? \d|Sammanträdesda(?:tum|g)\b|Plats och tid|Beslutande\b|Ledamöter [A-ZÅÄÖ]"
    r"|Föredragande\b|Ärendebeskrivning|Ärendenummer|Diarienr|Diarienummer|Dnr\b|Handläggare\b"
    r"|Innehållsförteckning|Innehåll \d"
    r"|Transkript\b|Storlek: px|Antal sidor\b"
    r"|Härmed (?:[a-zåäö]{4,}s|får)\b|Mellan (?:nedan|undertecknad)[a-zåäö]+\b)"
)
# Where a letter or an agreement begins, on a line of its own.
_BEGINS_BODY = re.compile(
    r"(?:Härmed|Bifogat|Mellan (?:nedan|undertecknad|följande)[a-zåäö]*|Bakgrund|Denna|Detta) "
)
# 'genom Räddningsförbundet' and its name on the next line.
_UNNAMED = re.compile(r"(?:förbundet|polisområde|\bRegion|\bStiftelsen|\bLandstinget)\Z")
_BARE_NAME = re.compile(
    r"(?!Parter|Syfte|Mål|Inledning|Avtal)[A-ZÅÄÖ][\wåäö-]+(?: [A-ZÅÄÖ][\wåäö-]+)?"
    r"(?: (?:och|samt|om) [^\n]+| \d{4}(?: ?[-–] ?\d{4})?)?"
)
# 'TILLÄGGSAVTAL TILL HYRESAVTAL', 'Lokal överenskommelse': what it is about on the next line.
_KIND_ALONE = re.compile(
    r"(?:[A-ZÅÄÖ]{0,20}(?:AVTAL|ÖVERENSKOMMELSE)(?: TILL )?){1,3}"
    r"|(?i:(?:(?:lokal|regional|gemensam|länsgemensam)t? )?(?:rutin och )?"
    r"(?:\w*(?:avtal|överenskommelse)|uppdrags(?:beskrivning|handling|direktiv)|\w*rapport)"
    rf"(?: {PAGE})?)"
)
# 'Avtal om jour', and '– kartläggning och förslag' below it
_SUBTITLE = re.compile(r"[–-] [a-zåäö]{3,} [^.:\n]{3,80}(?<![,;])\Z")
_SIDE = re.compile(r"\s[Ss]ida? \d+ ?(?:\(\d+\)|av \d+|/ ?\d+)\Z")
_PAGE_AFTER = re.compile(rf" {PAGE}\Z", re.IGNORECASE)
_ITS_MATTER = re.compile(
    r"(?!(?:Parter|Mellan|Avtal|Syfte|Bakgrund|Inledning|Innehåll|Datum|Version|Giltig|Gäller|Mål"
    r"|Uppdrag|Utgångspunkt|Definition|Allmän|Förord|Förutsättning|Organisation|Deltagare|Ansvar"
    r"|Omfattning|Dokument|Beslut|Antag|Fastställ|Upprätta|Utarbeta|Reviderad|Vilka|Roller|Denna"
    r"|Detta|Följande|Härmed|Region|Landsting)\w*\b)"
    r"[A-ZÅÄÖ][a-zåäö][^.:\n]{8,200}(?<![\d,])"
)
# These may be said in a title, unless it is long already.
_PERHAPS_BODY = re.compile(
    r"(?<=[a-zåäö)\d]) (?:Bakgrund|Inledning|Sammanfattning|Syfte|Förslag till beslut|Innehåll"
    r"|Beslutsunderlag|Ärendet|Parter) "
)
_CALLED = re.compile(r"(?<=[a-zåäö]{3}) mellan [^.\n]{3,160}?, nedan (?:kalla|benämn)")
# What a page's link says of the file that it leads to, and a program of the one that it wrote.
_LINK = re.compile(
    r"[\s,]*(?:[\s,(]\(?(?:pdf|docx?|word)\b(?:-(?:fil|format|dokument))?[^()\n]{0,40}\)?"
    r"|\.(?:pdf|docx?|odt|rtf)|[\s,(]+(?:öppnas i|länk till)\b[^()\n]{0,60}\)?)\Z",
    re.IGNORECASE,
)
_WRITTEN_IN = re.compile(r"Microsoft (?:Office )?(?:Word|PowerPoint) - ", re.IGNORECASE)
# A host's name for a file may begin in the middle of a sentence.
_MIDWAY = re.compile(
    r"(?:och|eller|samt|som|att|av|för|med|till|kring|vid|hos|inom|från|mellan|på|i|beträffande"
    r"|avseende|rörande|gällande) [^\n]"
)
# The number that a title is registered under stands before it in a head of columns.
_GLUED = re.compile(r"(?<=[a-zåäö)\d]) ?(?:Diarienummer|Dnr):? [^\s,;]{4,30}\Z")
_REGISTERED = re.compile(
    r"\A(?:[A-ZÅÄÖ]{2,4} )?[A-ZÅÄÖ]{1,5}[- ]?(?:19|20)\d\d[-/:]\d{2,6} (?=[A-ZÅÄÖ])"
)
# 'Tilläggsavtal till avtal om boende, tecknat 2031-03-14': when the other was made.
_MADE = re.compile(
    r",? \(?(?:(?:under)?tecknat|daterat|ingånget|upprättat|träffad|(?:under)?tecknad|daterad)"
    r" (?:den )?(?:\d{4}-\d\d-\d\d|\d{1,2} [a-zåäö]{3,9} \d{4})\)?\Z"
)
# 'Överenskommelse om … i', and the county on a line of its own.
_WANTS_PLACE = re.compile(
    r"(?:överenskommelse|avtal)\b.*"
    r"(?: (?:i|för|mellan|inom|och|landstinget|region|kommunerna|lokalpolisområde)"
    r"|\bmellan\b.*,)\Z",
    re.IGNORECASE,
)
# 'AVTAL', and on the next line 'MELLAN …' or 'OM …'
_OF_KIND = re.compile(r"(?:MELLAN|OM|ANGÅENDE|AVSEENDE|BETRÄFFANDE|GÄLLANDE|RÖRANDE) [A-ZÅÄÖ]")
# 'Samverkansöverenskommelse 2031–2034', and whose it is on the next line
_KIND_AND_YEARS = re.compile(r"\w*(?:avtal|överenskommelse) \d{4}(?: ?[-–] ?\d{4})?", re.IGNORECASE)
_BETWEEN = re.compile(r"[Mm]ellan [A-ZÅÄÖ]")
_BETWEEN_OR_YEARS = re.compile(rf"{_BETWEEN.pattern}[^\n]*[^.\n]|\d{{4}} ?[-–] ?\d{{4}}")
_WHOSE = re.compile(r"[A-ZÅÄÖ][^.:\n]* (?:och|samt) [^.:\n]{3,100}")
_JOINS = re.compile(r"(?:OCH|SAMT|OM|FÖR|AV|I|MELLAN|AVSEENDE|GÄLLANDE)\b")
_SHORTEST = 12
_HALF_WORD = re.compile(r" [\wåäö]+-\Z")  # 'hälso-', of 'hälso- och sjukvård'
_PREFIX = re.compile(r"[A-ZÅÄÖ][a-zåäö]+ ")


def heading_from(document: Document, lines: list[tuple[int, str]]) -> Fact[str]:
    """Put a heading together that is broken over several lines."""
    if found := name_around(lines):
        words, span = found
        return document.fact(tidy(words), span, Certainty.DERIVED, "first_heading")
    start, title, is_whole = _begun(*lines[0])
    end, block_end = start + len(title), end_of_block(document, start)
    for next_start, line in lines[1:] if is_whole else ():
        if line == title:  # a host repeats it
            continue
        goes_on = next_start < block_end or _goes_on(title, line)
        if body_at(line) is not None or not goes_on:
            break
        title, end = f"{_PAGE_AFTER.sub('', title)} {line}", next_start + len(line)
    return document.fact(tidy(title), (start, end), Certainty.DERIVED, "first_heading")


def _begun(start: int, title: str) -> tuple[int, str, bool]:
    """Cut a first line where its title begins and ends; say whether it may go on below."""
    if (len(title) > LONGEST_LINE and not is_long_name(title)) or _HAS_CONTENTS.search(title):
        opens = _opening(title)
        start, title = start + opens, title[opens:]
        title = title[: _cut(title)]
    body = body_at(title)
    return (start, title, True) if body is None else (start, title[:body], False)


def _opening(line: str) -> int:
    """Find where the title begins in a page that was flattened to one line."""
    found = _FLAT_TITLE.search(line, 0, LONGEST_TITLE)
    if found is None or _PREFIX.fullmatch(line, 0, found.start()):
        return 0
    return found.start()


def _goes_on(title: str, line: str) -> bool:
    is_too_long = len(title) + len(line) > LONGEST_TITLE
    if is_too_long or title[-1] in ".:" or _BEGINS_BODY.match(line):
        return False
    is_name = _UNNAMED.search(title) and _BARE_NAME.fullmatch(line)
    if is_name or _SUBTITLE.match(line):
        return True
    if _KIND_AND_YEARS.fullmatch(title):
        return bool(_WHOSE.fullmatch(line) or _BETWEEN.match(line))
    if _KIND_ALONE.fullmatch(title):
        goes_on = _BETWEEN_OR_YEARS.fullmatch(line) or line[:1].islower()
        return names_matter([title, line]) or bool(goes_on)
    # In capitals a line goes on as it would in small letters.
    if title.isupper() and line.isupper():
        return bool(DANGLING.search(title.lower()) or _JOINS.match(line))
    return bool(DANGLING.search(title)) or line[:1].islower()


def names_matter(lines: list[str]) -> bool:
    """Tell whether the first of two lines is a kind alone and the second what it is about."""
    if len(lines) == 1 or not _KIND_ALONE.fullmatch(lines[0]):
        return False
    return is_matter(lines[1]) or bool(_OF_KIND.match(lines[1]))


def is_matter(line: str) -> bool:
    """Tell whether a line may say what a document is about, and heads none of its sections."""
    return bool(_ITS_MATTER.fullmatch(line))


def _cut(line: str) -> int:
    """Cut a flattened first line where its title seems to end."""
    ends = re.search(
        r"(?<=[a-zåäö)\d])\.? (?:INNEHÅLL|Dokumenttyp|Innehåll|Datum|Plats|Sida|\d\. )"
        r"|(?<=[A-ZÅÄÖ]) (?=1\.? [A-ZÅÄÖ]{4})|(?=[.!?:] )",
        line,
    )
    end = max(1, ends.start()) if ends else LONGEST_LINE
    return end if end <= LONGEST_TITLE else max(1, line.rfind(" ", 0, LONGEST_LINE))


def body_at(title: str) -> int | None:
    """Say where a title goes on into what stands below it, when it does."""
    body = _BODY.search(title, _SHORTEST)
    if body is None and len(title) > SHORT_LINE:
        body = _PERHAPS_BODY.search(title, _SHORTEST)
    if body is None:
        return None
    cut = title[: body.start()]
    while dangling := _HALF_WORD.search(cut) or DANGLING.search(cut):
        cut = cut[: dangling.start()].rstrip()
    return len(cut) or body.start()


def above_sides(line: str) -> str:
    """Cut a name where a sentence on its sides goes on below it: '… mellan A, nedan kallat a'."""
    found = _CALLED.search(line)
    return line[: found.start()] if found else line


def wants_more(line: str, *, begun: bool) -> bool:
    """Tell whether a name goes on with a place, or with more of its sides."""
    is_short = len(line) <= LONGEST_LINE
    goes_on = begun and (line[-1] == "," or DANGLING.search(line.lower()))
    wants = _WANTS_PLACE.search(line) or _KIND_AND_YEARS.fullmatch(line)
    return is_short and bool(goes_on or wants)


def begins_midway(line: str) -> bool:
    """Tell whether a line is the rest of a sentence."""
    return bool(_MIDWAY.match(line))


# Which page of how many, after the name.
_PAGE = re.compile(r"(?<=\w) \d{1,2} ?\(\d{1,2}\)\Z")


def tidy(title: str) -> str:
    tidy = unbroken(" ".join(_SIDE.sub("", title).split())).strip(" .:|*,")
    named = _PAGE.sub("", tidy)
    tidy = named if " " in named else tidy
    tidy = _LINK.sub("", _WRITTEN_IN.sub("", tidy)) or tidy
    tidy = _MADE.sub("", _GLUED.sub("", tidy))
    return _REGISTERED.sub("", tidy.lstrip("#").strip())
