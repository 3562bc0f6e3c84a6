"""The words of WordprocessingML, and how its elements are made."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
NAMESPACES = {"w": W.strip("{}"), "r": R.strip("{}")}
# Where a section's lasting key stands in the document.
BOOKMARK = "samklang_"
# XML 1.0 has no way to say these at all.
_UNSAYABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

Element = etree._Element  # noqa: SLF001 the only name that the type has


def element(tag: str, /, *children: Element, **told: str | int) -> Element:
    """Return an element of Word's; its attributes are Word's too."""
    made = etree.Element(W + tag, nsmap=NAMESPACES)
    for attribute, value in told.items():
        made.set(W + attribute, sayable(str(value)))
    made.extend(children)
    return made


def letters(name: str, text: str) -> Element:
    made = element(name)
    made.text = sayable(text)
    made.set(SPACE, "preserve")
    return made


def sayable(text: str) -> str:
    return _UNSAYABLE.sub("", text)


def said(parent: Element | None, path: str, attribute: str = "val", otherwise: str = "") -> str:
    """Return an attribute of the first element on a path of Word's names."""
    if parent is None:
        return otherwise
    found = parent.find("/".join(W + name for name in path.split("/")))
    return otherwise if found is None else found.get(W + attribute, otherwise)


def document(name: str, children: Iterable[Element]) -> bytes:
    return etree.tostring(
        element(name, *children), xml_declaration=True, encoding="UTF-8", standalone=True
    )
