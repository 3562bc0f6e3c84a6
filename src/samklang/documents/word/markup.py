"""The words of WordprocessingML, and how they are read."""

from __future__ import annotations

import re

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
NAMESPACES = {"w": W.strip("{}"), "r": R.strip("{}")}
# Where a section's lasting key stands in the document.
BOOKMARK = "samklang_"
# XML 1.0 has no way to say these at all.
_UNSAYABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

Element = etree._Element  # noqa: SLF001 the only name that the type has


def sayable(text: str) -> str:
    return _UNSAYABLE.sub("", text)


def said(parent: Element | None, path: str, attribute: str = "val", otherwise: str = "") -> str:
    """Return an attribute of the first element on a path of Word's names."""
    if parent is None:
        return otherwise
    found = parent.find("/".join(W + name for name in path.split("/")))
    return otherwise if found is None else found.get(W + attribute, otherwise)
