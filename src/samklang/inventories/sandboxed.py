"""What runs in the limited process: one received file is opened, read and told as JSON."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from dataclasses import asdict
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from samklang.documents.extraction.gate import check_size
from samklang.documents.extraction.opening import extract, members
from samklang.documents.extraction.text import ExtractedText, FileFault
from samklang.inventories.program_values import is_for_programs
from samklang.inventories.reading.json_line import as_json_line
from samklang.inventories.reading.reader import read
from samklang.inventories.reading.vocabulary import Vocabulary, load_vocabulary

Member = tuple[str, bytes | FileFault]
# The members of the ZIP that is being read, and how many of them have been taken.
_unpacking: dict[str, tuple[int, Iterator[Member]]] = {}


def read_file(path: str, name: str, folders: tuple[str, ...]) -> str:
    """Return the reading of one document as JSON; a ZIP raises FileFault("archive")."""
    return _told(name, _content(path), folders)


def read_member(path: str, zip_name: str, index: int, folders: tuple[str, ...]) -> str:
    """Return the reading of one file in a ZIP, or "" after the last."""
    member = _member(path, index)
    if member is None:
        return ""
    name, content = f"{zip_name}/{member[0]}", member[1]
    try:
        return _told(name, _unfaulted(content), folders)
    except FileFault as fault:
        return _fault_told(name, fault)


def fetch_member(path: str, index: int) -> str:
    """Return one file in a ZIP, unread, or "" after the last."""
    member = _member(path, index)
    if member is None:
        return ""
    name, content = member
    if isinstance(content, FileFault):
        return _fault_told(name, content)
    return json.dumps({"name": name, "content": base64.b64encode(content).decode("ascii")})


def answer(verb: str, path: str, name: str, index: int, folders: tuple[str, ...]) -> str:
    """The one function that the sandbox runs."""
    if verb == "read_member":
        return read_member(path, name, index, folders)
    if verb == "fetch_member":
        return fetch_member(path, index)
    return read_file(path, name, folders)


def _content(path: str) -> bytes:
    stored = Path(path)
    check_size(stored.stat().st_size)
    return stored.read_bytes()


def _member(path: str, index: int) -> Member | None:
    """Take the next member; a new process starts over and skips what has been taken."""
    taken, rest = _unpacking.pop(path, (0, None))
    if rest is None or taken != index:
        rest = islice(members(Path(path).name, _content(path)), index, None)
    member = next(rest, None)
    _unpacking.clear()
    if member is not None:
        _unpacking[path] = (index + 1, rest)
    return member


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
    if not any(next(Path(folder).glob("*.toml"), None) for folder in folders):
        raise FileFault("no_reading_rules")
    return load_vocabulary(*map(Path, folders))


def _shown(extracted: ExtractedText) -> dict[str, Any]:
    return {
        "text": extracted.text,
        "blocks": [asdict(block) for block in extracted.blocks],
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
