"""The context's pages: reading, changing, and settling two changes at once."""

from samklang.agreements.views.adopting import (
    add_evidence,
    adoption,
    board_paper,
    evidence,
)
from samklang.agreements.views.changes import (
    add_diary_number,
    add_edition,
    add_event,
    add_file,
    add_party,
    adopt,
    move_stage,
    remove_party,
)
from samklang.agreements.views.facts import choose, create, edit
from samklang.agreements.views.pages import detail, download, history, picture, register
from samklang.agreements.views.undoing import (
    take_back,
    undo_adoption,
    undo_diary_number,
    undo_event,
)

__all__ = [
    "add_diary_number",
    "add_edition",
    "add_event",
    "add_evidence",
    "add_file",
    "add_party",
    "adopt",
    "adoption",
    "board_paper",
    "choose",
    "create",
    "detail",
    "download",
    "edit",
    "evidence",
    "history",
    "move_stage",
    "picture",
    "register",
    "remove_party",
    "take_back",
    "undo_adoption",
    "undo_diary_number",
    "undo_event",
]
