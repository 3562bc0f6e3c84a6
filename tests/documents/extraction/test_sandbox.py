"""What a file can do to the process that reads it, and that the next file is read all the same.

The functions run here are the standard library's own, since the process sees only our source.
"""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import Any

import pytest

from samklang.documents.extraction.text import ExtractedText, FileFault
from samklang.documents.sandbox import Sandbox
from tests.documents.extraction import samples

pytestmark = pytest.mark.slow

EXTRACT = "samklang.documents.extraction.opening:extract"
SMALL = 120 * 1024 * 1024


def sandbox(function: str, returns: Any, **limits: Any) -> Sandbox[Any]:
    return Sandbox(function, returns, **limits)


def fault_of(box: Sandbox[Any], *arguments: Any) -> str:
    with pytest.raises(FileFault) as caught:
        box.run(*arguments)
    return caught.value.code


def test_a_document_is_read_behind_the_wall() -> None:
    with Sandbox(EXTRACT, ExtractedText) as box:
        extracted = box.run("avtal.docx", samples.docx(samples.p("Överenskommelse")))

    assert extracted.text == "Överenskommelse"
    assert extracted.blocks[0].text == "Överenskommelse"


def test_one_process_reads_file_after_file() -> None:
    with sandbox("os:getpid", int) as box:
        assert box.run() == box.run() != os.getpid()


def test_a_fault_comes_out_with_its_details_and_the_next_file_is_read() -> None:
    with Sandbox(EXTRACT, ExtractedText) as box:
        with pytest.raises(FileFault) as caught:
            box.run("bild", b"\x89PNG\r\n\x1a\n")
        following = box.run("text", b"Text").text

    assert (caught.value.code, following) == ("wrong_type", "Text")
    assert caught.value.details == {"detected": "image", "name": "bild"}


def test_too_much_memory_is_too_heavy_and_the_next_file_is_read() -> None:
    with Sandbox(EXTRACT, ExtractedText, memory_bytes=SMALL) as box:
        assert fault_of(box, "stor.txt", b"en rad\n" * 6_000_000) == "too_heavy"
        assert box.run("text", b"Text").text == "Text"


def test_a_job_too_large_to_receive_is_too_heavy() -> None:
    with sandbox("builtins:len", int, memory_bytes=64 * 1024 * 1024) as box:
        assert fault_of(box, bytes(80 * 1024 * 1024)) == "too_heavy"
        assert box.run(b"abc") == 3


def test_too_much_time_is_too_slow_and_the_next_file_is_read() -> None:
    with sandbox("time:sleep", type(None), seconds=1) as box:
        assert fault_of(box, 60) == "too_slow"
        assert box.run(0) is None


@pytest.mark.parametrize(
    ("ending", "code"),
    [
        (signal.SIGSEGV, "crashed"),
        (signal.SIGKILL, "too_heavy"),
        (signal.SIGABRT, "too_heavy"),
        (signal.SIGXCPU, "too_slow"),
    ],
)
def test_however_the_process_ends_the_next_file_is_read(ending: signal.Signals, code: str) -> None:
    with sandbox("signal:raise_signal", type(None)) as box:
        assert fault_of(box, ending) == code
        assert box.run(signal.SIGCHLD) is None


def test_an_error_nobody_expected_is_a_crash() -> None:
    with sandbox("operator:truediv", float) as box:
        assert fault_of(box, 1, 0) == "crashed"
        assert box.run(1, 2) == 0.5


def test_an_answer_of_another_type_is_a_crash() -> None:
    with sandbox("builtins:len", str) as box:
        assert fault_of(box, b"abc") == "crashed"


def test_what_cannot_be_carried_out_is_a_crash() -> None:
    with sandbox("builtins:object", str) as box:
        assert fault_of(box) == "crashed"


def test_nothing_is_written(tmp_path: Path) -> None:
    with sandbox("shutil:copyfile", str) as box:
        assert fault_of(box, __file__, str(tmp_path / "copy")) == "crashed"

    assert not list(tmp_path.glob("copy*")) or (tmp_path / "copy").stat().st_size == 0


def test_no_secret_of_the_service_follows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMKLANG_SECRET_KEY", "secret")

    with sandbox("os:getenv", str | None) as box:
        assert box.run("SAMKLANG_SECRET_KEY") is None


def test_no_process_is_left_behind() -> None:
    with sandbox("os:getpid", int) as box:
        pid = box.run()

    assert not Path(f"/proc/{pid}").exists()
