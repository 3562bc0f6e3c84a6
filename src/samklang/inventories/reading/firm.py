"""Whether a heading is firm enough to be called the title: a reader that is not sure says nothing.

A line that names no kind of document may be a portal's, a letterhead's or a menu's. It is the
title only when it looks like a heading and the text speaks of the same thing again.
"""

from __future__ import annotations

import re

NAMES_ITSELF = re.compile(
    r"överenskommelse|\bavtal\b|\w{4}avtal\b|protokoll|minnesanteckning|uppdragsbeskrivning"
    r"|tjänsteskrivelse|rapport|rutin|riktlinje|återredovisning|redovisning|handlingsplan|kallelse",
    re.IGNORECASE,
)
# A document of one of these kinds is not named by a line that names another.
NAMES_OF = {
    "report": re.compile(
        r"rapport(?! till)|redovisning|\A(?:uppföljning|utvärdering|granskning|kartläggning"
        r"|inventering|utredning|förstudie|översyn|sammanställning)\b",
        re.IGNORECASE,
    ),
    "agenda": re.compile(r"kallelse|dagordning|föredragningslista|agenda", re.IGNORECASE),
    "law_text": re.compile(r"\b(?:Prop|Dir)\. \d{4}|\bLag \(\d{4}:\d+\) om\b|\blag om\b"),
    "motion": re.compile(r"motion|yrkande|interpellation", re.IGNORECASE),
}
_ALSO_NAMES = re.compile(
    r"yttrande|remiss|policy|program|strategi|\w*plan\b|vägledning|inbjudan|direktiv|lathund"
    r"|sammanträde|\bmöte\b|avsiktsförklaring|\w*uppdrag\b|reglemente|delegationsordning",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{5,}")
_STEM = 6


def is_firm(title: str, text: str, *, told: bool) -> bool:
    """Tell whether a line names a kind of document, or heads a text on the same thing.

    `told`: the line is a sentence, which is a heading only by what it names.
    """
    if any(names.search(title) for names in (NAMES_ITSELF, _ALSO_NAMES, *NAMES_OF.values())):
        return True
    opens = title[:1].isupper() or title[:1].isdigit()
    return opens and not told and _comes_again(title, text)


def _comes_again(title: str, text: str) -> bool:
    named, said = title.casefold(), text.casefold()
    stems = {word[:_STEM] for word in _WORD.findall(named)}
    return any(said.count(stem) > named.count(stem) for stem in stems)
