"""What the files in a pack’s ZIP are called: safe on every system, and in the agenda’s order."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from django.utils.translation import gettext as _

from samklang.documents.api import safe_name
from samklang.meetings.models import AttachedFile
from samklang.meetings.packing.contents import Enclosed

_ENDINGS = {"docx": "docx", "odt": "odt", "pdf": "pdf", "html": "html", "text": "txt"}
# What one system or another does not take in a name; a path’s own signs among them.
_REFUSED = re.compile(r"[<>:\"/\\|?*\x00-\x1f\x7f]+")
# Leaves room for a folder before it: some systems take 260 signs in all.
_LONGEST = 120


def names(enclosed: list[tuple[Enclosed, AttachedFile]]) -> list[str]:
    """Return a name for each, no two the same on a system that knows no capitals."""
    taken: set[str] = set()
    found = []
    for one, file in enclosed:
        stem, ending = _stem(one), _ENDINGS.get(file.file.format, "bin")
        name, count = f"{stem}.{ending}", 1
        while name.casefold() in taken:
            count += 1
            name = f"{stem} ({count}).{ending}"
        taken.add(name.casefold())
        found.append(name)
    return found


def _stem(one: Enclosed) -> str:
    title = one.paper.title or PurePosixPath(file_name(one)).stem
    wall = _("confidential") if one.paper.is_confidential else ""
    words = " – ".join(filter(None, (str(one.paper), title, wall)))
    plain = _REFUSED.sub("-", f"{one.prefix} {words}")
    return safe_name(plain)[:_LONGEST].strip(" .")


def file_name(one: Enclosed) -> str:
    now = one.paper.current
    return now.name if now else ""


def download_name(body: str, day: str, ending: str) -> str:
    """Return what the pack itself is called when it is saved."""
    words = " ".join(filter(None, (day, body, _("papers"))))
    return f"{safe_name(_REFUSED.sub('-', words))[:_LONGEST]}.{ending}"
