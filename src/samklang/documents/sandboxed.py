"""The inside of the sandbox: gives away its rights, then runs one function file after file."""

from __future__ import annotations

import contextlib
import ctypes
import importlib
import json
import os
import pickle
import resource
import struct
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO, Final

from samklang.documents.extraction.text import FileFault
from samklang.documents.wire import encode

HEADER = struct.Struct(">Q")
OUT_OF_MEMORY: Final = 77  # exit code when not even the job could be read
_FILES = 64
_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000
_NO_NEW_RIGHTS = 38
_NEARLY_ALL = 0.8


def serve(function: str, memory_bytes: int, seconds: int) -> None:
    """Answer jobs from standard input until it closes."""
    jobs, answers = sys.stdin.buffer, _private_output()
    _give_away_rights()
    run = _named(function)
    _limit(memory_bytes)
    _send(answers, {"ready": True})
    while (arguments := _next_job(jobs)) is not None:
        _allow_more_time(seconds)
        answer = _answer(run, arguments)
        answer["last"] = _has_grown(memory_bytes)
        _send(answers, answer)


def _private_output() -> BinaryIO:
    """Keep the pipe to the parent for answers; what a library prints goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return answers


def _named(function: str) -> Callable[..., Any]:
    module, _, name = function.partition(":")
    found: Callable[..., Any] = getattr(importlib.import_module(module), name)
    return found


def _give_away_rights() -> None:
    """Leave the network and every future right, as far as the system lets an ordinary user."""
    with contextlib.suppress(OSError, AttributeError):
        system = ctypes.CDLL(None, use_errno=True)
        if system.unshare(_NEW_NETWORK) != 0:  # allowed to root only
            system.unshare(_NEW_USER | _NEW_NETWORK)
        system.prctl(_NO_NEW_RIGHTS, 1, 0, 0, 0)


def _limit(memory_bytes: int) -> None:
    limits = {
        resource.RLIMIT_AS: memory_bytes,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_NOFILE: _FILES,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NPROC: 0,
    }
    for limit, value in limits.items():
        with contextlib.suppress(ValueError, OSError):  # a stricter one stands already
            resource.setrlimit(limit, (value, value))


def _allow_more_time(seconds: int) -> None:
    """Set the processor time of this job; the parent watches the clock besides."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    allowed = int(used.ru_utime + used.ru_stime) + seconds + 1
    resource.setrlimit(resource.RLIMIT_CPU, (allowed, hard))


def _next_job(jobs: BinaryIO) -> tuple[Any, ...] | None:
    """Read the next job; the parent is trusted, so it may use pickle (never the other way)."""
    try:
        arguments: tuple[Any, ...] = pickle.load(jobs)  # noqa: S301 written by our own parent
    except EOFError:
        return None
    except MemoryError:
        sys.exit(OUT_OF_MEMORY)
    return arguments


def _answer(run: Callable[..., Any], arguments: tuple[Any, ...]) -> dict[str, Any]:
    try:
        return {"value": encode(run(*arguments))}
    except FileFault as fault:
        return {"fault": fault.code, "details": _plain(fault.details)}
    except (MemoryError, RecursionError):
        return {"fault": "too_heavy", "details": {}}
    except Exception as error:  # whatever a broken file provokes must not stop the next one
        return {"fault": "crashed", "details": {"error": type(error).__name__}}


def _plain(details: dict[str, object]) -> dict[str, str | int]:
    return {
        name: value if isinstance(value, (str, int)) else str(value)
        for name, value in details.items()
    }


def _send(answers: BinaryIO, answer: dict[str, Any]) -> None:
    written = json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace")
    answers.write(HEADER.pack(len(written)) + written)
    answers.flush()


def _has_grown(memory_bytes: int) -> bool:
    """Say whether a large file has left so little room that the next deserves a new process."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except OSError:
        return True
    return pages * resource.getpagesize() > memory_bytes * _NEARLY_ALL
