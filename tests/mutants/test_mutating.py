"""What `make mutants` changes: every door there is, in every small way, and never the same twice.

Seen red: with the policies left out of the doors, and with a change that is not written back.
"""

from __future__ import annotations

import ast

import pytest

from tests.mutants.mutating import functions, mutants
from tests.mutants.walls import EXCUSED, doors

pytestmark = pytest.mark.one_database

CODE = """
def may(self, acting) -> bool:
    \"\"\"Words for people.\"\"\"
    if acting.old < 3:
        return denied("No.")
    return self.filter(a=1, b__lte=2) | ~Q(c=True)
"""
BOTH = "self.filter(a=1, b__lte=2) | ~Q(c=True)"
CHANGES = {
    "if not acting.old < 3",
    "without `if acting.old < 3:`",
    "Lt -> LtE",
    "3 -> 4",
    "`return denied('No.')` -> not denied('No.')",
    f"`return {BOTH}` -> not {BOTH}",
    "BitOr -> BitAnd",
    "without `~Q(c=True)` in BitOr",
    "without `self.filter(a=1, b__lte=2)` in BitOr",
    "without .filter(a=1, b__lte=2)",
    "filter -> exclude of (a=1, b__lte=2)",
    "filter without `a=1`",
    "filter without `b__lte=2`",
    "b__lte -> b__lt",
    "1 -> 2",
    "2 -> 3",
    "`~Q(c=True)` without Invert",
    "True -> False",
}


def test_each_change_is_made_alone_and_the_code_is_as_it_was_after_them() -> None:
    tree = ast.parse(CODE)
    before = ast.dump(tree)
    (name, function), *_none = functions(tree)

    made = list(mutants("x.py", tree, name, function))

    assert {one.what for one in made} == CHANGES
    assert len({ast.dump(one.tree) for one in made} - {before}) == len(CHANGES)
    assert ast.dump(tree) == before


def test_every_policy_and_every_query_of_who_sees_what_is_a_door() -> None:
    found = {f"{path}:{name}" for path, _tree, name, _function in doors()}

    assert {
        "agreements/models/work.py:AgreementQuerySet.visible_to",
        "agreements/models/work.py:EditionQuerySet.readable_by",
        "agreements/policies.py:can_share",
        "sharing/boundary.py:Boundary.until",
        "texts/models/judging.py:JudgementQuerySet.visible_to",
    } <= found
    assert all(why.strip() for why in EXCUSED.values())
