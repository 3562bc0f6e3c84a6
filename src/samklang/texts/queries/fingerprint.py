"""The fingerprint of an edition's wording: two texts that say the same have the same one."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime

from samklang.agreements.api import Edition
from samklang.texts.models import Answer, Section


def wording_fingerprint(edition: Edition, until: datetime) -> str:
    """Return the SHA-256 of all that parties adopt, as it stood; empty when nothing is written.

    What is only said of the text, such as that a section is done, is no part of it.
    """
    sections = Section.objects.filter(edition=edition).as_of(until)
    answers = Answer.objects.filter(edition=edition).as_of(until).order_by("key")
    wording = [
        [[one.level, one.number, one.heading, one.body] for one in sections],
        [[one.key, one.how, one.by_municipality, one.by_region, one.when] for one in answers],
    ]
    if not any(wording):
        return ""
    told = json.dumps(wording, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(told.encode()).hexdigest()
