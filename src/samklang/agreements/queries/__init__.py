"""What pages and other contexts ask of the register."""

from samklang.agreements.queries.building import built_on, later_by_others
from samklang.agreements.queries.county import county_standings
from samklang.agreements.queries.dossier import Dossier, EditionPage, Relative, dossier
from samklang.agreements.queries.finding import (
    editions,
    find,
    find_edition,
    find_entry,
    find_file,
    find_party,
    is_open,
    keeper_of,
    known_validity,
    parties,
    regional_ones,
    same_work,
)
from samklang.agreements.queries.register import Register, Row, Terms, register

__all__ = [
    "Dossier",
    "EditionPage",
    "Register",
    "Relative",
    "Row",
    "Terms",
    "built_on",
    "county_standings",
    "dossier",
    "editions",
    "find",
    "find_edition",
    "find_entry",
    "find_file",
    "find_party",
    "is_open",
    "keeper_of",
    "known_validity",
    "later_by_others",
    "parties",
    "regional_ones",
    "register",
    "same_work",
]
