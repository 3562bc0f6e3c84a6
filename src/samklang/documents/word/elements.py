"""The elements of a document on its way out, written as they are made."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NewType

from samklang.documents.word.names import NAMESPACES, sayable

_DECLARED = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_NAMED = "".join(f' xmlns:{name}="{address}"' for name, address in NAMESPACES.items())


# An element as it will stand in the document: a tree, written afterwards, takes half as long again.
Element = NewType("Element", str)


def element(tag: str, /, *children: Element, **told: str | int) -> Element:
    """Return an element of Word's; its attributes are Word's too."""
    attributes = ""
    for name, value in told.items():
        plain = isinstance(value, int) or value.isalnum()
        attributes += f' w:{name}="{value if plain else _quoted(str(value))}"'
    return _made(tag, attributes, "".join(children))


def linked(reference: str, children: Iterable[Element]) -> Element:
    """Return words that lead to an address, which the document names elsewhere."""
    return _made("hyperlink", f' r:id="{reference}"', "".join(children))


def letters(name: str, text: str) -> Element:
    return _made(name, ' xml:space="preserve"', _escaped(text).replace("\r", "&#13;"))


def document(name: str, children: Iterable[Element]) -> bytes:
    return (_DECLARED + _made(name, _NAMED, "".join(children))).encode()


def _made(tag: str, attributes: str, inside: str) -> Element:
    if inside:
        return Element(f"<w:{tag}{attributes}>{inside}</w:{tag}>")
    return Element(f"<w:{tag}{attributes}/>")


def _quoted(text: str) -> str:
    quoted = _escaped(text).replace('"', "&quot;").replace("\n", "&#10;")
    return quoted.replace("\t", "&#9;").replace("\r", "&#13;")


def _escaped(text: str) -> str:
    return sayable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
