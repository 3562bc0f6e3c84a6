"""The words that name kinds of document, by which a line is known to name one."""

from __future__ import annotations

import re

NAMES_ITSELF = re.compile(
    r"A V T A L|överenskommelse|\bavtal\b|\w{4}avtal\b|protokoll|minnesanteckning"
    r"|uppdrags(?:beskrivning|handling|direktiv)|\Auppdrag (?:till|för|åt)\b|tjänsteskrivelse"
    r"|rapport|rutin|riktlinje|återredovisning|redovisning|handlingsplan|kallelse",
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
    "law_text": re.compile(
        r"\b(?:Prop|Dir)\. \d{4}|\bLag \(\d{4}:\d+\) om\b|\blag om\b|\A\W*Förordning\b"
    ),
    "motion": re.compile(r"motion|yrkande|interpellation", re.IGNORECASE),
}
_ALSO_NAMES = re.compile(
    r"yttrande|remiss|blankett|policy|program|strategi|\w*plan\b|vägledning|inbjudan|direktiv|lathund"
    r"|sammanträde|\bmöte\b|avsiktsförklaring|\w*uppdrag\b|reglemente|delegationsordning"
    r"|\b(?:SOU|Ds) \d{4}:|nyhetsbrev|handbok|betänkande|kontrakt|förbundsordning"
    r"|\w{4}(?:aftale|avtale)\b",
    re.IGNORECASE,
)


def names_any(title: str) -> bool:
    """Tell whether a line names any kind of document."""
    return any(names.search(title) for names in (NAMES_ITSELF, _ALSO_NAMES, *NAMES_OF.values()))
