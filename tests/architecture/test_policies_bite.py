"""Every policy is asked by some page, and a page that stopped asking would be found out.

Each policy is switched, in the running product, to one that says yes, then to one that says no;
at least one answer of the access table must change each time. A policy that no row notices is a
rule that nobody keeps. The list of policies is found, not written: a new one is tried as well.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from types import ModuleType
from typing import Any

import pytest
from django.db import transaction

from samklang.common.policy import ALLOWED, Verdict, denied
from tests.architecture.access_table import ACCESS, DONE, FORM, LOGIN, NO, OK, PERSONAS, Row
from tests.architecture.scene import Scene
from tests.architecture.test_access import Asking, word
from tests.architecture.tree import SOURCE

pytestmark = pytest.mark.one_database

Policy = Callable[..., Verdict]
# Asked about what was chosen in a form that offers nothing else, and told of on a page.
BEHIND_A_FORM = {"agreements.can_register", "meetings.can_call_of"}
# For whoever runs the installation, whom no persona plays; see tests/organizations and persons.
OPERATORS_POLICIES = {"organizations.can_elevate", "persons.can_look_after_persons"}
AFTER_THOSE = {"persons.can_erase"}
# Says no only when a consultation is closed; see tests/consultations.
OVER = {"consultations.can_reply"}
# Asked of a text that the address names after its question mark; see tests/texts/test_clauses.py.
IN_A_QUERY = {"texts.can_lend"}
# Says which links stand on a page that is never refused; see tests/meetings/test_checking.py.
ON_A_PAGE = {"meetings.can_take_out"}
# No row's answer changes with them; see tests/meetings/test_papers.py and test_clauses.py.
NOTICED_ELSEWHERE = {"meetings.can_confine", "meetings.can_record_decisions"}
Cell = tuple[Row, str, str]
CELLS: list[Cell] = [
    (row, persona, says)
    for row in ACCESS
    for persona, says in zip(PERSONAS, row.expected, strict=True)
    if says in {NO, OK, DONE, FORM} and NO in row.expected
]


def policies() -> dict[str, Policy]:
    """Return every policy of every context, by its context and name."""
    # Every view is there before anything is switched, so that none keeps what was switched to.
    import_module("samklang.config.urls")
    found = {}
    for path in sorted(SOURCE.glob("*/policies.py")):
        module = import_module(f"samklang.{path.parent.name}.policies")
        for name, one in vars(module).items():
            if name.startswith("can_") and one.__module__ == module.__name__:
                found[f"{path.parent.name}.{name}"] = one
    return found


def holders(policy: Policy) -> Iterator[tuple[ModuleType, str]]:
    """Yield every module of ours that knows the policy, and by what name."""
    for name, module in list(sys.modules.items()):
        if name.startswith("samklang.") and isinstance(module, ModuleType):
            yield from ((module, word) for word, value in vars(module).items() if value is policy)


def switched(monkeypatch: pytest.MonkeyPatch, policy: Policy, to: Policy) -> None:
    for module, name in list(holders(policy)):
        monkeypatch.setattr(module, name, to)


def says_yes(*_args: Any, **_options: Any) -> Verdict:
    return ALLOWED


def says_no(*_args: Any, **_options: Any) -> Verdict:
    return denied("Nobody may.")


def listened(asked: set[str], name: str, policy: Policy) -> Policy:
    """Return the policy as it is, which notes that it was asked."""

    def one(*args: Any, **options: Any) -> Verdict:
        asked.add(name)
        return policy(*args, **options)

    return one


def answered(row: Row, persona: str) -> str:
    """Ask in a county that no other question has changed."""
    with transaction.atomic():
        said = word(Asking(Scene()).ask(persona, row))
        transaction.set_rollback(True)
    return said


def askers(found: dict[str, Policy]) -> dict[str, list[Cell]]:
    """Ask every cell once; note by each policy which cells it decided about, and the answers."""
    decided: dict[str, list[Cell]] = {name: [] for name in found}
    asked: set[str] = set()
    with pytest.MonkeyPatch.context() as patch:
        for name, policy in found.items():
            switched(patch, policy, listened(asked, name, policy))
        for row, persona, _says in CELLS:
            asked.clear()
            said = answered(row, persona)
            for name in asked:
                decided[name].append((row, persona, said))
    return decided


def is_noticed(cells: list[Cell], policy: Policy, to: Policy) -> bool:
    """Tell whether some cell is answered otherwise while the policy is switched."""
    with pytest.MonkeyPatch.context() as patch:
        switched(patch, policy, to)
        return any(answered(row, persona) != says for row, persona, says in cells)


def test_there_are_policies_to_try() -> None:
    assert len(policies()) >= 14


@pytest.mark.django_db
@pytest.mark.evidence
def test_a_policy_that_always_says_yes_or_always_no_is_noticed() -> None:
    found = policies()
    decided = askers(found)

    unasked = {name for name, cells in decided.items() if not cells}
    unnoticed = {
        (name, to.__name__)
        for name, policy in found.items()
        for to in (says_yes, says_no)
        if not is_noticed(decided[name], policy, to)
    }

    assert unasked == AFTER_THOSE | ON_A_PAGE
    assert {name for name, _to in unnoticed} == (
        OPERATORS_POLICIES
        | AFTER_THOSE
        | BEHIND_A_FORM
        | OVER
        | IN_A_QUERY
        | ON_A_PAGE
        | NOTICED_ELSEWHERE
    )


def test_a_page_that_is_refused_is_never_refused_to_everybody() -> None:
    """A page with NO has somebody who may: else it would be of no use."""
    refusing = {row.page for row in ACCESS if NO in row.expected and not row.is_operators}
    allowing = {row.page for row in ACCESS if {OK, DONE, FORM} & set(row.expected)}

    assert refusing - allowing == set()
    assert all(LOGIN in row.expected for row in ACCESS if NO in row.expected)
