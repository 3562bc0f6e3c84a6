"""Minutes read into items: number, letter, kinds, title, presenters, attachments and decisions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from samklang.inventories.reading.contents_of_minutes import FURNITURE, contents_of_minutes
from samklang.inventories.reading.facts import Certainty, Fact, MinutesItem
from samklang.inventories.reading.flat_minutes import flat_items, is_paged, listed_items
from samklang.inventories.reading.headings import DANGLING
from samklang.inventories.reading.planned_time import (
    FIRST,
    minutes,
    said_alone,
    without_time,
)
from samklang.inventories.reading.running_text import Document, unbroken

_KIND = r"(?:Information|Info|Dialog|Diskussion|Beslut|Rapport)"
_MAIN = re.compile(
    r"(?:(?:[A-ZÅÄÖ]{2,5} )?§+ ?(?P<n>\d{1,3})[.:]? +|(?P<n2>\d{1,3}) ?§ +|(?P<n3>\d{1,2})\.? +)"
    rf"(?P<title>{FIRST}?[A-ZÅÄÖ”\"][^\n]*)"
)
_SIGN_ALONE = re.compile(r"(?:[A-ZÅÄÖ]{2,5} )?§+ ?\d{1,3}[.:]?")
_PAGE_NUMBER = re.compile(r"\d{1,3} [^§\d]")
_SUB = re.compile(
    r"(?P<letter>[a-zåäö])\) *(?P<title>[^\n]+)|(?P<upper>[A-E])\. (?P<title2>[A-ZÅÄÖ][^\n]+)"
)
_LABEL = re.compile(
    rf"(?P<kinds>{_KIND}(?: ?[/,+] ?{_KIND}| och {_KIND.lower()})*) ?: ?", re.IGNORECASE
)
_INFO = re.compile(r"Info(?:rmation)? (?=[A-ZÅÄÖ])")
_ATTACHMENT = re.compile(
    r"\(?\b(?P<label>Bilag(?:a|or) (?:\d{1,2}|[A-Z])(?: ?[A-Z](?:\s?[-–+]\s?[A-Z])?)?)\)?"
)
_PRESENTER = re.compile(r"Föredragande(?:/\w+)?: ?(?P<who>[^\n]+)")
_PERSON = re.compile(r"[A-ZÅÄÖ][\wéü-]+(?: [A-ZÅÄÖ][\wéü-]+){1,3}, [^.\n]{3,90}")
_DECIDED = re.compile(
    r"(?:[A-ZÅÄÖ][\wåäö-]*(?: [\wåäö-]+){0,5} beslut(?:ade|ar)(?: enhälligt)?"
    r"|Beslut):? ?(?P<clause>att [^\n]+)"
)
# '… beslutar' with its att-clauses on the lines below.
_DECIDES = re.compile(
    r"[A-ZÅÄÖ][\wåäö-]*(?: [\wåäö-]+){0,5} beslut(?:ade|ar)(?: enhälligt)?:?|Beslut:?"
)
_CLAUSE = re.compile(r"(?:[-–•] ?)?(?P<clause>att [^\n]+)")
# What a board does, said in a sentence below the word for it.
_DOES = re.compile(
    r"(?P<clause>[A-ZÅÄÖ][^\n]{3,80}? (?:godkänner|noterar|antar|fastställer|avslår|bifaller|lägger"
    r"|överlämnar|ger|föreslår|förklarar|ställer|tillstyrker|avstyrker|återremitterar|uppdrar) "
    r"[^\n]+)"
)
_LOOSE_END = re.compile(r"(?<=\S) (?:Bilag(?:a|or):|Föredragande:|\bBeslut:|Ärendet:|\(Bilag).*")
_ATTACHED = re.compile(r"Bilag(?:a|or): ?(?P<label>\S+)")
_NAME = r"[A-ZÅÄÖ][\wéü-]+(?: [A-ZÅÄÖ][\wéü-]+){1,3}"
_STRICT = re.compile(rf"{_NAME}(?:, [^.,\n]{{2,60}}){{0,3}}(?: och {_NAME})?")
_INLINE_ITEM = re.compile(
    r"(?<=[.!?_] )(?=\d{1,2}\. [A-ZÅÄÖ][^.\n]{3,90}?(?:Föredragande|Bilag|Beslut|informera|godkän"
    r"|redovisa))"
)
# 'Dnr 2014/241' beside the paragraph's number: the title stands on the next line.
_ONLY_NUMBER = re.compile(r"(?:Dnr|Diarienr|Diarienummer)\b[\w .:/-]{3,30}")
_COVERS_ALL = re.compile(r"\b(?:all|alla|samtlig\w*)\b")
_OPENS = re.compile(r"\b(?:Mötet öppnas|(?:Mötets|Sammanträdets) öppnande)\b")
_SECOND = 2
_LONGEST_TITLE, _LARGEST_STEP, _FLATTENED = 170, 3, 400


@dataclass
class _Draft:
    """An item while its paragraphs are being read."""

    number: int
    letter: str | None
    title: Fact[str]
    kinds: list[str]
    presenters: list[str] = field(default_factory=list)
    attachments: list[str] = field(default_factory=list)
    decisions: list[Fact[str]] = field(default_factory=list)
    minutes: Fact[int] | None = None

    def done(self) -> MinutesItem:
        return MinutesItem(
            number=self.number,
            letter=self.letter,
            title=self.title,
            kinds=tuple(self.kinds),
            presenters=tuple(self.presenters),
            attachments=tuple(dict.fromkeys(self.attachments)),
            decisions=tuple(self.decisions),
            minutes=self.minutes,
        )


def find_items(document: Document, title: Fact[str] | None = None) -> tuple[MinutesItem, ...]:
    """Return the items: those of a heading each, else of a portal's list or of running text."""
    if contents := contents_of_minutes(document):
        return contents.completed(_headed(document, after=contents.end))
    found = _headed(document)
    if len(found) <= 1 and document.address:
        return listed_items(document) or found or flat_items(document, title)
    return found or flat_items(document, title)


