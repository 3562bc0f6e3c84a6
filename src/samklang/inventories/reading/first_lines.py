"""The first lines of a document, and which of them are a letterhead's: no title among those."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from samklang.inventories.reading.document_words import NAMES_ITSELF, NAMES_OF
from samklang.inventories.reading.letterheads import names_only_senders
from samklang.inventories.reading.running_text import Document
from samklang.inventories.reading.vocabulary import Vocabulary

LONGEST_TITLE, LONGEST_LINE, SHORT_LINE = 260, 200, 120
_LOOKED_AT, _MENU, _LONGEST_NAME = 14, 40, 400
_LONG_NAME = re.compile(
    r"(?:\w+[at] )?\w*(?:överenskommelse|avtal|avsiktsförklaring) (?:mellan|om|för|kring)"
    r"(?: (?!(?:är|har|ska|skall|kan|finns|gäller|innebär|syftar)\b)[^\s.;]+)+",
    re.IGNORECASE,
)
NOT_A_TITLE = re.compile(
    r"(?:\d{4}-\d\d-\d\d.*|\d{1,3}:\d{1,3}|datum.*|dnr.*|diarien.*"
    r"|ärende(?:nr|nummer|beteckning)\b.*|vår beteckning.*|postadress.*"
    r"|adress.*|sid(?:a|an)? \d.*|\d+ ?\(\d*|handläggare:?.*"
    r"|innehåll(?:sförteckning)?\b.*|bilaga \w+|bilagor|version .*|[\d .()/-]+|utkast|förslag"
    r"|sammanträdesdatum\b.*|plats och tid\b.*|beslutande|närvarande|paragraf(?:er)?\b.*"
    r"|nyhet(?:er)?\b.*\bpublicera.*"
    # Names that somebody has hidden.
    r"|.*\bx{4,}\b.*|från [\w -]{3,60}kansli\b.*"
    r"|bakgrund|inledning|syfte|sammanfattning|[\w, ]{3,40} från \w+departementet"
    r"|(?-i:[A-ZÅÄÖ]{2,8})[ /-]?(?:\d{4}[/:-]\d+|\d+[/:-]\d{4})\b[\d .:-]*"
    r"(?:(?-i:[A-ZÅÄÖ])[a-zåäö]+)?"
    r"|.*\b(?:publikations|rapport|skrift)serie\b.*|rapport(?: ?nr)?:? ?\d[\d:/ -]*"
    r"|[A-ZÅÄÖ]{1,5}-[A-ZÅÄÖ]{2,5}\d\d-\d{3,5}|remiss|\d{1,2}\.\d[^\n]* \d{1,3}|is[bs]n.*|förord"
    r"|upprätta[dt](?: av| den)?:? .*"
    r"|revider(?:ad|at|t|et):?(?: den)?(?: \d{1,2}\.?)?(?: (?:jan|feb|mar|apr|ma[ij]|ju[nl]|aug"
    r"|sep|o[kc]t|nov|de[cs])\w*)? \d{4}[\d-]*"
    r"|till (?:statsrådet|regeringen)\b.*|\w+departementet|\w+ (?:dnr|diarienr)\b.*"
    r"|(?=.*\d{6})(?-i:(?:[\W\d_]|\b[A-ZÅÄÖ]{1,4}\b)+)"
    r"|[\W_]*|.*@.*|(?:https?://|www\.).*|tel(?:efon)?:? .*|org\.? ?nr.*"
    # The labels of a table in one row, and the row of its values.
    r"|.*\b(?:giltigt?|gäller) (?:från|fr\b|till|t\.? ?o\.? ?m)\b.*"
    r"|(?:[\w ]{3,40} )?författningssamling"
    # A region's care, as whoever sends the paper.
    r"|(?:primärvården|vårdcentralen|hälsocentralen|närsjukvården)(?: i)? (?-i:[A-ZÅÄÖ])[\w–-]+"
    r"(?: [\w–-]+)?"
    r"|(?-i:[A-ZÅÄÖ](?:[.-]?[A-ZÅÄÖ])?\.? [A-ZÅÄÖ][a-zåäö]+)"  # whoever handles it
    r"|(?:kommunstyrelserna|socialnämnderna|regionstyrelsen)\b[^.\n]{0,80}"
    r"|(?:lokal)?polis(?:område|region) [\w ]{3,30}"
    r"|(?:utgåva|version|revision)(?: \d[\d.]*)?|dokument(?:ägare|n(?:r|ummer))\b.*"
    r"|[^\d\n]{0,60} \d{4}-\d\d-\d\d (?:\d{4}-\d\d-\d\d\b.{0,60}"
    r"|(?-i:[A-ZÅÄÖ]{1,5})[ /-]?\d[^ \n]*)"
    r"|(?:giltigt?|gäller) (?:fr\.? ?o\.? ?m|från|t\.? ?o\.? ?m|till)[^\d\n]{0,20}\d{4}-\d\d.*"
    # A form's account of itself, and a letterhead laid out as a table.
    r"|dokument(?:et|ansvarig)\b.*|hitta i dokumentet|gäller för: .*|remissversion\b.{0,40}"
    r"|transaktion(?:sid\w*)?:? [\w-]{8,}.*|(?:digitalt )?signerat\b.*"
    # The values of a table's row of labels.
    r"|[^\n]{0,60}\d{4}-\d\d-\d\d, § ?\d+.*"
    # Marks of a list without its items, and a name that a program has given.
    r"|[a-zåäö]\)(?: [a-zåäö]\)){0,9}|[\w-]+[._#][\w.#-]*"
    r"|x[x\W\d]*|\|.*\b(?:org\.? ?nr|bankgiro|www)\b.*|.{1,3})",
    re.IGNORECASE,
)
# 'Startsida / Samverkan / Hemsjukvård', or one below the other: the steps that lead to a web page.
_TRAIL = re.compile(
    r"(?:Du är här:? |(?:Start|Startsida|Hem|Hem/Start) [/>›»|] )[^/>›»|\n]{2,60} [/>›»|] ",
    re.IGNORECASE,
)
_FIRST_STEP, _STEP = re.compile(r"1\. (?:Start|Startsida|Hem)"), re.compile(r"\d\. [^.]{2,60}")
_LABELS_IN_ROW = re.compile(
    r"(?:(?:dokument(?:typ|ägare|namn|-?id|nr|nummer|ansvarig)|ansvarig(?: verksamhet)?|version"
    r"|utgåva(?: nr)?|antal sidor|fastställ(?:are|d|t)(?: av)?|godkän[dt](?: av| datum)?"
    r"|diarie(?:nr|nummer)|processägare|utfärdare|beslutad av|datum|sida"
    r"|giltigt? (?:fr\.? ?o\.? ?m\.?|t\.? ?o\.? ?m\.?|från|till))(?: |\Z)){2,}",
    re.IGNORECASE,
)
_INNER_STOP = re.compile(r"[a-zåäö)]\. [A-ZÅÄÖ]")
_SENDER = re.compile(
    r"Till:?|(?:Till )?(?:(?!(?:från|om|för|av|till) )[\w-]+ ){0,3}[\w-]*"
    r"(?:nämnden|styrelsen|utskottet|förvaltningen|kontoret|staben|kansliet"
    r"|avdelningen|direktionen|revisionen|revisorerna)(?: i [A-ZÅÄÖ]\w+)?"
    r"(?: \d{4}-\d\d-\d\d\b.*)?",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(r"[Tt]ill:? (?:(?:länets|kommunens|samtliga) |[A-ZÅÄÖ])[^.\n]{2,70}")


def title_lines(document: Document, vocabulary: Vocabulary) -> Iterator[tuple[int, str]]:
    """Yield the first lines that can say what the document is, without the web site's own words."""
    seen, are_values = 0, False
    below = max(_trail_end(document), _menu_end(document))
    for start, paragraph in document.paragraphs:
        if start < below:
            continue
        if seen >= _LOOKED_AT:
            return
        words = paragraph.strip(" •")
        # The values of a row of labels stand below it.
        is_value, are_values = are_values, bool(_LABELS_IN_ROW.fullmatch(words))
        if is_value or are_values:
            continue
        is_site = len(words) <= LONGEST_TITLE and vocabulary.site_line.fullmatch(words)
        if not words or is_site:
            continue
        seen += 1
        yield start, paragraph


