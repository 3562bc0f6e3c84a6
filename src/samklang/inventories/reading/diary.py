"""The diary numbers a document was registered under."""

from __future__ import annotations

import re
from collections.abc import Iterator

from samklang.inventories.reading.decided_numbers import number_of_region, numbers_of_decisions
from samklang.inventories.reading.facts import Certainty, Fact
from samklang.inventories.reading.kinds import AGREEMENTS
from samklang.inventories.reading.labels import Labelled
from samklang.inventories.reading.number_column import numbers_in_column
from samklang.inventories.reading.party_table import numbers_below, party_rows
from samklang.inventories.reading.running_text import Document

_NUMBER = re.compile(
    r"(?<![\w/-])(?:"
    # RD21/00517, SN 2015.0035, S2018/00212/FST
    r"[A-ZÅÄÖ]{1,6}[ -]?(?:19|20)?\d{2}[/:.-]\d{2,6}(?:-\d{1,4}|/[A-ZÅÄÖ]{2,4}|(?:\.\d{2}){1,3})?"
    r"|[A-ZÅÄÖ]{1,5}/\d{2,4}/\d{2,5}(?:-\d{1,4})?"  # KSL/12/0030, S/20/0008-89
    r"|[A-Z] ?\d{3}\.\d{2,3}(?:\.\d{2,3})?/(?:19|20)\d{2}"  # the police's: A482.117/2019
    r"|[A-ZÅÄÖ]{2,5}/\d{2}-?\d{3,5}"  # UE/110074, LK/98-0876
    r"|[A-ZÅÄÖ]{2,5} \d{4}-\d{3,5}"  # LS 0309-2451
    r"|[A-ZÅÄÖ]{2,5}/\d{4}:\d{1,5}"  # KS/2014:1
    r"|(?:19|20)\d{2}[ /]?[A-ZÅÄÖ]{2,5}[ /-]?\d{1,5}(?: \d{3})?"  # 2021VFN528 779, 2023KS133
    r"|(?:19|20)?\d{2}[A-ZÅÄÖ]{2,4}\d{2,6}"
    r")(?![\w/]|-\d)"
)
_AT_TOP = re.compile(
    r"(?<![\w/-])(?:(?:[A-ZÅÄÖ]{1,4}-(?=[A-ZÅÄÖ]{2}))?"  # LX-LED31-0582
    r"[A-ZÅÄÖ]{1,6}[ -]?(?:19|20)?\d{2}[/.-]\d{2,6}(?:(?:\.\d{2}){2,3}|[-.]\d{1,4}|/[A-ZÅÄÖ]{2,4})?"
    r"|[A-ZÅÄÖ]{1,6}/\d{2,4}/\d{2,5}(?:-\d{1,4})?"
    r"|[A-ZÅÄÖ]{2,5}/\d{2}-?\d{3,5}"  # LX/310074, LX/31-0876
    r"|[A-ZÅÄÖ][a-zåäö]{1,2}[A-ZÅÄÖ]{1,2} (?:19|20)\d\d-\d{3,5}"  # LiX 2031-417
    r"|(?:19|20)\d{2}/?[A-ZÅÄÖ]{2,5}\d{2,5}(?: \d{3})?"
    r"|[A-ZÅÄÖ]{2,5}/\d{4}:\d{1,5}"  # SN/2031:214
    r"|[A-Z] ?\d{3}\.\d{2,3}(?:\.\d{2,3})?/(?:19|20)\d{2}"
    r"|[A-ZÅÄÖ]{2,5} \d{1,5}/(?:19|20)\d\d"  # LTX 1021/2031
    r"|\d{2}[A-ZÅÄÖ]{2,4}\d{3,6})(?![\w/]|-\d)"
)
# Letters and digits that only a label, or a line of its own at the top, makes a number of.
_BARE = r"[A-ZÅÄÖ]{2,5}-?\d{5,8}"
# Right after its label a number may have any form: HMN-HJM18-014, 01852-2019.
_ANY = re.compile(
    r"(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,5}[ /-]?){0,2}\d{2,6}[/:.-]\d{2,6}(?:-\d{1,4})?(?![\w/])"
)
# 'Voo 780/2025' on its own line: a board's letters, a running number, the year.
_MIXED = re.compile(
    r"(?!(?:Nr|Sid|Bil|Del|Mål|Utg|Ver|Maj|Jan|Feb|Mars|Apr|Juni|Juli|Aug|Sep|Okt|Nov|Dec|Möte"
    r"|Punkt|Lag|Dir|Prop|Rev)\b)[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,4} \d{1,5}/(?:19|20)\d\d"
)
_AFTER_LABEL = re.compile(
    r"\b(?:[Dd] ?nr|[Dd]iarie-?nr|[Dd]iarienummer|DNR|[Ää]rendenr|[Ää]rendenummer)\b\.?:? *"
    r"(?:<br ?/?>)?(?:(?:Region|Landstinget) [A-ZÅÄÖ]\w+:? +|[A-ZÅÄÖ]\w+s [Kk]ommuner:? +"
    r"|[A-ZÅÄÖ][\wåäö]{1,19}(?: kommun| stad)?: |[A-ZÅÄÖ][a-zåäö]{4,18} )?"
    r"(?P<number>\d\d [A-ZÅÄÖ]{2,4} \d{2,5}(?!\S)|(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,5}[ /.-]?){0,2}"
    r"\d{2,6}[\w/:.-]{0,18}(?: \d{3,5}(?![\d-]))?)"
)
# 'Datum Diarienummer' with '2025-10-16 RS250411' on the line below, or among a letterhead's words.
_BELOW_LABEL = re.compile(
    r"\b(?:Diarienummer|Diarienr|Dnr)\.?(?: *\n+(?:[^\n]* )?| [^\n]{0,80}? )"
    rf"(?P<number>{_BARE}|{_NUMBER.pattern}) *(?=\n)"
)
# Run together, the labels first and the values after: 'Handläggare Datum Beteckning Eva Ek
# 2031-02-03 ON 2031/0456'. What follows a date may be a number without letters.
_RUN_TOGETHER = re.compile(
    r"\b(?:Ärendebeteckning|Ärendenummer|Ärendenr|Diariebeteckning|Diarienummer|Diarienr|Dnr"
    r"|(?:Vår )?[Bb]eteckning)\b\.?:? [^\n]{0,90}?(?<=[ ])"
    rf"(?P<number>{_NUMBER.pattern}"
    r"|(?<=\d{4}-\d\d-\d\d )(?:19|20)\d\d[/:](?!(?:19|20)\d\d\b)\d{2,6}(?:-\d{1,4})?(?![\w/]))"
)
_OWN_LINE = re.compile(rf"^[ \t]*(?P<number>{_NUMBER.pattern})[ \t]*$", re.MULTILINE)
_OWN_OF_PAGE = re.compile(r"Diarienummer: ?(?P<number>[A-ZÅÄÖ]{0,5} ?\d{2,4}/\d{2,6})(?![\w/-])")
_ANOTHER = re.compile(
    rf"(?:,| och| samt) ?(?P<number>{_NUMBER.pattern}|[A-ZÅÄÖ]{{1,5}} \d{{1,5}}/\d{{2,4}})"
    # a number with another board's letters right after it
    rf"| (?P<next>(?=[A-ZÅÄÖ]{{2,5}}[ /])(?:{_NUMBER.pattern}))"
    # the police's number beside the municipality's, on one line
    rf"|(?: \d(?:\.\d){{1,4}})? +[A-ZÅÄÖ][\wåäö]{{3,20}}: (?P<beside>{_NUMBER.pattern})"
    # 'Diarienummer  Norra 2031/12' and 'Södra: 2031/34' on the line below
    r"|\n(?=[A-ZÅÄÖ])(?![A-ZÅÄÖ]{2,6} )[\wåäö]{3,20}:? (?P<below>(?!(?:19|20)\d\d-)"
    rf"(?:{_NUMBER.pattern}|\d{{4}}/\d{{2,5}}(?:-\d{{1,4}})?))(?=\n)"
)
# 'Dnr  Norrvik  Sn 02/238 - 700': whose number it is.
_WHOSE = re.compile(r"[A-ZÅÄÖ][a-zåäö]{2,18}:? (?=[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,5}[ /-]?\d)")
_TAIL = re.compile(r" ?- ?\d{2,4}(?=\n)")
_NOT_DIARY = re.compile(
    r"(?:SOU|SFS|SOSFS|HSLF|FS|PROP|DS|AFS|EU|EG|ISO|NJA|RÅ|LSS|BBIC|ICD|SKL|TFN|TEL|FAX|BG|PG"
    r"|ISBN|ISSN|RIR|RFR|SS)"
    r"[ -]?(?:FS)?[ -]?\d",
    re.IGNORECASE,
)
_UNNUMBERED = frozenset({"law_text", "not_a_document"})
_MEETINGS = frozenset({"minutes", "agenda"})
_HEAD, _TOP, _ALONE, _SHORT_LINE, _FLATTENED = 3000, 1200, 40, 80, 400
# A date or a month after a name's letters, a year whose running number was lost, an item's number.
_IS_NONE = re.compile(
    r" (?:(?:19|20)?\d\d-(?:0[1-9]|1[0-2])-\d\d|(?:19|20)\d\d-(?:0[1-9]|1[0-2]))\Z"
    r"|\A(?:[A-ZÅÄÖ]{1,6}/)?(?:19|20)\d\d/?\Z|\A\d{1,3}\Z|/\Z|\A(?:Sid(?:a|an)?|Bilaga|Punkt|Ärende)\b"
)
# What the front page of a board's minutes is made of.
_FRONT = re.compile(
    r"\b(?:Utses att justera|Justeringens plats|Paragrafer|Underskrifter|ANSLAG|BEVIS|Beslutande"
    r"|Justerare|Justerande)\b"
)
# 'Överenskommelsen om måltider, dnr': another paper's number.
_NAMED = re.compile(
    r"(?:överenskommelse|avtal|riktlinje|rutin|handlingsplan|policy)\w*\b[^.:\n]{0,120}"
    r"\b(?:dnr|diarienummer|diarienr)\.?:? ?\Z",
    re.IGNORECASE,
)
_OPENS = re.compile(r"\s*(?:[A-ZÅÄÖ][a-zåäö]+s )?")  # 'Kommunens diarienummer'
_ADOPTED = re.compile(r"\b(?:[Aa]ntag|[Ff]astställ|[Bb]eslut)\w* (?:av|i)\b")
_SEVERAL, _SENTENCE, _FOOT = 3, 300, 2500
_DATE = re.compile(r"(?:19|20)\d\d-\d\d-\d\d\Z")


