"""Reads files and folders from the command line, each in the limited process, and never stops."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from samklang.documents.api import FileFault, Sandbox
from samklang.inventories.jobs import ARCHIVE, CHILD, Reader

UNREADABLE, NOT_A_DOCUMENT = "unreadable", "not_a_document"
Line = dict[str, Any]


def files(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield every file in the given order, those of a folder by name; hidden ones are left out."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for found in sorted(path.rglob("*")):
            hidden = any(part.startswith(".") for part in found.relative_to(path).parts)
            if found.is_file() and not hidden:
                yield found


def lines(paths: Iterable[Path], folders: tuple[str, ...]) -> Iterator[Line]:
    """Yield one line for each file; one that cannot be read says why."""
    with Sandbox(CHILD, str) as sandbox:
        for path in files(paths):
            yield from _lines(sandbox, path, folders)


def _lines(sandbox: Reader, path: Path, folders: tuple[str, ...]) -> Iterator[Line]:
    name = str(path)
    if not path.is_file():
        yield _unreadable(name, "not_found", {})
        return
    try:
        yield _line(sandbox.run("read", str(path.absolute()), name, 0, folders))
    except FileFault as fault:
        if fault.code == ARCHIVE:
            yield from _members(sandbox, path, folders)
        else:
            yield _unreadable(name, fault.code, fault.details)


def _members(sandbox: Reader, path: Path, folders: tuple[str, ...]) -> Iterator[Line]:
    index = 0
    while True:
        try:
            told = sandbox.run("read_member", str(path.absolute()), str(path), index, folders)
        except FileFault as fault:
            yield _unreadable(f"{path}/{index + 1}", fault.code, fault.details)
        else:
            if not told:
                return
            yield _line(told)
        index += 1


def _line(told: str) -> Line:
    parsed: Line = json.loads(told)
    if "fault" in parsed:
        return _unreadable(parsed["name"], parsed["fault"], parsed["details"])
    line: Line = json.loads(parsed["line"])
    line["certainty"] = parsed["reading"]["kind"]["certainty"]
    return line


def _unreadable(name: str, fault: str, details: dict[str, Any]) -> Line:
    said = {key: str(value) for key, value in details.items() if key != "name"}
    kind = NOT_A_DOCUMENT if fault == "wrong_type" else UNREADABLE
    return {"file": name, "kind": kind, "fault": fault, "details": said}
