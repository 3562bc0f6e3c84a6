"""Where a text tells who is on either side of an agreement."""

from __future__ import annotations

import re
from collections.abc import Iterator

from samklang.inventories.reading.other_papers import opening
from samklang.inventories.reading.running_text import Document

Zone = tuple[int, int]

_BETWEEN = re.compile(
    r"\b[Mm]ellan[:;]?\s|\b(?:[Ss]amtliga|[Bb]ägge|[Bb]åda|[Aa]lla) parter, "
    r"|\b[Gg]emensam(?:t|ma)?(?: riktlinjer)? för "
    r"|\bför (?=(?:Region|Landstinget|regionen|landstinget|länets|kommunerna)\b[^.\n]{2,60} och )"
)
# 'Avtalsparter i detta avtal är kommunerna i X och Region X'
_PARTIES_ARE = re.compile(
    r"\b(?:[Aa]vtalsparter|[Pp]arter)(?:na)? "
    r"(?:(?:i|till|för) (?:denna|detta|avtalet|överenskommelsen)[^.\n]{0,30}? )?är:?\s"
    r"|\b[Gg]emensamt? (?:\w*nämnd|organisation|förvaltning|\w*jour|\w*verksamhet|\w*kansli"
    r"|\w*kontor|\w*enhet) för\s"
    r"|\b(?:[Ff]öljande (?:kommuner|parter)|[Ss]amverkande kommuner)\b[^.:\n]{0,60}:\s"
)
# 'Riktlinjerna har tagits fram gemensamt av A och B', 'Överenskommelsen gäller för A och för B'
_MADE_BY = re.compile(
    r"\b(?:tecknats|ingåtts|undertecknats|tagits fram|framtag(?:en|et|na|its)|utarbetats"
    r"|arbetats fram)"
    r"(?: gemensamt| tillsammans)? av\s"
    r"|\b(?:överenskommelsen|avtalet|riktlinje(?:n|rna))\b[^.\n]{0,60}? gäller för\s"
    r"|\b(?:överenskommelsen|avtalet) (?:beskriver|reglerar|anger|tydliggör) hur\s"
    r"|\bbakom (?:överenskommelsen|avtalet) står\s",
    re.IGNORECASE,
)
# 'och nedanstående kommuner': the names of all of them after a colon.
_LISTED_AFTER = re.compile(r"[Kk]ommuner(?::|, nämligen)\s+(?=[A-ZÅÄÖ])[^.;:]{3,500}")
_LISTED_BELOW = re.compile(r"(?:nedan(?:stående| angivna|nämnda)|följande) parter[^:\n]{0,60}:\s")
_BETWEEN_STOPS = re.compile(
    r"\s(?:om|avseende|gällande|rörande|angående|kring|har|för personer|för barn"
    r"|finns|vad gäller|i fråga|beträffande|daterad|undertecknad|i syfte|för att)\s"
    r"|[.;:](?:\s|\Z)|\n\n"
    r"|\s\d{1,2} \d{1,2}(?:\.\d)? [A-ZÅÄÖ]"  # a table of contents
)
_OF_AGREEMENT = re.compile(
    r"överenskommelse|avtal|avsiktsförklaring|partnerskap|framtagen|tecknats|ingåtts|\bsamsyn"
    r"|\bdokumentet|\w+dokumentet|riktlinje|\bsamarbete \Z|\bsamarbetsprojekt \Z",
    re.IGNORECASE,
)
# 'Mellan kommunerna och regionen finns nu ett avtal': the agreement stands after its sides.
_THEN = re.compile(
    r"[^.\n]{5,160}?\b(?:finns|tecknas|tecknades|ingås|ingicks|träffas|träffades)\b[^.\n]{0,40}?"
    r"(?:avtal|överenskommelse)"
)
# 'bygger på överenskommelsen mellan A och B': whose agreement this one builds on.
_BUILDS_ON = re.compile(
    r"\b(?:bygger|vilar|grundas|grundar sig) på\b|\butgår i?från\b|\bmed utgångspunkt i\b",
    re.IGNORECASE,
)
_FLAT_HEADING = re.compile(
    r"\s(?:\d{1,2}\.? |§ ?\d{1,2} )?(?:Inledning|Bakgrund|Syfte|Avtalets|Parter)\b"
)
_AGREEMENT = r"(?:avtal|överens|avsiktsförklaring)"
# 'A och B har beslutat om en överenskommelse': the subject made it.
_MADE = re.compile(
    r"\bhar (?:\w+ ){0,3}?(?:kommit överens|överenskommit)(?= med\b)"
    r"|\b(?:har|som) (?:\w+ ){0,3}?(?:beslutat om|tecknat|ingått|kommit överens|överenskommit"
    r"|träffat|slutit|enats|skrivit|undertecknat|tagit fram|arbetat fram|utarbetat)\b[^.\n]{0,60}?"
    + _AGREEMENT
    + r"|\bska (?:ta fram|teckna|ingå)\b[^.\n]{0,40}?"
    + _AGREEMENT
    + r"|\bär (?:överens|eniga) om\b"
    r"|\b(?:skriver|tecknar|sluter|träffar|ingår)(?: på| under)? (?:[a-zåäö]+ ){0,3}?"
    + _AGREEMENT
    + r"|(?<= kommuner) har (?:\w+ ){0,3}?(?:\w*samverkan|\w*samarbete)\b"
)
# 'Nu har A och B skrivit på ett avtal': the subject stands inside the verb.
_HAVE_WRITTEN = re.compile(
    r"\bhar (?P<sides>[^.\n]{5,160}?) (?:tecknat|ingått|träffat|slutit|skrivit|undertecknat"
    r"|tagit fram|arbetat fram|utarbetat)"
    r"(?: på| under)? (?:(?:ett|en|det|den) [^.\n]{0,40}?)?" + _AGREEMENT
)
# 'Nu har A och B enats om hur'
_HAVE_AGREED = re.compile(r"\b[Nn]u har (?P<sides>[^.\n]{5,120}?) (?:enats|kommit överens) om\b")
# 'Avtal som A och B har ingått'
_THAT_THEY = re.compile(
    r"(?:avtal|överenskommelse)\w* som (?P<sides>[^.,\n]{5,120}?) har "
    r"(?:ingått|tecknat|träffat|slutit|tagit fram)\b"
)
# 'De avtal och överenskommelser som A har med B'
_THAT_HAVE = re.compile(
    r"(?:avtal|överenskommelse)\w* som "
    r"(?P<sides>[^.,\n]{5,120}? har (?:med|tillsammans med) [^.,\n]{3,80})"
)
# 'I går skrev A och B på ett avtal': the subject stands after the verb.
_WROTE = re.compile(
    r"\b(?:skrev|tecknade|tecknar|ingick|träffade|slöt|undertecknade) "
    r"(?P<sides>[^.\n]{5,160}?)(?: på| under)? (?:ett|en|det|den) [^.\n]{0,40}?" + _AGREEMENT
)
# 'A har tecknat en avsiktsförklaring med B om två lokaler'
_WITH = re.compile(r"(?:[^.,\n]{0,80}?|[^.\n]{0,80}?, )\bmed\s(?:både )?")
_TOGETHER = re.compile(r"tillsammans med\s")
# A memo's own side is not said: 'teckna avtal med B', 'gemensam nämnd med B och C'.
_OURS_WITH = re.compile(
    r"\b[Gg]emensam(?:t|ma)? [\wåäö]+ med\s"
    r"|(?:avtal|överenskommelse)\w*(?: (?!mellan\b)[\w-]+){0,5}? med\s"
)
_ONE = re.compile(
    r"(?:överenskommelse|avtal) (?:(?:mellan|om|för|avseende|gällande|angående|rörande)\b|[–-] )",
    re.IGNORECASE,
)
_COUNTYS = re.compile(
    r"\b(?:läns|läns\w+ |regional\w* |övergripande |central\w* )\w*(?:överens|avtal)"
)
_HEADINGS, _LONGEST_HEADING, _WORD = 4, 260, 20
_REACH, _LIST_REACH, _BEFORE = 260, 700, 160


