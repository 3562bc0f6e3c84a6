"""Every move of a reading, from every state."""

from __future__ import annotations

from itertools import product

import pytest

from samklang.common.lifecycle import MoveNotAllowed
from samklang.inventories.lifecycle import LIFECYCLE, State

MOVES = {move.name: move for move in LIFECYCLE.moves}


@pytest.mark.parametrize(("name", "state"), list(product(MOVES, State.values)))
def test_every_move_from_every_state(name: str, state: str) -> None:
    move = MOVES[name]

    if state in move.sources:
        assert LIFECYCLE.after(name, in_state=state) == move.target
    else:
        with pytest.raises(MoveNotAllowed):
            LIFECYCLE.after(name, in_state=state)


def test_every_state_but_the_first_can_be_reached() -> None:
    targets = {move.target for move in LIFECYCLE.moves}

    assert targets == set(State)
