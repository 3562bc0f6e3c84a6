"""Has received PDFs cleaned and bound in the limited process."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from tempfile import TemporaryFile
from types import TracebackType
from typing import IO, Final, Self

from samklang.documents.pdf.sheets import Bookmark, Part, Sheets
from samklang.documents.sandbox import Sandbox

# A bound file leaves the limited process whole, so that it has room for this much and no more.
MOST_BYTES: Final = 90 * 1024 * 1024
# Each takes time and about two kilobytes while the file is bound, however small it is.
MOST_OBJECTS: Final = 300_000
_MEMORY: Final = 1536 * 1024 * 1024
_SECONDS: Final = 60
_SECONDS_TO_JOIN: Final = 180
_CLEAN = "samklang.documents.pdf.binding:clean"
_JOIN = "samklang.documents.pdf.binding:join"


class Binder:
    """Cleans PDFs one after the other; use it for all of a bound file."""

    def __init__(self) -> None:
        self._cleaning = Sandbox(_CLEAN, Sheets, memory_bytes=_MEMORY, seconds=_SECONDS)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._cleaning.__exit__(kind, error, traceback)

    def clean(self, file: IO[bytes], stamp: str) -> Sheets:
        """Return the file’s pages with the stamp on each, or raise the FileFault that stops it."""
        with TemporaryFile() as copy:
            file.seek(0)
            for piece in iter(lambda: file.read(1 << 20), b""):
                copy.write(piece)
            copy.flush()
            return self._cleaning.run(stamp, file=copy)


def bound(contents: Iterable[bytes], parts: Sequence[Part], marks: Sequence[Bookmark]) -> Sheets:
    """Return the parts as one PDF, or raise the FileFault that stops it."""
    joining = Sandbox(_JOIN, Sheets, memory_bytes=_MEMORY, seconds=_SECONDS_TO_JOIN)
    with TemporaryFile() as file, joining:
        for content in contents:
            file.write(content)
        file.flush()
        return joining.run(tuple(parts), tuple(marks), file=file)
