"""Check 38: what a bomb costs whoever receives it: at most 50 MB more, and one second.

The service hands each file to a process of its own, with a limit of memory and time; its figures
are told beside. The best of three turns counts, since other work loads the machine.

Control: one of them given to a program that does not look first takes more than 100 MB.
"""

from __future__ import annotations

import struct
import subprocess
import sys
import time
import zlib
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

from samklang.documents.extraction.text import FileFault
from samklang.documents.sandbox import Sandbox
from samklang.inventories.jobs import CHILD, all_folders
from tests.documents.extraction import samples
from tests.inventories import bad_files, desk

MOST_MEGABYTES = 50
MOST_SECONDS = 1.0
TURNS = 3
_KB = 1024
UNGUARDED = """
import io, re, sys, zipfile
from lxml import etree
package = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
root = etree.fromstring(package.read("word/document.xml"))
print(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1])
"""


@dataclass(frozen=True)
class Cost:
    name: str
    said: str
    seconds: float
    megabytes: float
    readers_megabytes: float


def bombs() -> dict[str, bytes]:
    """The bombs of tests/inventories, and larger ones than a quick suite should make."""
    inside = desk.zipped({f"{n}.zip": desk.zipped({"x.txt": b"0" * 9_000_000}) for n in range(20)})
    return {
        **{one.name: one.content for one in bad_files.troubles() if one.fault in DANGEROUS},
        "word-200-mb.docx": samples.docx("", {"word/x.xml": b"<x>" + b" " * 200_000_000}),
        "word-ratio.docx": samples.docx(samples.p("x" * 30_000_000)),
        "zip-i-zip.zip": inside,
        "djup.html": b"<html><body>" + b"<div>" * 400_000,
        "djup.docx": samples.docx("<w:p>" * 100_000),
        "bild-30k.docx": samples.docx("", {"word/media/stor.png": _large_picture()}),
        "bild-30k.png": _large_picture(),
        "kvadrat.odt": samples.odt(_quadratic()),
    }


DANGEROUS = {"bomb", "too_heavy", "too_many_pages", "external_entities", "unsafe_part"}


def _large_picture() -> bytes:
    """A picture of 30 000 × 30 000 dots that says so in its head, in a few bytes."""
    head = struct.pack(">LLBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + head
    body = struct.pack(">L", len(head)) + chunk + struct.pack(">L", zlib.crc32(chunk))
    return b"\x89PNG\r\n\x1a\n" + body


def _quadratic() -> str:
    return f'<!DOCTYPE x [<!ENTITY a "{"a" * 100_000}">]><x>{"&a;" * 10_000}</x>'


def peak(process: str) -> int:
    """Return the most memory that the process has had, in kilobytes."""
    told = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    return int(next(line.split()[1] for line in told.splitlines() if line.startswith("VmHWM")))


def forget_peak() -> None:
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def cost(name: str, content: bytes) -> Cost:
    with Sandbox(CHILD, str, readable=all_folders()) as sandbox, TemporaryFile() as file:
        _read(sandbox, b"Avtal om skog.", "start.txt")  # so that the reader has started
        child = sandbox._child
        assert child is not None
        file.write(content)
        file.flush()
        forget_peak()
        before, begun = peak("self"), time.monotonic()
        said = _run(sandbox, file, name)
        seconds, after = time.monotonic() - begun, peak("self")
        alive = sandbox._child is child
        reader = peak(str(child._running.pid)) if alive else 0
    return Cost(name, said, seconds, (after - before) / _KB, reader / _KB)


def _read(sandbox: Sandbox[str], content: bytes, name: str) -> str:
    with TemporaryFile() as file:
        file.write(content)
        file.flush()
        return _run(sandbox, file, name)


def _run(sandbox: Sandbox[str], file: Any, name: str) -> str:
    try:
        return sandbox.run("read", name, all_folders(), file=file)[:0] or "read"
    except FileFault as fault:
        return fault.code


def unguarded(content: bytes) -> float:
    told = subprocess.run(
        [sys.executable, "-c", UNGUARDED], input=content, capture_output=True, check=False
    )
    return int(told.stdout) / _KB


def test_a_bomb_costs_little(figures: dict[str, Any]) -> None:
    costs = [
        min((cost(name, content) for _turn in range(TURNS)), key=lambda one: one.seconds)
        for name, content in bombs().items()
    ]
    slowest = max(costs, key=lambda one: one.seconds)
    heaviest = max(costs, key=lambda one: one.megabytes)
    control = unguarded(samples.docx(samples.p("x") * 300_000))

    figures.update(
        check=38,
        bombs=len(costs),
        slowest=f"{slowest.name}: {slowest.seconds:.2f} s",
        heaviest=f"{heaviest.name}: +{heaviest.megabytes:.1f} MB",
        reader=max(round(one.readers_megabytes) for one in costs),
        said={one.name: one.said for one in costs},
        control_megabytes=round(control),
    )
    assert len(costs) >= 15
    assert [one for one in costs if one.said == "read"] == []
    assert slowest.seconds <= MOST_SECONDS
    assert heaviest.megabytes <= MOST_MEGABYTES
    assert control > 2 * MOST_MEGABYTES
