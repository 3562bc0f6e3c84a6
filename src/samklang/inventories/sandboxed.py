"""What runs in the limited process: one received file is opened, read and told as JSON."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import IO, Any, Final

from samklang.common.residents import without_personal_numbers
from samklang.documents.extraction.archive import Member, Members
from samklang.documents.extraction.opening import extract, members
from samklang.documents.extraction.size import check_size
from samklang.documents.extraction.text import ExtractedText, FileFault
from samklang.inventories.program_values import is_for_programs
from samklang.inventories.reading.json_line import as_json_line
from samklang.inventories.reading.reader import read
from samklang.inventories.reading.vocabulary import Vocabulary, load_vocabulary

# So much of a ZIP’s member is handed over at a time: as text it takes a third more.
PIECE: Final = 4 * 1024 * 1024


def answer(file: IO[bytes], verb: str, *arguments: Any) -> str:
    """The one function that the sandbox runs."""
    return VERBS[verb](file, *arguments)


def read_file(file: IO[bytes], name: str, folders: tuple[str, ...]) -> str:
    """Return the reading of one document as JSON; a ZIP raises FileFault("archive")."""
    return _told(name, _content(file), folders)


def count_members(file: IO[bytes]) -> str:
    """Return how many files there are in a ZIP, or raise what keeps all of it out."""
    return str(len(_opened_as(file).members))


def read_member(file: IO[bytes], zip_name: str, index: int, folders: tuple[str, ...]) -> str:
    """Return the reading of one file in a ZIP."""
    member_name, content = _member(file, index)
    name = without_personal_numbers(f"{zip_name}/{member_name}")
    try:
        return _told(name, _unfaulted(content), folders)
    except FileFault as fault:
        return _fault_told(name, fault)


def name_member(file: IO[bytes], index: int) -> str:
    """Return one file’s name in a ZIP, and its size or its fault."""
    name, content = _member(file, index)
    if isinstance(content, FileFault):
        return _fault_told(name, content)
    return json.dumps({"name": name, "size": len(content)})


def fetch_piece(file: IO[bytes], index: int, begin: int) -> str:
    """Return a piece of a file in a ZIP, unread."""
    content = _unfaulted(_member(file, index)[1])
    return base64.b64encode(content[begin : begin + PIECE]).decode("ascii")


VERBS: Final[Mapping[str, Callable[..., str]]] = {
    "read": read_file,
    "count_members": count_members,
    "read_member": read_member,
    "name_member": name_member,
    "fetch_piece": fetch_piece,
}


@dataclass
class _Opened:
    """The ZIP that is being taken out of, and the member that was taken last."""

    file: tuple[int, int]
    members: Members
    last: tuple[int, Member] | None = None


_opened: list[_Opened] = []


def _member(file: IO[bytes], index: int) -> Member:
    opened = _opened_as(file)
    if opened.last is None or opened.last[0] != index:
        opened.last = None  # make room before the next one is unpacked
        opened.last = index, opened.members[index]
    return opened.last[1]


def _opened_as(file: IO[bytes]) -> _Opened:
    """Open a ZIP once for all of its members; a new process opens it anew."""
    there = os.fstat(file.fileno())
    same_file = there.st_dev, there.st_ino
    if not _opened or _opened[0].file != same_file:
        _opened[:] = [_Opened(same_file, members(_content(file)))]
    return _opened[0]


def _content(file: IO[bytes]) -> bytes:
    """Read the file from its beginning, when its size alone does not keep it out."""
    check_size(os.fstat(file.fileno()).st_size)
    file.seek(0)
    return file.read()


def _told(name: str, content: bytes, folders: tuple[str, ...]) -> str:
    extracted = extract(name, content)
    if extracted.format == "text" and is_for_programs(extracted.text):
        raise FileFault("wrong_type", detected="data")
    reading = read(extracted, name, _vocabulary(folders))
    told = {
        "name": name,
        "format": extracted.format,
        "extracted": _shown(extracted),
        "reading": asdict(reading),
        "line": as_json_line(reading, name),
    }
    return json.dumps(told, ensure_ascii=False)


@cache
def _vocabulary(folders: tuple[str, ...]) -> Vocabulary:
    # A pack may know commitments and no documents: the words of documents are what is asked for.
    if not any((Path(folder) / "words.toml").is_file() for folder in folders):
        raise FileFault("no_reading_rules")
    return load_vocabulary(*map(Path, folders))


def _shown(extracted: ExtractedText) -> dict[str, Any]:
    return {
        "text": extracted.text,
        "blocks": [block.to_keep() for block in extracted.blocks],
        "page_count": extracted.page_count,
        "warnings": list(extracted.warnings),
    }


def _unfaulted(content: bytes | FileFault) -> bytes:
    if isinstance(content, FileFault):
        raise content
    return content


def _fault_told(name: str, fault: FileFault) -> str:
    details = {key: str(value) for key, value in fault.details.items() if key != "name"}
    return json.dumps({"name": name, "fault": fault.code, "details": details})
