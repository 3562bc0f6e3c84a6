"""One command serves the county and its worker, and stops both when asked."""

from __future__ import annotations

import os
import signal
import socket
import sys
from pathlib import Path

import pytest

from samklang.setup.serving import CannotServe, Services, require_free

pytestmark = pytest.mark.slow

WAIT = "import signal, time; signal.signal(signal.SIGTERM, lambda *_: exit(0)); time.sleep(60)"


@pytest.fixture
def taken() -> object:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        yield listening.getsockname()[1]


def test_a_taken_port_is_said_in_a_sentence(taken: int) -> None:
    with pytest.raises(CannotServe, match=f"Port {taken} on 127.0.0.1 cannot be used"):
        require_free("127.0.0.1", taken)


def services(tmp_path: Path, *, server: str, worker: str) -> Services:
    return Services(
        server=(sys.executable, "-c", server),
        worker=(sys.executable, "-c", worker),
        environment={"NOTES": str(tmp_path / "notes")},
        before_worker=lambda: None,
    )


def test_a_server_that_ends_ends_everything(tmp_path: Path) -> None:
    both = services(tmp_path, server="", worker=WAIT)

    assert both.run(lambda: None, lambda: False) == 1


def test_a_worker_that_dies_is_started_again(tmp_path: Path) -> None:
    note = "import os; open(os.environ['NOTES'], 'a').write('x')"
    until_twice = (
        f"import os, time\nwhile os.path.getsize({str(tmp_path / 'notes')!r}) < 2: time.sleep(0.05)"
    )
    (tmp_path / "notes").touch()
    both = services(tmp_path, server=until_twice, worker=note)

    both.run(lambda: None, lambda: False)

    assert (tmp_path / "notes").read_text() >= "xx"


def test_a_signal_stops_both_and_is_no_fault(tmp_path: Path) -> None:
    both = services(tmp_path, server=WAIT, worker=WAIT)

    status = both.run(lambda: os.kill(os.getpid(), signal.SIGTERM), lambda: True)

    assert status == 0
