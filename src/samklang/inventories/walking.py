"""Reads files and folders from the command line, each in the limited process, and never stops."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from time import monotonic
from typing import IO, Any

from samklang.common.residents import without_personal_numbers
from samklang.documents.api import FileFault, Sandbox
from samklang.inventories.jobs import ARCHIVE, CHILD, Reader
from samklang.inventories.room import BATCH_SECONDS, MAX_FILES

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
    with Sandbox(CHILD, str, readable=folders) as sandbox:
        for path in files(paths):
            yield from _lines(sandbox, path, folders)


def shown_name(path: Path) -> str:
    """Return the path as it can be written: a name may be no text, or hold a personal number."""
    return without_personal_numbers(os.fsencode(path).decode("utf-8", "replace"))


def _lines(sandbox: Reader, path: Path, folders: tuple[str, ...]) -> Iterator[Line]:
    name = shown_name(path)
    try:
        with _opened(path) as file:
            yield from _lines_of(sandbox, file, name, folders)
    except FileFault as fault:
        yield _unreadable(name, fault.code, fault.details)


def _opened(path: Path) -> IO[bytes]:
    if not path.is_file():
        raise FileFault("not_found")
    try:
        return path.open("rb")
    except OSError as error:
        raise FileFault("no_right") from error


def _lines_of(
    sandbox: Reader, file: IO[bytes], name: str, folders: tuple[str, ...]
) -> Iterator[Line]:
    try:
        yield _line(sandbox.run("read", name, folders, file=file))
    except FileFault as fault:
        if fault.code != ARCHIVE:
            raise
        yield from _members(sandbox, file, name, folders)


def _members(
    sandbox: Reader, file: IO[bytes], zip_name: str, folders: tuple[str, ...]
) -> Iterator[Line]:
    """Yield a line for each file in a ZIP; like a batch it has room for so many, and so long."""
    count, until = int(sandbox.run("count_members", file=file)), monotonic() + BATCH_SECONDS
    if count == 0:
        raise FileFault("empty_archive")
    for index in range(count):
        name = f"{zip_name}/{index + 1}"
        try:
            _check_room(index, until)
            yield _line(sandbox.run("read_member", zip_name, index, folders, file=file))
        except FileFault as fault:
            yield _unreadable(name, fault.code, fault.details)


def _check_room(index: int, until: float) -> None:
    if index >= MAX_FILES:
        raise FileFault("too_many_files", count=MAX_FILES)
    if monotonic() >= until:
        raise FileFault("out_of_time")


def _line(told: str) -> Line:
    parsed: Line = json.loads(told)
    if "fault" in parsed:
        return _unreadable(parsed["name"], parsed["fault"], parsed["details"])
    line: Line = json.loads(parsed["line"])
    line["certainty"] = parsed["reading"]["kind"]["certainty"]
    line["peculiar"] = parsed["extracted"]["warnings"]
    return line


def _unreadable(name: str, fault: str, details: dict[str, Any]) -> Line:
    said = {key: str(value) for key, value in details.items() if key != "name"}
    kind = NOT_A_DOCUMENT if fault == "wrong_type" else UNREADABLE
    return {"file": name, "kind": kind, "fault": fault, "details": said}
