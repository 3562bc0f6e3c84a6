"""Reads the words of one of Word's paragraphs: how they look, and which change they are part of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from samklang.common.letters import clean
from samklang.common.residents import without_personal_numbers
from samklang.documents.comparing import Fate
from samklang.documents.passages import Run
from samklang.documents.word.markup import Element, said
from samklang.documents.word.names import R, W

_FATES = {
    "ins": Fate.INSERTED,
    "del": Fate.DELETED,
    "moveFrom": Fate.MOVED_AWAY,
    "moveTo": Fate.MOVED_HERE,
}
_TYPED = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_INSIDE = ("hyperlink", "sdt", "sdtContent", "smartTag", "fldSimple", "customXml", "dir", "bdo")
_OFF = ("0", "false", "off", "none")
GONE_FROM_NEW = (Fate.DELETED, Fate.MOVED_AWAY)
GONE_FROM_OLD = (Fate.INSERTED, Fate.MOVED_HERE)


@dataclass(frozen=True, slots=True)
class Change:
    """What became of something in a document, by whom and when."""

    fate: Fate = Fate.SAME
    author: str = ""
    made_at: datetime | None = None


UNCHANGED = Change()


@dataclass(frozen=True, slots=True)
class Span:
    """Words of one look and one fate; `before` is how they looked before somebody changed that."""

    run: Run
    before: Run
    change: Change = UNCHANGED


def spans(paragraph: Element, links: Mapping[str, str]) -> Iterator[Span]:
    return _inside(paragraph, links, Span(Run(""), Run("")))


def _inside(parent: Element, links: Mapping[str, str], outer: Span) -> Iterator[Span]:
    for child in parent:
        name = local(child)
        if name == "r":
            yield from _of_run(child, outer)
        elif name in _FATES:
            change = change_of(child)
            # What was inserted and then deleted is in neither text.
            if not (change.fate in GONE_FROM_NEW and outer.change.fate in GONE_FROM_OLD):
                yield from _inside(child, links, replace(outer, change=change))
        elif name in _INSIDE:
            address = links.get(child.get(f"{R}id", ""), "") or outer.run.address
            linked = replace(outer.run, address=address)
            yield from _inside(child, links, replace(outer, run=linked, before=linked))


def _of_run(run: Element, outer: Span) -> Iterator[Span]:
    text = "".join(_letters(run))
    if not text:
        return
    look = run.find(f"{W}rPr")
    was = None if look is None else look.find(f"{W}rPrChange/{W}rPr")
    new = _dressed(replace(outer.run, text=text), look)
    yield Span(new, new if was is None else _dressed(replace(new, text=text), was), outer.change)


def _dressed(run: Run, look: Element | None) -> Run:
    return replace(run, strong=_is_on(look, "b"), emphasis=_is_on(look, "i"))


def _is_on(look: Element | None, name: str) -> bool:
    return said(look, name, otherwise="true" if _has(look, name) else "0") not in _OFF


def _has(look: Element | None, name: str) -> bool:
    return look is not None and look.find(W + name) is not None


def _letters(run: Element) -> Iterator[str]:
    for child in run:
        name = local(child)
        if name in ("t", "delText"):
            yield child.text or ""
        else:
            yield _TYPED.get(name, "")


def local(element: Element) -> str:
    """Return an element's name if it is one of Word's, else ""."""
    tag = element.tag
    return tag[len(W) :] if isinstance(tag, str) and tag.startswith(W) else ""


def change_of(element: Element) -> Change:
    author = without_personal_numbers(clean(element.get(f"{W}author", "")))
    return Change(_FATES.get(local(element), Fate.SAME), author, moment_of(element))


def change_in(settings: Element | None) -> Change:
    """Return whether a paragraph's end, or a row, is itself new or gone."""
    if settings is not None:
        for child in settings:
            if local(child) in _FATES:
                return change_of(child)
    return UNCHANGED


def moment_of(element: Element) -> datetime | None:
    try:
        return datetime.fromisoformat(element.get(f"{W}date", ""))
    except ValueError:
        return None