def find_diary_numbers(
    document: Document, labels: tuple[Labelled, ...], kind: str
) -> tuple[Fact[str], ...]:
    """Return the numbers under a label, at the head of the document, or alone on a line."""
    if kind in _UNNUMBERED or (kind in _MEETINGS and _are_of_items(document)):
        return ()
    if kind == "web_page":  # a page tells of others' numbers, but for the one it gives as its own
        return tuple(_given_as_its_own(document))
    found = _gathered(document, labels, kind)
    longer = [plain for plain in found if any(p != plain and p.startswith(plain) for p in found)]
    kept = tuple(fact for plain, fact in found.items() if plain not in longer)
    kept = tuple(one for one in kept if not _is_of_named(document, one)) or kept
    if kind in _MEETINGS and all(_stands_below_front(document, one.value) for one in kept):
        return ()
    return kept or _on_edges(document)


def _gathered(document: Document, labels: tuple[Labelled, ...], kind: str) -> dict[str, Fact[str]]:
    """Return every number once, by its letters and digits."""
    found: dict[str, Fact[str]] = {}
    for number, span, reason in (
        *_in_table(document),
        *_labelled(document, labels),
        *((number, span, "labelled") for number, span in numbers_in_column(document)),
        *_after_label(document),
        *_below_label(document),
        *_run_together(document),
        *_alone(document),
        *_at_top(document),
        *(_at_end(document) if kind in AGREEMENTS else ()),
    ):
        plain = re.sub(r"\W", "", number)
        if plain not in found and not _IS_NONE.search(number):
            found[plain] = document.fact(number, span, Certainty.STATED, reason)
    if beside := number_of_region(document):
        plain = re.sub(r"\W", "", beside[0])
        found.setdefault(plain, document.original_fact(*beside, Certainty.STATED, "page_edges"))
    return found