def _headed(document: Document, after: int = 0) -> tuple[MinutesItem, ...]:
    """Return the items in the order of the minutes, from a position in the running text on."""
    drafts: list[_Draft] = []
    before, paged = "", is_paged(document)
    for start, paragraph in _pieces(document):
        if start < after:
            continue
        is_page = paged and _PAGE_NUMBER.match(paragraph)
        opened = None if is_page else _opened(document, start, paragraph, drafts)
        if opened is not None:
            drafts.append(opened)
            before = "heading"
        elif drafts and not _is_time(document, (start, paragraph), drafts[-1]):
            before = _read_on(document, (start, paragraph), drafts, before)
    return (*_opening(document, drafts), *(draft.done() for draft in drafts))


def _opening(document: Document, drafts: list[_Draft]) -> Iterator[MinutesItem]:
    """Yield the opening of a meeting whose first number was lost."""
    if not drafts or drafts[0].number != _SECOND:
        return
    stop = document.text.find(drafts[0].title.value)
    if found := _OPENS.search(document.text, 0, max(0, stop)):
        title = document.fact(found.group(), found.span(), Certainty.DERIVED, "opening")
        yield MinutesItem(None, None, title)


def _pieces(document: Document) -> Iterator[tuple[int, str]]:
    """Yield the paragraphs; one that has lost its line breaks is cut before each numbered item."""
    for start, paragraph in _with_headings(document):
        cuts = [0]
        if len(paragraph) > _FLATTENED:
            cuts += [found.start() for found in _INLINE_ITEM.finditer(paragraph)]
        for low, high in zip(cuts, [*cuts[1:], len(paragraph)], strict=True):
            yield start + low, paragraph[low:high].rstrip()


def _with_headings(document: Document) -> Iterator[tuple[int, str]]:
    """Yield the paragraphs; a paragraph sign alone on its line goes with the heading below it."""
    alone: tuple[int, str] | None = None
    for start, paragraph in document.paragraphs:
        if alone is not None and FURNITURE.match(paragraph):
            alone = None  # its heading stood in the table of contents
        if alone is not None:
            yield alone[0], f"{alone[1]} {paragraph}"
            alone = None
        elif _SIGN_ALONE.fullmatch(paragraph):
            alone = (start, paragraph)
        else:
            yield start, paragraph


def _opened(document: Document, start: int, paragraph: str, drafts: list[_Draft]) -> _Draft | None:
    """Return a new item when a paragraph opens one: the next number, or the next letter."""
    if (main := _MAIN.match(paragraph)) and _is_next(main, drafts):
        number = int(main["n"] or main["n2"] or main["n3"])
        return _draft(document, start, main, (number, None))
    if drafts and (sub := _SUB.match(paragraph)):
        letter = sub["letter"] or sub["upper"]
        previous = drafts[-1].letter
        if letter.casefold() == (chr(ord(previous.casefold()) + 1) if previous else "a"):
            return _draft(document, start, sub, (drafts[-1].number, letter))
    return None


def _is_next(main: re.Match[str], drafts: list[_Draft]) -> bool:
    if len(_bare_title(main["title"])) > _LONGEST_TITLE or main["title"].rstrip()[-1] in ",;":
        return False
    by_paragraph_sign = bool(main["n"] or main["n2"])
    number = int(main["n"] or main["n2"] or main["n3"])
    if not drafts:
        return by_paragraph_sign or number <= _LARGEST_STEP
    return 0 < number - drafts[-1].number <= (_LARGEST_STEP if by_paragraph_sign else 1)


