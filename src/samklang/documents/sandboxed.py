"""The inside of the sandbox: gives away its rights, then runs one function file after file."""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import pickle
import resource
import socket
import struct
import sys
from collections.abc import Callable
from typing import Any, BinaryIO, Final

from samklang.documents.confinement import confine
from samklang.documents.extraction.text import FileFault
from samklang.documents.wire import encode

HEADER = struct.Struct(">Q")
OUT_OF_MEMORY: Final = 77  # exit code when not even the job could be read
_FILES = 64
_NEARLY_ALL = 0.8


def serve(function: str, memory_bytes: int, seconds: int, readable: tuple[str, ...]) -> None:
    """Answer jobs from standard input until it closes."""
    line, answers = socket.socket(fileno=os.dup(0)), _private_output()
    jobs, own_size = line.makefile("rb"), _own_size()
    run = _named(function)
    confine(readable)
    _limit(memory_bytes)
    _send(answers, {"ready": True})
    while (files := _next_files(line)) is not None:
        arguments = _next_job(jobs)
        _allow_more_time(seconds)
        with contextlib.ExitStack() as opened:
            received = [opened.enter_context(os.fdopen(one, "rb")) for one in files]
            answer = _answer(run, (*received, *arguments))
        answer["last"] = _has_grown(own_size, memory_bytes)
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


def _next_files(line: socket.socket) -> list[int] | None:
    """Wait for a job: take the opened file that it is about, if any; None after the last.

    The file comes opened, because this process may open nothing of what was received itself.
    """
    mark, files, _flags, _sender = socket.recv_fds(line, 1, 1)
    return files if mark else None


def _next_job(jobs: BinaryIO) -> tuple[Any, ...]:
    """Read the job; the parent is trusted, so it may use pickle (never the other way)."""
    try:
        arguments: tuple[Any, ...] = pickle.load(jobs)  # noqa: S301 written by our own parent
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


def _own_size() -> int | None:
    """Open what tells this process’s size, while it may still be opened."""
    try:
        return os.open("/proc/self/statm", os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return None


def _has_grown(own_size: int | None, memory_bytes: int) -> bool:
    """Say whether a large file has left so little room that the next deserves a new process."""
    if own_size is None:
        return True
    pages = int(os.pread(own_size, 100, 0).split()[0])
    return pages * resource.getpagesize() > memory_bytes * _NEARLY_ALL
