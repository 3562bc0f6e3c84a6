"""Runs a function on strangers' files in a process of its own, with little memory, time and right.

The process has no network where the system lets an ordinary user give it up (Linux with user
namespaces); elsewhere it keeps what the service has, and the service's own unit should deny it.
"""

from __future__ import annotations

import contextlib
import json
import logging
import pickle
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
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
    "serve(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))"
)
# How libraries in C end when memory is refused, and how the kernel ends what it cannot feed.
_ENDS_OF_MEMORY = (-signal.SIGABRT, -signal.SIGTRAP, -signal.SIGILL, -signal.SIGKILL, OUT_OF_MEMORY)
_FAULT_CODE = re.compile(r"[a-z_]{1,40}")
_log = logging.getLogger(__name__)


class Sandbox(Generic[T]):
    """A function that reads files, behind a wall; use it for several files in turn.

    Whatever a file does to the process becomes a FileFault ("too_heavy", "too_slow", "crashed"),
    and the next file gets a new process. `returns` is the type that comes back: it is rebuilt
    from JSON, so a process that has been taken over can send wrong words but no objects.
    """

    def __init__(
        self, function: str, returns: type[T], *, memory_bytes: int = MEMORY, seconds: int = SECONDS
    ) -> None:
        self._function = function
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

    def run(self, *arguments: Any) -> T:
        """Run the function, or raise the FileFault that it raised or that stopped it."""
        child = self._child = self._child or self._started()
        try:
            answer = child.ask(arguments, self._seconds)
            value: T | None = None if "fault" in answer else self._decode(answer.get("value"))
        except FileFault as fault:
            self._discard()
            _log.warning("%s: %s %s", self._function, fault.code, fault.details)
            raise
        except (WrongShape, TypeError, ValueError) as error:
            self._discard()
            raise FileFault("crashed", error=type(error).__name__) from error
        if answer.get("last"):
            self._discard()
        if "fault" in answer:
            raise _fault_in(answer)
        return value  # type: ignore[return-value]  # None only where T allows it

    def _started(self) -> _Child:
        return _Child(self._function, self._memory_bytes, self._seconds)

    def _discard(self) -> None:
        if self._child is not None:
            self._child.stop()
            self._child = None


class _Child:
    """The process behind the wall."""

    def __init__(self, function: str, memory_bytes: int, seconds: int) -> None:
        limits = (str(memory_bytes), str(seconds))
        self._running = subprocess.Popen(  # noqa: S603 our own interpreter and source, no shell
            [sys.executable, "-I", "-X", "utf8", "-c", _CHILD, _SOURCE, function, *limits],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd="/",
            env={},  # the service's secrets stand in its environment
        )
        self._jobs = cast("IO[bytes]", self._running.stdin)
        self._answers = cast("IO[bytes]", self._running.stdout)
        self._too_late = False
        self._within(_START_SECONDS, self._read)

    def ask(self, arguments: tuple[Any, ...], seconds: int) -> dict[str, Any]:
        """Send a job and wait for its answer, as long as it may take and no longer."""
        return self._within(seconds, partial(self._write_and_read, arguments))

    def stop(self) -> None:
        self._running.kill()
        self._running.wait()
        for pipe in (self._jobs, self._answers):
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

    def _write_and_read(self, arguments: tuple[Any, ...]) -> dict[str, Any]:
        pickle.dump(arguments, self._jobs, protocol=pickle.HIGHEST_PROTOCOL)
        self._jobs.flush()
        return self._read()

    def _read(self) -> dict[str, Any]:
        (size,) = HEADER.unpack(self._exactly(HEADER.size))
        if size > _LARGEST_ANSWER:
            raise WrongShape
        answer: dict[str, Any] = json.loads(self._exactly(size))
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
        str(name): value for name, value in details.items() if isinstance(value, (str, int))
    }
    return fault
