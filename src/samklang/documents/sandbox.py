"""Runs a function on strangers' files in a process of its own, with little memory, time and right.

What the process may not do is in `confinement`; on other systems than Linux it keeps what the
service has, and the service's own unit should deny it.
"""

from __future__ import annotations

import contextlib
import json
import logging
import pickle
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Final, Generic, Self, TypeVar, cast

from samklang.documents.extraction.text import FileFault
from samklang.documents.sandboxed import HEADER, OUT_OF_MEMORY
from samklang.documents.wire import WrongShape, decoder_of

T = TypeVar("T")
MEMORY: Final = 300 * 1024 * 1024
SECONDS: Final = 20
_START_SECONDS = 60
_LARGEST_ANSWER = 128 * 1024 * 1024
_SOURCE = str(Path(__file__).resolve().parents[2])
# Isolated mode ignores the environment and the working folder, so the child is told where we are.
_CHILD = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from samklang.documents.sandboxed import serve; "
    "serve(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), tuple(sys.argv[5:]))"
)
# How libraries in C end when memory is refused, and how the kernel ends what it cannot feed.
_ENDS_OF_MEMORY = (-signal.SIGABRT, -signal.SIGTRAP, -signal.SIGILL, -signal.SIGKILL, OUT_OF_MEMORY)
_LONGEST_DETAIL = 200
_FAULT_CODE = re.compile(r"[a-z_]{1,40}")
_log = logging.getLogger(__name__)


class Sandbox(Generic[T]):
    """A function that reads files, behind a wall; use it for several files in turn.

    Whatever a file does to the process becomes a FileFault ("too_heavy", "too_slow", "crashed"),
    and the next file gets a new process. `returns` is the type that comes back: it is rebuilt
    from JSON, so a process that has been taken over can send wrong words but no objects. The
    function may open what is in the folders `readable` and in those of the interpreter.
    """

    def __init__(
        self,
        function: str,
        returns: type[T],
        *,
        readable: Iterable[str] = (),
        memory_bytes: int = MEMORY,
        seconds: int = SECONDS,
    ) -> None:
        self._function = function
        self._readable = tuple(readable)
        self._decode = decoder_of(cast("Any", returns))
        self._memory_bytes = memory_bytes
        self._seconds = seconds
        self._child: _Child | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._discard()

    def run(self, *arguments: Any, file: IO[bytes] | None = None) -> T:
        """Run the function, or raise the FileFault that it raised or that stopped it.

        It gets the opened `file` before the other arguments: the process opens none of its own.
        """
        child = self._child = self._child or self._started()
        try:
            answer = child.ask(arguments, file, self._seconds)
            value: T | None = None if "fault" in answer else self._decode(answer.get("value"))
        except FileFault as fault:
            self._discard()
            _log.warning("%s: %s", self._function, fault.code)
            raise
        except (WrongShape, TypeError, ValueError, RecursionError) as error:
            self._discard()
            raise FileFault("crashed", error=type(error).__name__) from error
        if answer.get("last"):
            self._discard()
        if "fault" in answer:
            raise _fault_in(answer)
        return value  # type: ignore[return-value]  # None only where T allows it

    def _started(self) -> _Child:
        limits = (str(self._memory_bytes), str(self._seconds))
        return _Child((_SOURCE, self._function, *limits, _SOURCE, *self._readable))

    def _discard(self) -> None:
        if self._child is not None:
            self._child.stop()
            self._child = None


class _Child:
    """The process behind the wall."""

    def __init__(self, told: tuple[str, ...]) -> None:
        # A pipe carries no opened files; this does.
        self._line, its_end = socket.socketpair()
        self._running = subprocess.Popen(  # noqa: S603 our own interpreter and source, no shell
            [sys.executable, "-I", "-X", "utf8", "-c", _CHILD, *told],
            stdin=its_end.fileno(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd="/",
            env={},  # the service's secrets stand in its environment
        )
        its_end.close()
        self._jobs = self._line.makefile("wb")
        self._answers = cast("IO[bytes]", self._running.stdout)
        self._too_late = False
        self._within(_START_SECONDS, self._read)

    def ask(
        self, arguments: tuple[Any, ...], file: IO[bytes] | None, seconds: int
    ) -> dict[str, Any]:
        """Send a job and wait for its answer, as long as it may take and no longer."""
        return self._within(seconds, partial(self._write_and_read, arguments, file))

    def stop(self) -> None:
        self._running.kill()
        self._running.wait()
        for pipe in (self._jobs, self._line, self._answers):
            with contextlib.suppress(OSError):  # unsent words of a job
                pipe.close()

    def _within(self, seconds: int, talk: Callable[[], dict[str, Any]]) -> dict[str, Any]:
        alarm = threading.Timer(seconds, self._expire)
        alarm.start()
        try:
            return talk()
        except (EOFError, OSError):
            raise FileFault(self._reason()) from None
        finally:
            alarm.cancel()

    def _expire(self) -> None:
        self._too_late = True
        self._running.kill()

    def _reason(self) -> str:
        """Say why the process has ended."""
        code = self._running.wait()
        if self._too_late or code == -signal.SIGXCPU:
            return "too_slow"
        return "too_heavy" if code in _ENDS_OF_MEMORY else "crashed"

    def _write_and_read(self, arguments: tuple[Any, ...], file: IO[bytes] | None) -> dict[str, Any]:
        socket.send_fds(self._line, [b"+"], [file.fileno()] if file else [])
        pickle.dump(arguments, self._jobs, protocol=pickle.HIGHEST_PROTOCOL)
        self._jobs.flush()
        return self._read()

    def _read(self) -> dict[str, Any]:
        (size,) = HEADER.unpack(self._exactly(HEADER.size))
        if size > _LARGEST_ANSWER:
            raise WrongShape
        answer = json.loads(self._exactly(size))
        if not isinstance(answer, dict):
            raise WrongShape
        return answer

    def _exactly(self, size: int) -> bytes:
        received = self._answers.read(size)
        if len(received) < size:
            raise EOFError
        return received


def _fault_in(answer: dict[str, Any]) -> FileFault:
    code, details = answer["fault"], answer.get("details")
    if not isinstance(code, str) or not _FAULT_CODE.fullmatch(code):
        return FileFault("crashed")
    if not isinstance(details, dict):
        return FileFault(code)
    fault = FileFault(code)
    fault.details = {
        str(name): value if isinstance(value, int) else value[:_LONGEST_DETAIL]
        for name, value in details.items()
        if isinstance(value, (str, int))
    }
    return fault
