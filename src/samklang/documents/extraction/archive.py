"""Takes the files out of a ZIP one at a time; a bad one is named and the others go on."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from typing import Any

from samklang.documents.extraction.gate import Kind, admit
from samklang.documents.extraction.package import (
    Package,
    clean_name,
    entry_name,
    leads_outside,
)
from samklang.documents.extraction.size import check_size
from samklang.documents.extraction.text import FileFault

_LEFT_BY_SYSTEMS = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


Member = tuple[str, bytes | FileFault]


class Members(Sequence[Member]):
    """The files in a ZIP, each with its safe name: its content, or the fault that keeps it out."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._entries = [
            (entry, name)
            for entry in package.entries
            if not entry.is_dir() and not _is_left_by_a_system(name := entry_name(entry))
        ]

    def __len__(self) -> int:
        return len(self._entries)

    def __getitem__(self, index: Any) -> Any:
        """Take out the one that is asked for, and no other."""
        return _member(self._package, *self._entries[index])


def _is_left_by_a_system(name: str) -> bool:
    return name.startswith(_LEFT_BY_SYSTEMS) or name.rpartition("/")[2] in _LEFT_BY_SYSTEMS


def _member(package: Package, entry: zipfile.ZipInfo, name: str) -> Member:
    if leads_outside(entry):
        return clean_name(name), FileFault("unsafe_path", name=clean_name(name))
    try:
        check_size(entry.file_size)
        content = package.read_entry(entry)
        if _is_archive(content):
            return name, FileFault("nested_archive", name=name)
    except FileFault as fault:
        shown = clean_name(name)
        fault.details["name"] = shown
        return shown, fault
    return name, content


def _is_archive(content: bytes) -> bool:
    """Say whether a member is a ZIP of files; a document's faults are told when it is read."""
    if not content.startswith(b"PK"):
        return False
    try:
        return admit(content).kind is Kind.ARCHIVE
    except FileFault:
        return False
