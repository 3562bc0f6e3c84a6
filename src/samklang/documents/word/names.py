"""The words of WordprocessingML, and what it can say."""

from __future__ import annotations

import re

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
NAMESPACES = {"w": W.strip("{}"), "r": R.strip("{}")}
# Where a section's lasting key stands in the document.
BOOKMARK = "samklang_"
# XML 1.0 has no way to say these at all.
_UNSAYABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def sayable(text: str) -> str:
    return _UNSAYABLE.sub("", text)
