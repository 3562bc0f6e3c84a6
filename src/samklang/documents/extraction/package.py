"""Opens a ZIP file from a stranger: what it claims is checked before anything is unpacked."""

from __future__ import annotations

import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from samklang.common.letters import clean
from samklang.documents.extraction.text import FileFault

MAX_ENTRIES: Final = 2_000
MAX_UNPACKED: Final = 200 * 1024 * 1024
MAX_PART: Final = 50 * 1024 * 1024
MAX_RATIO: Final = 100
_KEPT_PART = 4 * 1024 * 1024  # a part is checked first and read later; small ones are unpacked once
_RATIO_COUNTS_FROM = 1024 * 1024  # small parts of repeated markup are honestly compressible
_MAX_DIRECTORY = MAX_ENTRIES * 1024
_END_OF_DIRECTORY = b"PK\x05\x06"
_ZIP64_LOCATOR = b"PK\x06\x07"
_DIRECTORY_ENTRY = b"PK\x01\x02"
_LOCAL_HEADER = struct.Struct("<4s22xHH")
_ENCRYPTED, _NAME_IS_UTF8 = 0x1, 0x800
_UNSAFE_NAME = re.compile(r"^[/\\]|^[A-Za-z]:|\\|(?:^|/)\.\.(?:/|$)|[\x00-\x1f\x7f]")


class Package:
    """The entries of a ZIP file, in the order of its directory."""

    def __init__(self, content: bytes) -> None:
        _check_directory_size(content)
        self._content = memoryview(content)
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as opened:
                self.entries = opened.infolist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error) as error:
            raise FileFault("damaged") from error
        self._kept: dict[str, bytes] = {}
        self._by_name = {entry.filename: entry for entry in self.entries}
        self._check_claims()

    def __contains__(self, name: str) -> bool:
        return name in self._by_name

    @property
    def names(self) -> Iterable[str]:
        return self._by_name.keys()

    def read(self, name: str) -> bytes:
        """Return an entry's content, or b"" when there is no such entry."""
        entry = self._by_name.get(name)
        if entry is None:
            return b""
        content = self._kept.get(name)
        if content is None:
            content = self.read_entry(entry)
            if len(content) <= _KEPT_PART:
                self._kept[name] = content
        return content

    def read_entry(self, entry: zipfile.ZipInfo) -> bytes:
        if entry.flag_bits & _ENCRYPTED:
            raise FileFault("encrypted", part=entry.filename)
        if entry.file_size > MAX_PART:
            raise FileFault("bomb", part=entry.filename)
        content = _unpacked(self._packed(entry), entry)
        if len(content) != entry.file_size or zlib.crc32(content) != entry.CRC:
            raise FileFault("damaged", part=entry.filename)
        return content

    def check_names(self) -> None:
        for entry in self.entries:
            if leads_outside(entry):
                raise FileFault("unsafe_part", part=clean_name(entry.orig_filename))

    def _packed(self, entry: zipfile.ZipInfo) -> memoryview:
        header = self._content[entry.header_offset : entry.header_offset + _LOCAL_HEADER.size]
        if len(header) < _LOCAL_HEADER.size:
            raise FileFault("damaged", part=entry.filename)
        magic, name_length, extra_length = _LOCAL_HEADER.unpack(header)
        if magic != b"PK\x03\x04":
            raise FileFault("damaged", part=entry.filename)
        start = entry.header_offset + _LOCAL_HEADER.size + name_length + extra_length
        return self._content[start : start + entry.compress_size]

    def _check_claims(self) -> None:
        if len(self.entries) > MAX_ENTRIES:
            raise FileFault("bomb", entries=len(self.entries))
        unpacked = sum(entry.file_size for entry in self.entries)
        packed = sum(entry.compress_size for entry in self.entries)
        overlapping = packed > len(self._content) or _share_bytes(self.entries)
        if unpacked > MAX_UNPACKED or overlapping or any(map(_is_a_bomb, self.entries)):
            raise FileFault("bomb", unpacked=unpacked)


def _check_directory_size(content: bytes) -> None:
    """Refuse a huge directory before it becomes a million objects."""
    end = content.rfind(_END_OF_DIRECTORY)
    if end < 0 or len(content) < end + 22:
        raise FileFault("damaged")
    (size,) = struct.unpack_from("<I", content, end + 12)
    if content[max(0, end - 20) : end].startswith(_ZIP64_LOCATOR):
        size = content.count(_DIRECTORY_ENTRY) * 46
    if size > _MAX_DIRECTORY:
        raise FileFault("bomb", directory=size)


def _is_a_bomb(entry: zipfile.ZipInfo) -> bool:
    return (
        entry.file_size > _RATIO_COUNTS_FROM
        and entry.file_size > max(entry.compress_size, 1) * MAX_RATIO
    )


def _share_bytes(entries: Iterable[zipfile.ZipInfo]) -> bool:
    """Say whether two entries stand on the same bytes of the file, so that little becomes much."""
    in_order = sorted(entries, key=lambda entry: entry.header_offset)
    return any(
        # The header that stands before the content has the name once more.
        one.header_offset + _LOCAL_HEADER.size + len(one.orig_filename) + one.compress_size
        > following.header_offset
        for one, following in pairwise(in_order)
    )


def _unpacked(packed: memoryview, entry: zipfile.ZipInfo) -> bytes:
    if entry.compress_type == zipfile.ZIP_STORED:
        return bytes(packed)
    if entry.compress_type != zipfile.ZIP_DEFLATED:
        raise FileFault("damaged", part=entry.filename)
    try:
        # Never more than was claimed: the claim is what the limits were checked against.
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, entry.file_size + 1)
    except zlib.error as error:
        raise FileFault("damaged", part=entry.filename) from error


def entry_name(entry: zipfile.ZipInfo) -> str:
    """Return the entry's name as its maker saw it, in NFC.

    Older programs write UTF-8 without saying so; then zipfile has read the name as code page 437.
    """
    name = entry.filename
    if not entry.flag_bits & _NAME_IS_UTF8 and not name.isascii():
        try:
            name = name.encode("cp437").decode("utf-8")
        except UnicodeError:
            name = entry.filename
    return clean(name)


def leads_outside(entry: zipfile.ZipInfo) -> bool:
    """Say whether its name would leave its folder, or it is a link in place of a file."""
    # zipfile has cut the name at a NUL and turned separators; ask what was written.
    is_link = stat.S_ISLNK(entry.external_attr >> 16)
    return is_link or bool(_UNSAFE_NAME.search(entry.orig_filename))


def clean_name(name: str) -> str:
    """Return a name that can be shown: the last part, without what cannot be seen."""
    last = re.split(r"[/\\]", clean(name))[-1]
    visible = "".join(letter for letter in last if letter.isprintable())
    return visible.strip(" .")[:200] or "?"
