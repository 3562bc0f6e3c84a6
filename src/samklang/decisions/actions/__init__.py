"""Everything that changes what is decided, and how it is carried home."""

from samklang.decisions.actions.answering import answer
from samklang.decisions.actions.home import (
    Asking,
    WayHome,
    ask_home,
    put_demo_home,
    remind_home,
    write_home,
)
from samklang.decisions.actions.recording import (
    AlreadyRecorded,
    Clause,
    Sitting,
    Wanted,
    confirm,
    is_outside,
    put_demo_clauses,
    record_clauses,
    record_sitting,
    undo,
)

__all__ = [
    "AlreadyRecorded",
    "Asking",
    "Clause",
    "Sitting",
    "Wanted",
    "WayHome",
    "answer",
    "ask_home",
    "confirm",
    "is_outside",
    "put_demo_clauses",
    "put_demo_home",
    "record_clauses",
    "record_sitting",
    "remind_home",
    "undo",
    "write_home",
]
