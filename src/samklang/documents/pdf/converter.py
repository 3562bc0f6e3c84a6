"""Has a received document made into PDF as it looks, where there is an office program to do it."""

from __future__ import annotations

import contextlib
import logging
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Final

from django.conf import settings

TIMEOUT_SECONDS: Final = 90
# What the program is trusted to show as it was meant.
CONVERTED: Final = frozenset({"docx", "odt"})
_CONVERTING = [sys.executable, "-m", "samklang.documents.pdf.converting"]
_log = logging.getLogger(__name__)


def converted(file: IO[bytes], kind: str) -> bytes | None:
    """Return the document as PDF, or none where no program is, or where it does not manage."""
    program = shutil.which(settings.SAMKLANG_OFFICE) if settings.SAMKLANG_OFFICE else None
    if program is None or kind not in CONVERTED:
        return None
    with TemporaryDirectory(prefix="samklang-office-") as folder:
        document = Path(folder, f"document.{kind}")
        with document.open("wb") as copy:
            shutil.copyfileobj(file, copy)
        try:
            _run(program, folder, document.name)
            return document.with_suffix(".pdf").read_bytes()
        except (subprocess.SubprocessError, OSError) as error:
            _log.warning("%s was not converted: %s", kind, type(error).__name__)
            return None


def _run(program: str, folder: str, document: str) -> None:
    """Run it until it is done, or end it and all that it has started."""
    running = subprocess.Popen(  # noqa: S603  # our own program
        [*_CONVERTING, program, folder, document],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        running.wait(TIMEOUT_SECONDS)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)
        running.wait()
