"""What a reading says, and the pages and endings that invented texts are set in."""

from __future__ import annotations

from samklang.inventories.reading.facts import Reading

NEWS = "SOURCE: https://www.exempel.se/nyheter/avtal/ | TITLE: - | EXTENT: whole\n\n{}\n\n{}\n"
HEAD = "Överenskommelse om hjälpmedel i Dalarnas län\n\n"
COUNTY = f"{HEAD}mellan Region Dalarna och länets kommuner\n\n"
LOCAL = "Lokal överenskommelse mellan Mora kommun och Region Dalarna om hjälpmedel\n\n"
ENDS = " Syftet är att ge invånarna god service.\n\nTvist\nTvist löses mellan parterna.\n"


def value(fact: object) -> object:
    return getattr(fact, "value", None)


def sides(found: Reading) -> set[str]:
    return {party.value.name for party in found.parties}