def _given_as_its_own(document: Document) -> Iterator[Fact[str]]:
    found = _OWN_OF_PAGE.search(document.text, 0, _TOP)
    if found and _NUMBER.fullmatch(found["number"]):
        span = found.span("number")
        yield document.fact(found["number"], span, Certainty.STATED, "after_label")


def _is_of_named(document: Document, number: Fact[str]) -> bool:
    """Tell whether a number stands in a sentence, after what it is the number of."""
    at = document.position(number.place.start)
    start = max(document.text.rfind("\n", 0, at) + 1, at - _SENTENCE)
    line = document.text[start : document.text.find("\n", at)]
    return _SHORT_LINE < len(line) < _FLATTENED and bool(_NAMED.search(document.text, start, at))


def _are_of_items(document: Document) -> bool:
    """Tell whether a meeting's papers name several numbers: each is an item's, none its own."""
    written = [found.group() for found in _NUMBER.finditer(document.text)]
    labelled = [found["number"] for found in _AFTER_LABEL.finditer(document.text)]
    return any(len(_distinct(numbers)) > 1 for numbers in (written, labelled))


def _stands_below_front(document: Document, number: str) -> bool:
    """Tell whether a number stands below the front page of minutes: it is an item's."""
    front = list(_FRONT.finditer(document.text, 0, _HEAD))
    return len(front) >= _SEVERAL and document.text.find(number) > front[-1].end()


