"""How the files in a ZIP are taken out and queued, as long as there are room and time for them."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from tempfile import TemporaryFile
from time import monotonic
from typing import IO, Any

from django.core.files import File as Content

from samklang.documents.api import FileFault, Sandbox
from samklang.inventories import actions
from samklang.inventories.models import Reading
from samklang.inventories.room import Refusal, Room

OUT_OF_TIME = Refusal("out_of_time", {})


def unpack(sandbox: Sandbox[str], file: IO[bytes], archive: Reading, until: float) -> None:
    """Take the files out one at a time, going on after those that came out before a stop."""
    count = int(sandbox.run("count_members", file=file))
    if count == 0:  # nothing but a system’s own leavings is as good as empty
        raise FileFault("empty_archive")
    room = Room.of(archive.batch)
    for index in range(archive.members.count(), count):
        if monotonic() >= until:
            raise FileFault(OUT_OF_TIME.fault)
        _take_out(sandbox, file, archive, index, room)
    actions.unpacked(archive)


def _take_out(
    sandbox: Sandbox[str], file: IO[bytes], archive: Reading, index: int, room: Room
) -> None:
    """Queue one file, or say why not; what it does to the process does not stop the next."""
    name = f"{archive.name} ({index + 1})"
    try:
        member = json.loads(sandbox.run("name_member", index, file=file))
        name = member["name"]
        refusal = _refusal(member, room)
        if refusal is None:
            _add(sandbox, file, archive, index, member)
            room.take(member["size"])
    except FileFault as fault:
        refusal = Refusal(fault.code, {key: str(value) for key, value in fault.details.items()})
    if refusal is not None:
        actions.add_refused_member(archive, name, refusal)


def _refusal(member: dict[str, Any], room: Room) -> Refusal | None:
    if "fault" in member:
        return Refusal(member["fault"], member["details"])
    return room.refusal(member["size"])


def _add(
    sandbox: Sandbox[str], file: IO[bytes], archive: Reading, index: int, member: dict[str, Any]
) -> None:
    with TemporaryFile() as written:
        for piece in _pieces(sandbox, file, index, member["size"]):
            written.write(piece)
        written.seek(0)
        actions.add_member(archive, member["name"], Content(written, name="member"))


def _pieces(sandbox: Sandbox[str], file: IO[bytes], index: int, size: int) -> Iterator[bytes]:
    begin = 0
    while begin < size:
        piece = base64.b64decode(sandbox.run("fetch_piece", index, begin, file=file))
        if not piece:
            raise FileFault("crashed")
        yield piece
        begin += len(piece)
