"""How a text tells since when there is an agreement, without saying that it holds."""

from __future__ import annotations

import re

_ONE = r"(?:en|ett) (?:[a-zåäö-]+ ){0,2}\w*(?:överenskommelse|avtal)\b"
# 'I länet finns sedan | 2031 | en överenskommelse'
_IS_SINCE = re.compile(r"\bfinns(?: det)? sedan (?:år )?\Z", re.IGNORECASE)
_ONE_AFTER = re.compile(rf"\A {_ONE}")
# 'Sedan | 2031 | finns en överenskommelse'
_SINCE = re.compile(r"\bsedan (?:år )?\Z", re.IGNORECASE)
_IS_ONE_AFTER = re.compile(rf"\A finns(?: det)?(?: här| i länet| i [A-ZÅÄÖ]\w+(?: län)?)? {_ONE}")


def is_there_since(left: str, right: str) -> bool:
    """Tell whether the words on both sides of a date say that there is an agreement since then."""
    if _IS_SINCE.search(left):
        return bool(_ONE_AFTER.match(right))
    return bool(_SINCE.search(left) and _IS_ONE_AFTER.match(right))