def _distinct(numbers: list[str]) -> set[str]:
    named = (one for one in numbers if not _NOT_DIARY.match(one) and not _IS_NONE.search(one))
    return {re.sub(r"\W", "", one) for one in named}


def _on_edges(document: Document) -> tuple[Fact[str], ...]:
    """Return the number that only page heads repeat, under a label or alone on its line."""
    start = document.lines[0].start if document.lines else 0
    found = _AFTER_LABEL.search(document.original, start, start + _HEAD)
    if not found or not (_NUMBER.fullmatch(found["number"]) or _ANY.fullmatch(found["number"])):
        found = _OWN_LINE.search(document.original, 0, _TOP)
    if not found or found["number"] in document.text or _NOT_DIARY.match(found["number"]):
        return ()
    span = found.span("number")
    return (document.original_fact(found["number"], span, Certainty.STATED, "page_edges"),)


def _in_table(document: Document) -> Iterator[tuple[str, tuple[int, int], str]]:
    for span in (*(number for _, number in party_rows(document)), *numbers_below(document)):
        yield document.text[slice(*span)], span, "labelled"


def _labelled(
    document: Document, labels: tuple[Labelled, ...]
) -> Iterator[tuple[str, tuple[int, int], str]]:
    for entry in labels:
        if entry.kind != "diary_number" or not entry.value or entry.start > _HEAD:
            continue
        line = entry.value.split("\n")[0]
        number = _NUMBER.search(line) or _ANY.match(line)
        if number and not _DATE.match(number.group()):
            start = entry.value_start + number.start()
            yield number.group(), (start, start + len(number.group())), "labelled"
        for below in _ANOTHER.finditer(f"{entry.value}\n", len(line)):  # each side has its own
            if below["below"]:
                start, end = below.span("below")
                span = (entry.value_start + start, entry.value_start + end)
                yield below["below"], span, "labelled"


