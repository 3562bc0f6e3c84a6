"""Everything that changes an agreement: each verb locks, checks, writes and records."""

from samklang.agreements.actions.editing import (
    Facts,
    add_edition,
    add_party,
    attach_file,
    create,
    edit,
    move_stage,
    remove_party,
)
from samklang.agreements.actions.entering import (
    AlreadyRecorded,
    add_evidence,
    record_adoption,
    record_diary_number,
    record_event,
    undo,
)
from samklang.agreements.actions.locking import Conflict
from samklang.agreements.actions.registering import (
    FileAlreadyRegistered,
    register_read_agreement,
)
from samklang.agreements.actions.taking_back import take_back

__all__ = [
    "AlreadyRecorded",
    "Conflict",
    "Facts",
    "FileAlreadyRegistered",
    "add_edition",
    "add_evidence",
    "add_party",
    "attach_file",
    "create",
    "edit",
    "move_stage",
    "record_adoption",
    "record_diary_number",
    "record_event",
    "register_read_agreement",
    "remove_party",
    "take_back",
    "undo",
]