def _draft(
    document: Document, start: int, found: re.Match[str], place: tuple[int, str | None]
) -> _Draft:
    groups = found.groupdict()
    name = "title" if groups.get("title") else "title2"
    words = found[name]
    said = _bare_title(words)
    untimed, timed = without_time(said)
    kinds, bare = _kinds(untimed)
    at = start + found.start(name)
    title = document.fact(unbroken(bare), (start, at + len(said)), Certainty.STATED, "item")
    draft = _Draft(place[0], place[1], title, kinds)
    draft.minutes = minutes(document, timed, at) if timed else None
    _add_details(draft, words)
    return draft


def _bare_title(words: str) -> str:
    """Cut attachments and what follows the heading on the same line."""
    return _LOOSE_END.sub("", words).strip(" .:")


def _kinds(title: str) -> tuple[list[str], str]:
    if label := _LABEL.match(title):
        words = re.findall(r"\w+", label["kinds"].casefold())
        kinds = ["information" if word == "info" else word for word in words if word != "och"]
        return kinds, title[label.end() :].strip()
    if info := _INFO.match(title):
        return ["information"], title[info.end() :]
    return (["skriftlig"] if title.startswith("Skriftlig") else []), title


def _add_details(draft: _Draft, words: str) -> None:
    draft.attachments += [" ".join(found["label"].split()) for found in _ATTACHMENT.finditer(words)]
    if not draft.attachments and (attached := _ATTACHED.search(words)):
        draft.attachments.append(attached["label"])
    if presenter := _PRESENTER.search(words):
        draft.presenters.append(_presenter(presenter["who"]))


def _presenter(words: str) -> str:
    """Return who presents; where the text runs on without a break, only the name."""
    named = _STRICT.match(words)
    if len(words) <= _LONGEST_TITLE or named is None:
        return words.strip()
    half = len(named.group()) // 2
    doubled = named.group()[:half] == named.group()[half + 1 :]
    return named.group()[:half] if doubled else named.group()


def _read_on(document: Document, line: tuple[int, str], drafts: list[_Draft], before: str) -> str:
    """Read a paragraph inside an item; return what it was, for the one that follows."""
    start, paragraph = line
    if before == "heading" and _is_untitled(drafts[-1]) and FURNITURE.match(paragraph):
        drafts.pop()
        return ""
    decided = _DECIDED.match(paragraph)
    if before == "decision":
        decided = decided or _CLAUSE.match(paragraph) or _DOES.match(paragraph)
    if decided:
        _decide(document, start, decided, drafts)
    if decided or _DECIDES.fullmatch(paragraph):
        return "decision"
    return _read_details(document, line, drafts[-1], before)


def _is_time(document: Document, line: tuple[int, str], draft: _Draft) -> bool:
    """Take a line that says nothing but how long the item is planned to take."""
    start, paragraph = line
    timed = said_alone(paragraph)
    if timed is not None:
        draft.minutes = minutes(document, timed, start)
    return timed is not None


def _is_untitled(draft: _Draft) -> bool:
    """Tell whether the title is still to come: in the table of contents it may have been cut."""
    title = draft.title.value
    return bool(_ONLY_NUMBER.fullmatch(title) or DANGLING.search(title))


def _read_details(document: Document, line: tuple[int, str], draft: _Draft, before: str) -> str:
    """Read who presents, what is attached, or the title that a number stands in the place of."""
    start, paragraph = line
    if presenter := _PRESENTER.match(paragraph):
        draft.presenters.append(_presenter(presenter["who"]))
        return "presenter"
    if before == "presenter" and _PERSON.fullmatch(paragraph):
        draft.presenters.append(paragraph.strip())
        return "presenter"
    if before == "heading" and _ONLY_NUMBER.fullmatch(draft.title.value):
        title = _bare_title(paragraph)
        draft.title = document.fact(title, (start, start + len(title)), Certainty.STATED, "item")
        return "heading"
    if before == "heading" and DANGLING.search(draft.title.value):
        low = document.position(draft.title.place.start)
        title = f"{draft.title.value} {_bare_title(paragraph)}"
        draft.title = document.fact(title, (low, start + len(paragraph)), Certainty.STATED, "item")
        return "heading"
    if before == "heading" and paragraph.startswith("("):
        _add_details(draft, paragraph)
    return "text" if paragraph.strip() else before


def _decide(document: Document, start: int, decided: re.Match[str], drafts: list[_Draft]) -> None:
    clause = unbroken(decided["clause"].strip())
    span = (start + decided.start("clause"), start + decided.end("clause"))
    decision = document.fact(clause, span, Certainty.STATED, "att_clause")
    _holder(drafts, clause).decisions.append(decision)


def _holder(drafts: list[_Draft], clause: str) -> _Draft:
    """A clause about 'all' after the last lettered item belongs to the numbered item above."""
    if drafts[-1].letter and _COVERS_ALL.search(clause):
        return next(one for one in reversed(drafts) if one.letter is None)
    return drafts[-1]
