"""What pages and other contexts ask of the register."""

from samklang.agreements.queries.building import built_on, later_by_others
from samklang.agreements.queries.county import county_standings
from samklang.agreements.queries.dossier import Dossier, dossier
from samklang.agreements.queries.family import EditionPage, Relative
from samklang.agreements.queries.finding import (
    find,
    find_draft,
    find_edition,
    find_entry,
    find_file,
    find_party,
    keeper_of,
    parties,
    regional_ones,
    same_work,
    version_now,
)
from samklang.agreements.queries.naming import as_named, is_named
from samklang.agreements.queries.reading import (
    OpenText,
    edition_texts,
    editions,
    find_text,
    has_a_draft_of_others,
    has_adoption,
    is_decided,
    is_in_decided_text,
    is_open_to,
    is_readable,
    known_validity,
    open_text,
    readable,
    readable_editions,
)
from samklang.agreements.queries.register import Register, Row, Terms, register

__all__ = [
    "Dossier",
    "EditionPage",
    "OpenText",
    "Register",
    "Relative",
    "Row",
    "Terms",
    "as_named",
    "built_on",
    "county_standings",
    "dossier",
    "edition_texts",
    "editions",
    "find",
    "find_draft",
    "find_edition",
    "find_entry",
    "find_file",
    "find_party",
    "find_text",
    "has_a_draft_of_others",
    "has_adoption",
    "is_decided",
    "is_in_decided_text",
    "is_named",
    "is_open_to",
    "is_readable",
    "keeper_of",
    "known_validity",
    "later_by_others",
    "open_text",
    "parties",
    "readable",
    "readable_editions",
    "regional_ones",
    "register",
    "same_work",
    "version_now",
]
