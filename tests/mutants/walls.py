"""What is changed: everything that says who may see and who may do; and what shows the changes.

The queries of who sees what (`visible_to` and its like) and the policies are found, not listed.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.architecture.tree import SOURCE
from tests.mutants.mutating import Function, functions

SEEING = {"visible_to", "readable_by", "named_to", "open_to", "told", "decided", "standing"}
SEEING |= {"inside", "whole_to"}
# Policies of other things than what the county keeps: seats, accounts and the installation.
ELSEWHERE = {"organizations/policies.py", "persons/policies.py", "setup/policies.py"}
# Beside those: the boundary itself, and what asks it about one thing; None is all of a module.
DOORS: dict[str, set[str] | None] = {
    "sharing/boundary.py": None,
    "sharing/queries.py": None,
    "agreements/walls.py": None,
    "agreements/models/work.py": {
        "_decided",
        "_entries",
        "_inside",
        "_readable",
        "_whole",
        "_yeses",
        "Edition.inside",
    },
    "agreements/queries/naming.py": {"is_named", "as_named"},
    "agreements/queries/reading.py": {
        "find_text",
        "decided_among",
        "is_decided",
        "is_evidence_open",
        "is_open_to",
        "is_readable",
        "has_a_draft_of_others",
        "open_text",
        "open_texts",
        "readable",
        "readable_editions",
        "_open_until",
    },
    "agreements/queries/finding.py": {
        "find",
        "find_told",
        "find_entry",
        "find_edition",
        "find_file",
        "find_draft",
    },
    "consultations/models/rounds.py": {"written_by"},
    "documents/queries.py": {"find"},
    "inventories/queries.py": {"find_finding", "find_batch", "find_reading"},
}
# Those that prove the walls, of all kinds; a file or a folder.
TESTS = (
    "tests/architecture/test_access.py",
    "tests/architecture/test_not_found.py::test_no_number_in_an_address_is_too_large_to_be_answered",
    "tests/architecture/test_states.py",
    "tests/architecture/test_walls.py",
    "tests/agreements/test_adopting.py",
    "tests/agreements/test_decided.py",
    "tests/agreements/test_doors.py",
    "tests/agreements/test_others_drafts.py",
    "tests/agreements/test_policies.py",
    "tests/agreements/test_taking_back.py",
    "tests/agreements/test_walls.py",
    "tests/consultations/test_comments.py",
    "tests/consultations/test_policies.py",
    "tests/consultations/test_rounds.py",
    "tests/consultations/test_suggestions.py",
    "tests/inventories/test_policies.py",
    "tests/inventories/test_taking_back.py",
    "tests/sharing",
    "tests/texts/test_clauses.py",
    "tests/texts/test_coverage.py",
    "tests/texts/test_doors.py",
    "tests/texts/test_sisters.py",
)
# Changes that change nothing that anybody can see, each with why: one that is noticed after all
# is an error, and so is one that is not made any more.
EXCUSED: dict[str, str] = {
    "agreements/queries/finding.py:find_told: Gt -> GtE": "nothing has the largest number there is",
    "agreements/queries/naming.py:as_named: without "
    ".filter(pk__in=[one.pk for one in agreements])": "more is fetched, and only they looked up",
    "agreements/walls.py:Wall.hides: without `0` in Or": "no text has None as its number either",
    "consultations/policies.py:can_open: `return verdict` -> denied": (
        "the verdict is a no there, with its own reason"
    ),
}


def is_wall(path: str, name: str) -> bool:
    owner, _dot, method = name.rpartition(".")
    if path.endswith("/policies.py"):
        return path not in ELSEWHERE
    if owner.endswith("QuerySet") and method in SEEING:
        return True
    listed = DOORS.get(path, set())
    return listed is None or name in listed


def doors() -> Iterator[tuple[str, ast.Module, str, Function]]:
    """Yield every function that is part of the wall, with the module that it is in."""
    paths = [
        *SOURCE.glob("*/models/**/*.py"),
        *SOURCE.glob("*/models.py"),
        *SOURCE.glob("*/policies.py"),
    ]
    paths += [SOURCE / path for path in DOORS]
    for path in sorted(set(paths)):
        tree, short = ast.parse(path.read_text("utf-8")), path.relative_to(SOURCE).as_posix()
        for name, function in functions(tree):
            if is_wall(short, name):
                yield short, tree, name, function
