"""How often Python looks for rubbish that goes round in circles.

Python looks after every 700 new objects, which is a sixth of the time it takes to start, though
all that is read in then stays. Requests leave next to no circles behind.
"""

from __future__ import annotations

import gc

NEW_OBJECTS, TURNS, OLD_TURNS = 50_000, 20, 50


def look_seldom() -> None:
    """Call it first of all in a process."""
    gc.set_threshold(NEW_OBJECTS, TURNS, OLD_TURNS)


def leave_out_what_stays() -> None:
    """Call it when all is read in: it is never looked through again.

    Nor is it now. What is rubbish of it already, a thousand objects, costs less than to find it.
    """
    gc.freeze()
