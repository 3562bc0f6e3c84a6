"""How WordprocessingML is read."""

from __future__ import annotations

from lxml import etree

from samklang.documents.word.names import W

Element = etree._Element  # noqa: SLF001 the only name that the type has


def said(parent: Element | None, path: str, attribute: str = "val", otherwise: str = "") -> str:
    """Return an attribute of the first element on a path of Word's names."""
    if parent is None:
        return otherwise
    found = parent.find("/".join(W + name for name in path.split("/")))
    return otherwise if found is None else found.get(W + attribute, otherwise)
