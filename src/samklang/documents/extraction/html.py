"""Reads a page saved from the web: its main content, without the site's own words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from samklang.documents.extraction.composing import Composer
from samklang.documents.extraction.markup import text_in
from samklang.documents.extraction.plain import decode
from samklang.documents.extraction.text import BlockKind, ExtractedText, FileFault

_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)""", re.I
)
_DECLARED_WITHIN = 4096


def _names(line: str) -> frozenset[str]:
    return frozenset(line.split())


_UNREAD_TAGS = _names(
    "script style noscript template nav footer aside form button select option svg math iframe"
    " object embed canvas audio video dialog head link meta input textarea"
)
_UNREAD_ROLES = _names("navigation banner contentinfo search complementary dialog menu")
_UNREAD_NAMES = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|breadcrumbs?|navbar|navigation|menu|sidebar|skip|share"
    r"|social|footer|related|advert|ads)(?:[\s_-]|$)",
    re.IGNORECASE,
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = _names(
    "address article blockquote body caption center dd details div dl dt fieldset figcaption figure"
    " header hr html main p pre section summary table tbody td tfoot th thead"
)
_LISTS = frozenset(("ul", "ol", "menu"))
_SPACE = re.compile(r"[ \t\r\n\f]+")
_FEWEST_LETTERS = 200  # a <main> with less is an empty frame that a script would have filled
_PARSER = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)


def read(content: bytes, warnings: tuple[str, ...] = ()) -> ExtractedText:
    root = _parsed(content)
    title = _SPACE.sub(" ", root.findtext(".//title") or "").strip()
    walk = _Walk(Composer())
    try:
        for region in _main_regions(root):
            walk.element(region)
            walk.flush()
    except RecursionError:  # no page for people is nested hundreds of levels deep
        raise FileFault("bomb") from None
    properties = (("title", title),) if title else ()
    return walk.composer.finish("html", warnings=warnings, properties=properties)


def _parsed(content: bytes) -> etree._Element:
    declared = _CHARSET.search(content[:_DECLARED_WITHIN])
    try:
        text = content.decode(declared[1].decode() if declared else "utf-8")
    except (LookupError, UnicodeDecodeError):
        text = decode(content)
    root = etree.fromstring(text.encode("utf-8", "replace"), _PARSER)
    if root is None:
        raise FileFault("damaged")
    return root


def _main_regions(root: etree._Element) -> list[etree._Element]:
    """Return the page's main content as it marks it itself, or else all of its body."""
    for path in (".//main", ".//*[@role='main']", ".//article"):
        found = [region for region in root.iterfind(path) if not _is_unread(region)]
        if sum(len(text_in(region)) for region in found) >= _FEWEST_LETTERS:
            return [region for region in found if not _is_within(region, found)]
    body = root.find("body")
    return [root if body is None else body]


def _is_within(region: etree._Element, regions: list[etree._Element]) -> bool:
    return any(ancestor in regions for ancestor in region.iterancestors())


def _is_unread(element: etree._Element) -> bool:
    if not isinstance(element.tag, str) or element.tag in _UNREAD_TAGS:
        return True
    if not element.attrib or element.tag in ("body", "html", "main"):
        return False
    return (
        element.get("role") in _UNREAD_ROLES
        or "hidden" in element.attrib
        or element.get("aria-hidden") == "true"
        or bool(_UNREAD_NAMES.search(f"{element.get('class', '')} {element.get('id', '')}"))
    )


@dataclass(slots=True)
class _Walk:
    """The walk through the page; words gather until a block ends."""

    composer: Composer
    _words: list[str] = field(default_factory=list)
    _kind: BlockKind = BlockKind.PARAGRAPH
    _level: int = 0
    _depth: int = -1

    def element(self, element: etree._Element) -> None:
        tag = element.tag
        if _is_unread(element):
            return
        if tag == "br":
            self._words.append("\n")
        elif tag == "tr":
            self.row(element)
        elif tag in _LISTS:
            self._depth += 1
            self.block(element, self._kind, self._level)
            self._depth -= 1
        else:
            self.running_text(element)

    def running_text(self, element: etree._Element) -> None:
        tag = element.tag
        if tag in _HEADINGS:
            self.block(element, BlockKind.HEADING, _HEADINGS[tag])
        elif tag == "li":
            self.block(element, BlockKind.LIST_ITEM, max(self._depth, 0))
        elif tag in _BLOCKS:
            self.block(element, self._kind, self._level)
        else:
            self.inside(element)

    def block(self, element: etree._Element, kind: BlockKind, level: int) -> None:
        self.flush()
        outer = self._kind, self._level
        self._kind, self._level = kind, level
        self.inside(element)
        self.flush()
        self._kind, self._level = outer

    def inside(self, element: etree._Element) -> None:
        if element.text:
            self._words.append(_SPACE.sub(" ", element.text))
        for child in element:
            self.element(child)
            if child.tail:
                self._words.append(_SPACE.sub(" ", child.tail))

    def row(self, element: etree._Element) -> None:
        self.flush()
        cells = list(element.iterchildren("td", "th"))
        if len(cells) == 1:  # a table used for layout
            self.block(cells[0], self._kind, self._level)
        else:
            self.composer.add_row([_SPACE.sub(" ", text_in(cell)) for cell in cells])

    def flush(self) -> None:
        text = "".join(self._words)
        self._words.clear()
        for line in text.split("\n"):
            self.composer.add(self._kind, _SPACE.sub(" ", line), level=self._level)