def _after_label(document: Document) -> Iterator[tuple[str, tuple[int, int], str]]:
    for found in _AFTER_LABEL.finditer(document.text, 0, _HEAD):
        yield from _labelled_from(document, found)


def _labelled_from(
    document: Document, found: re.Match[str]
) -> Iterator[tuple[str, tuple[int, int], str]]:
    """Yield the number after a label, and those that follow it."""
    start = found.start("number")
    start += whose.end() if (whose := _WHOSE.match(found["number"])) else 0
    number = document.text[start : found.end()].strip(" .:-,")
    end = found.end()
    if tail := _TAIL.match(document.text, start + len(number)):
        number, end = number + tail.group().replace(" ", ""), tail.end()
    if number.isalnum() or not _DATE.match(number):
        yield number, (start, max(end, start + len(number))), "after_label"
    while another := _ANOTHER.match(document.text, end):  # 'DNR: 11RV0260, 12RV0069'
        part = next(name for name, text in another.groupdict().items() if text)
        yield another[part], another.span(part), "after_label"
        end = another.end()


def _below_label(document: Document) -> Iterator[tuple[str, tuple[int, int], str]]:
    for found in _BELOW_LABEL.finditer(document.text, 0, _HEAD):
        yield found["number"], found.span("number"), "labelled"


def _run_together(document: Document) -> Iterator[tuple[str, tuple[int, int], str]]:
    found = _RUN_TOGETHER.search(document.text, 0, _TOP)
    if found and not _NOT_DIARY.match(found["number"]):
        yield found["number"], found.span("number"), "labelled"


def _alone(document: Document) -> Iterator[tuple[str, tuple[int, int], str]]:
    for start, paragraph in document.paragraphs:
        words = paragraph.strip(" #*|")
        is_number = (
            _NUMBER.fullmatch(words)
            or _MIXED.fullmatch(words)
            or (start < _TOP and re.fullmatch(_BARE, words))
        )
        if len(words) <= _ALONE and is_number and not _NOT_DIARY.match(words):
            at = start + paragraph.find(words)
            yield words, (at, at + len(words)), "alone"


def _at_end(document: Document) -> Iterator[tuple[str, tuple[int, int], str]]:
    """Find the numbers where sides sign, and in lines on who has adopted it."""
    end = len(document.text) - _FOOT
    for found in _AFTER_LABEL.finditer(document.text, min(_HEAD, max(0, end))):
        line = document.text.rfind("\n", 0, found.start()) + 1
        is_adopted = _ADOPTED.search(document.text, line, found.start())
        is_signed = _OPENS.fullmatch(document.text, line, found.start())
        if is_adopted or (is_signed and found.start() > end):
            yield from _labelled_from(document, found)
    for number, span in numbers_of_decisions(document):
        yield number, span, "decided"


def _at_top(document: Document) -> Iterator[tuple[str, tuple[int, int], str]]:
    """Find numbers on the short lines of a page head, between a date and a name."""
    page = next((at for at, words in document.paragraphs if len(words) >= _FLATTENED), -1)
    for start, paragraph in document.paragraphs:
        is_long = start != page and len(paragraph) > _SHORT_LINE
        if start > _TOP or is_long or paragraph.startswith("Ersätter "):
            continue
        for number in _AT_TOP.finditer(paragraph[:_SHORT_LINE]):
            if not _NOT_DIARY.match(number.group()):
                at = start + number.start()
                yield number.group(), (at, at + len(number.group())), "page_head"
