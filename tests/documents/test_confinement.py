"""What somebody who has taken over the reading process still cannot do.

The functions run there are the standard library's own: each is a move that an attacker would make.
"""

from __future__ import annotations

import ctypes
import os
import platform
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from samklang.documents.confinement import _REFUSED
from samklang.documents.extraction.text import FileFault
from samklang.documents.sandbox import Sandbox

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="left out: only Linux confines a process so"
)


def _landlock_version() -> int:
    version: int = ctypes.CDLL(None).syscall(444, None, ctypes.c_size_t(0), 1)
    return version


files_are_closed = pytest.mark.skipif(
    sys.platform.startswith("linux") and _landlock_version() < 1,
    reason="left out: the kernel has no Landlock",
)
calls_are_refused = pytest.mark.skipif(
    platform.machine() not in _REFUSED, reason="left out: no list of calls for this machine"
)


def error_of(function: str, *arguments: Any, **options: Any) -> str:
    """Return the name of the error that the move ends with."""
    with Sandbox(function, int, **options) as box, pytest.raises(FileFault) as caught:
        box.run(*arguments)
    return str(caught.value.details.get("error"))


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "samklang.sqlite3"
    path.write_text("hemligt")
    return path


@files_are_closed
def test_it_opens_no_file_of_the_service(secret: Path) -> None:
    assert error_of("os:open", str(secret), os.O_RDONLY) == "PermissionError"


@files_are_closed
def test_it_does_not_read_the_services_environment_or_memory() -> None:
    for name in ("environ", "mem", "maps"):
        assert error_of("os:open", f"/proc/{os.getpid()}/{name}", os.O_RDONLY) == "PermissionError"


@files_are_closed
def test_it_makes_removes_and_lists_nothing(secret: Path) -> None:
    there = str(secret.parent)

    assert error_of("os:open", f"{there}/ny", os.O_CREAT | os.O_WRONLY) == "PermissionError"
    assert error_of("os:unlink", str(secret)) == "PermissionError"
    assert error_of("os:mkdir", f"{there}/mapp") == "PermissionError"
    assert error_of("os:listdir", there) == "PermissionError"
    assert secret.exists()


@files_are_closed
def test_it_reads_the_folders_that_it_is_given_and_writes_in_none(secret: Path) -> None:
    given = (str(secret.parent),)

    with Sandbox("os:open", int, readable=given) as box:
        assert box.run(str(secret), os.O_RDONLY) > 2
    assert error_of("os:open", str(secret), os.O_RDWR, readable=given) == "PermissionError"


def test_it_reads_the_file_that_it_is_handed(tmp_path: Path) -> None:
    (tmp_path / "avtal.json").write_text('"Avtal"')

    with Sandbox("json:load", str) as box, (tmp_path / "avtal.json").open("rb") as file:
        assert box.run(file=file) == "Avtal"


@calls_are_refused
def test_it_starts_no_program_and_no_process() -> None:
    assert error_of("os:fork") == "PermissionError"
    assert error_of("os:execv", "/bin/true", ["true"]) == "PermissionError"
    assert error_of("subprocess:getoutput", "id") == "PermissionError"


@pytest.fixture
def listening(tmp_path: Path) -> Iterator[socket.socket]:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        yield server


def test_it_reaches_nobody_over_the_network(listening: socket.socket) -> None:
    assert error_of("socket:create_connection", listening.getsockname(), 2) in (
        "PermissionError",
        "OSError",
        "TimeoutError",
    )


@calls_are_refused
def test_it_opens_no_socket_not_even_to_a_database_on_the_same_machine() -> None:
    with Sandbox("socket:has_dualstack_ipv6", bool) as box:
        assert box.run() is False
    assert error_of("multiprocessing.connection:SocketClient", "/run/x") == "PermissionError"


@calls_are_refused
def test_it_stops_no_other_process() -> None:
    assert error_of("os:kill", os.getpid(), 0) == "PermissionError"


def test_it_inherits_no_opened_file(secret: Path) -> None:
    with secret.open("rb") as file:
        left_open = os.dup2(file.fileno(), 60, inheritable=True)
        try:
            assert error_of("os:get_inheritable", left_open) == "OSError"
        finally:
            os.close(left_open)


@pytest.mark.parametrize(
    "answer", ["[" * 50_000, "[]", "7", '"x"', "null", '{"value": ' + "[" * 50_000]
)
def test_no_answer_of_it_stops_the_service(answer: str) -> None:
    """What a process that has been taken over may write, word for word."""
    with Sandbox("json:dumps", str) as box:
        assert box.run("ready") == '"ready"'
        child = box._child
        assert child is not None
        read, write = os.pipe()
        written = answer.encode()
        child._answers = os.fdopen(read, "rb")
        with os.fdopen(write, "wb") as end:
            end.write(len(written).to_bytes(8, "big") + written)
            end.flush()
        with pytest.raises(FileFault) as caught:
            box.run("again")
    assert caught.value.code == "crashed"
