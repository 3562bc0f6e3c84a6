"""What pages and other contexts ask of the register."""

from samklang.agreements.queries.county import county_standings
from samklang.agreements.queries.dossier import Dossier, EditionPage, Relative, dossier
from samklang.agreements.queries.finding import find, keeper_of, same_work
from samklang.agreements.queries.register import Register, Row, Terms, register

__all__ = [
    "Dossier",
    "EditionPage",
    "Register",
    "Relative",
    "Row",
    "Terms",
    "county_standings",
    "dossier",
    "find",
    "keeper_of",
    "register",
    "same_work",
]
