"""The pages: handing in, reading and confirming files, and answers of the kind “we have none”."""

from samklang.inventories.views.batches import batch, batches, receive
from samklang.inventories.views.findings import findings, new_finding, record_finding, withdraw
from samklang.inventories.views.meetings import confirm_meeting
from samklang.inventories.views.readings import (
    confirm,
    put_away,
    read_again,
    reading,
    reject,
    release,
    take_back,
)

__all__ = [
    "batch",
    "batches",
    "confirm",
    "confirm_meeting",
    "findings",
    "new_finding",
    "put_away",
    "read_again",
    "reading",
    "receive",
    "record_finding",
    "reject",
    "release",
    "take_back",
    "withdraw",
]
