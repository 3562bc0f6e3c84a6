"""The elements of a document on its way out: made as they are read, and written once."""

from __future__ import annotations

from collections.abc import Iterable

from samklang.documents.word.markup import NAMESPACES, sayable

_DECLARED = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_NAMED = "".join(f' xmlns:{name}="{address}"' for name, address in NAMESPACES.items())


class Element:
    """An element of Word's; a tree of a library's own takes four times as long to build."""

    __slots__ = ("attributes", "children", "name", "text")

    def __init__(self, name: str, attributes: str, children: list[Element], text: str = "") -> None:
        self.name, self.attributes, self.children, self.text = name, attributes, children, text

    def append(self, child: Element) -> None:
        self.children.append(child)

    def extend(self, children: Iterable[Element]) -> None:
        self.children.extend(children)

    def insert(self, at: int, child: Element) -> None:
        self.children.insert(at, child)

    def written(self, into: list[str]) -> None:
        name = self.name
        if self.children:
            into.append(f"<w:{name}{self.attributes}>")
            for child in self.children:
                child.written(into)
            into.append(f"</w:{name}>")
        elif self.text:
            into.append(f"<w:{name}{self.attributes}>{self.text}</w:{name}>")
        else:
            into.append(f"<w:{name}{self.attributes}/>")


def element(tag: str, /, *children: Element, **told: str | int) -> Element:
    """Return an element of Word's; its attributes are Word's too."""
    attributes = ""
    for name, value in told.items():
        plain = isinstance(value, int) or value.isalnum()
        attributes += f' w:{name}="{value if plain else _quoted(str(value))}"'
    return Element(tag, attributes, [*children])


def linked(reference: str, children: Iterable[Element]) -> Element:
    """Return words that lead to an address, which the document names elsewhere."""
    return Element("hyperlink", f' r:id="{reference}"', list(children))


def letters(name: str, text: str) -> Element:
    return Element(name, ' xml:space="preserve"', [], _escaped(text).replace("\r", "&#13;"))


def document(name: str, children: Iterable[Element]) -> bytes:
    into = [_DECLARED]
    Element(name, _NAMED, list(children)).written(into)
    return "".join(into).encode()


def _quoted(text: str) -> str:
    quoted = _escaped(text).replace('"', "&quot;").replace("\n", "&#10;")
    return quoted.replace("\t", "&#9;").replace("\r", "&#13;")


def _escaped(text: str) -> str:
    return sayable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
