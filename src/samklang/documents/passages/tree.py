"""Turns HTML from anybody into a small tree of what may be read; nothing that acts is left."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

import nh3


def names(line: str) -> frozenset[str]:
    return frozenset(line.split())


HEADINGS: Final = {"h1": 3, "h2": 3, "h3": 3, "h4": 4, "h5": 4, "h6": 4}
LISTS: Final = names("ul ol menu")
CELLS: Final = names("td th")
BLOCKS: Final = names(
    "address article aside blockquote caption center dd details div dl dt figcaption figure footer"
    " header hr li main nav p pre section summary"
)
_TABLE = names("table thead tbody tfoot tr")
_WORDS = names("a b br cite em i span strong")
_UNREAD = names(
    "script style title head template noscript iframe object embed applet svg math textarea select"
    " option button datalist audio video canvas del xml frameset noframes noembed"
)
_VOID = names("br hr")
_SPANS = {"colspan", "rowspan", "style"}
_CLEANER = nh3.Cleaner(
    tags=set(HEADINGS) | LISTS | CELLS | BLOCKS | _TABLE | _WORDS,
    clean_content_tags=set(_UNREAD),
    attributes={
        "*": {"style"},
        "a": {"href", "style"},
        "td": _SPANS,
        "th": _SPANS,
        "ol": {"start", "style"},
    },
    url_schemes={"http", "https", "mailto"},
    link_rel=None,
)
# Deeper than any text for people; what stands deeper is read as if it stood here.
_DEEPEST = 60


@dataclass(slots=True)
class Node:
    tag: str
    told: dict[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)

    @property
    def style(self) -> str:
        return self.told.get("style", "")

    def number(self, name: str) -> int:
        """Return an attribute that counts, or 1."""
        said = self.told.get(name, "")
        return int(said) if said.isdecimal() and len(said) <= 4 else 1  # noqa: PLR2004 digits


def tree(markup: str) -> Node:
    """Return the markup as browsers understand it, without what acts."""
    planter = _Planter()
    planter.feed(_CLEANER.clean(markup))
    planter.close()
    return planter.root


class _Planter(HTMLParser):
    """Builds the tree from what nh3 has left, which is well formed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("div")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(node)
        if tag not in _VOID and len(self._open) < _DEEPEST:
            self._open.append(node)

    def handle_endtag(self, tag: str) -> None:
        depth = next(
            (at for at in range(len(self._open) - 1, 0, -1) if self._open[at].tag == tag), 0
        )
        if depth:
            del self._open[depth:]

    def handle_data(self, text: str) -> None:
        self._open[-1].children.append(text.replace("\n", " "))
