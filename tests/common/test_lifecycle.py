"""A thing moves along the arrows of its diagram and along no other."""

from __future__ import annotations

from itertools import product

import pytest

from samklang.common.lifecycle import Lifecycle, Move, MoveNotAllowed

PAPER = Lifecycle(
    Move("send", ("draft",), "sent"),
    Move("answer", ("sent", "reminded"), "answered"),
    Move("remind", ("sent",), "reminded"),
    Move("take_back", ("sent", "reminded"), "draft"),
)
# Every arrow there is, written out: (from, move) and where it leads.
ARROWS = {
    ("draft", "send"): "sent",
    ("sent", "answer"): "answered",
    ("reminded", "answer"): "answered",
    ("sent", "remind"): "reminded",
    ("sent", "take_back"): "draft",
    ("reminded", "take_back"): "draft",
}
STATES = ("draft", "sent", "reminded", "answered", "", "unheard of")
MOVES = ("send", "answer", "remind", "take_back")


@pytest.mark.parametrize(("state", "move"), list(product(STATES, MOVES)))
def test_every_move_from_every_state(state: str, move: str) -> None:
    leads_to = ARROWS.get((state, move))

    assert PAPER.allows(move, in_state=state) is (leads_to is not None)
    if leads_to is not None:
        assert PAPER.after(move, in_state=state) == leads_to
        return
    with pytest.raises(MoveNotAllowed, match=f"cannot {move} in state {state}"):
        PAPER.after(move, in_state=state)


def test_a_move_that_nobody_declared_is_a_mistake_of_ours_and_no_refusal() -> None:
    with pytest.raises(KeyError):
        PAPER.allows("burn", in_state="draft")


def test_the_diagram_has_an_arrow_for_each_and_no_more() -> None:
    assert PAPER.as_mermaid().splitlines() == [
        "stateDiagram-v2",
        "    draft --> sent: send",
        "    sent --> answered: answer",
        "    reminded --> answered: answer",
        "    sent --> reminded: remind",
        "    sent --> draft: take_back",
        "    reminded --> draft: take_back",
    ]