def _trail_end(document: Document) -> int:
    """Say where the steps that lead to a web page end: what stands above them is the site's."""
    near = document.paragraphs[:_MENU]
    for i, (start, line) in enumerate(near):
        if _TRAIL.match(line):
            return start + 1
        if _FIRST_STEP.fullmatch(line):
            below = (at for at, words in near[i:] if not _STEP.fullmatch(words))
            return next(below, start)
    return 0


def _menu_end(document: Document) -> int:
    """Say where a web page's menu ends that the button for listening stands below."""
    near = document.paragraphs[:_MENU]
    for (_, above), (start, line) in pairwise(near):
        if line == "Lyssna" and above.startswith("•"):
            return start + 1
    return 0


def name_line(lines: list[tuple[int, str]], vocabulary: Vocabulary) -> tuple[int, str]:
    """Return the first line that is no letterhead: no sender, addressee, date or number."""
    named = (
        entry
        for entry in lines
        if not (is_sentence(entry[1]) or is_letterhead(entry[1], vocabulary))
    )
    return next(named, lines[0] if lines else (0, ""))


def is_letterhead(line: str, vocabulary: Vocabulary) -> bool:
    if NOT_A_TITLE.fullmatch(line):
        return True
    if NAMES_ITSELF.search(line) or NAMES_OF["agenda"].search(line):
        return False
    if names_only_senders(line, vocabulary):
        return True
    patterns = (vocabulary.municipality_pattern, vocabulary.region_pattern, _SENDER, _ADDRESSED)
    return any(pattern.fullmatch(line) for pattern in patterns)


def is_long_name(line: str) -> bool:
    """Tell an agreement's name that lists all its sides from a sentence: it has no verb."""
    is_long = LONGEST_LINE < len(line) <= _LONGEST_NAME and line[-1] not in ".:"
    return is_long and bool(_LONG_NAME.fullmatch(line))


def is_sentence(line: str) -> bool:
    if is_long_name(line):
        return False
    ends = line[-1] == "." and " " in line
    goes_on = len(line) > SHORT_LINE and _INNER_STOP.search(line)
    return ends or len(line) > LONGEST_LINE or bool(goes_on)