def zones_between(text: str, stop: int, *, is_local: bool = False) -> Iterator[tuple[Zone, bool]]:
    """Yield what follows 'mellan' where it speaks of the agreement; say whether it is a list.

    In a local one it may speak of the county's.
    """
    for found in _BETWEEN.finditer(text, 0, stop):
        before = text[max(0, found.start() - _BEFORE) : found.start()].rpartition(". ")[2]
        if _BUILDS_ON.search(before) or (is_local and _COUNTYS.search(before)):
            continue
        is_of_it = _OF_AGREEMENT.search(before) or _THEN.match(text, found.end())
        if is_of_it or not before.strip():
            yield _zone(text, found.end())
    for pattern in (_PARTIES_ARE, _MADE_BY):
        for found in pattern.finditer(text, 0, stop):
            yield _zone(text, found.end())


def _zone(text: str, start: int) -> tuple[Zone, bool]:
    """Say how far 'mellan' reaches: to what it is about, or through the list below it."""
    if below := _LISTED_BELOW.match(text, start):
        stop = min(len(text), below.end() + _LIST_REACH)
        ends = _FLAT_HEADING.search(text, below.end(), stop)
        return (below.end(), ends.start() if ends else stop), True
    stop = min(len(text), start + _REACH)
    ends = _BETWEEN_STOPS.search(text, start, stop)
    if ends and (listed := _LISTED_AFTER.match(text, max(start, ends.start() - len("kommuner")))):
        return (start, listed.end()), False
    return (start, ends.start() if ends else stop), False


def zones_of_makers(document: Document, stop: int) -> Iterator[tuple[Zone, bool]]:
    """Yield the subjects of sentences that say who has made an agreement.

    Who has made the county's are no sides of a local one that tells of it.
    """
    for found in _made_here(document, _MADE, stop):
        start, _ = document.sentence(*found.span())
        yield (start, found.start()), True
        if with_whom := _WITH.match(document.text, found.end()):
            yield _zone(document.text, with_whom.end())
    for pattern in (_WROTE, _HAVE_WRITTEN, _HAVE_AGREED, _THAT_THEY, _THAT_HAVE):
        for found in _made_here(document, pattern, stop):
            start, end = found.span("sides")
            if _TOGETHER.match(document.text, start):  # 'A har tillsammans med B ingått avtal'
                start, _ = document.sentence(*found.span())
            yield (start, end), True


def _made_here(document: Document, pattern: re.Pattern[str], stop: int) -> Iterator[re.Match[str]]:
    is_local = "lokal" in opening(document)
    for found in pattern.finditer(document.text, 0, stop):
        if not (is_local and _COUNTYS.search(document.flat, found.start(), found.end() + _WORD)):
            yield found


def zones_with(text: str, stop: int) -> Iterator[Zone]:
    """Yield what follows 'avtal med' in a paper of somebody who speaks of himself as 'we'."""
    for found in _OURS_WITH.finditer(text, 0, stop):
        yield _zone(text, found.end())[0]


def heads_one(document: Document, lines: int = _HEADINGS) -> bool:
    """Tell whether a heading above the text is that of one agreement: 'Överenskommelse om …'."""
    heads = (words for _, words in document.paragraphs[:lines] if not words.endswith("."))
    return any(len(head) < _LONGEST_HEADING and _ONE.search(head) for head in heads)
