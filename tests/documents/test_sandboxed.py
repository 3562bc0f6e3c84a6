"""The inside of the sandbox answers every job with a value or a fault, in words alone."""

from __future__ import annotations

import io
import json
import os
import pickle
import socket
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from samklang.documents import sandboxed
from samklang.documents.extraction.text import FileFault
from samklang.documents.sandbox import _fault_in
from samklang.documents.sandboxed import HEADER, OUT_OF_MEMORY


def raising(error: BaseException) -> Any:
    def run(*_arguments: Any) -> None:
        raise error

    return run


@pytest.mark.parametrize(
    ("run", "answer"),
    [
        (lambda n: n + 1, {"value": 8}),
        (lambda n: ("a", date(2026, 1, n)), {"value": ["a", "2026-01-07"]}),
        (
            raising(FileFault("encrypted", part="a.xml", pages=3)),
            {"fault": "encrypted", "details": {"part": "a.xml", "pages": 3}},
        ),
        (
            raising(FileFault("damaged", day=date(2026, 1, 1))),
            {"fault": "damaged", "details": {"day": "2026-01-01"}},
        ),
        (raising(MemoryError()), {"fault": "too_heavy", "details": {}}),
        (raising(RecursionError()), {"fault": "too_heavy", "details": {}}),
        (
            raising(ValueError("a secret sentence of the file")),
            {"fault": "crashed", "details": {"error": "ValueError"}},
        ),
        (lambda n: object(), {"fault": "crashed", "details": {"error": "WrongShape"}}),
    ],
)
def test_every_end_of_a_job_is_an_answer(run: Any, answer: dict[str, Any]) -> None:
    """What an unexpected error says may quote the file, so that only its name is told."""
    assert sandboxed._answer(run, (7,)) == answer


def test_an_answer_says_how_long_it_is_and_is_plain_json() -> None:
    sent = io.BytesIO()

    sandboxed._send(sent, {"value": "åäö \ud800"})

    (length,) = HEADER.unpack(sent.getvalue()[: HEADER.size])
    body = sent.getvalue()[HEADER.size :]
    assert len(body) == length
    assert json.loads(body) == {"value": "åäö ?"}


def test_jobs_come_with_their_files_until_there_are_no_more(tmp_path: Path) -> None:
    ours, theirs = socket.socketpair()
    (tmp_path / "avtal.txt").write_text("Avtal")
    with ours, theirs, (tmp_path / "avtal.txt").open("rb") as file:
        socket.send_fds(ours, [b"+"], [file.fileno()])
        ours.sendall(pickle.dumps(("avtal.txt", 7)))
        socket.send_fds(ours, [b"+"], [])
        ours.close()

        (received,) = sandboxed._next_files(theirs) or [-1]
        with os.fdopen(received) as same:
            assert same.read() == "Avtal"
        jobs = io.BytesIO(theirs.recv(len(pickle.dumps(("avtal.txt", 7)))))
        assert sandboxed._next_job(jobs) == ("avtal.txt", 7)
        assert sandboxed._next_files(theirs) == []
        assert sandboxed._next_files(theirs) is None


def test_a_job_that_there_is_no_room_for_ends_the_process() -> None:
    class Full(io.BytesIO):
        def read(self, *_size: Any) -> bytes:
            raise MemoryError

        def readline(self, *_size: Any) -> bytes:
            raise MemoryError

        def readinto(self, *_buffer: Any) -> int:
            raise MemoryError

    with pytest.raises(SystemExit) as ended:
        sandboxed._next_job(Full())
    assert ended.value.code == OUT_OF_MEMORY


def test_a_function_is_named_by_its_module_and_its_name() -> None:
    assert sandboxed._named("os.path:basename")("a/b") == "b"
    with pytest.raises(AttributeError):
        sandboxed._named("os.path:no_such")


@pytest.mark.parametrize(("memory", "grown"), [(1, True), (sys.maxsize, False)])
def test_a_process_that_is_nearly_full_is_the_last_of_its_kind(memory: int, grown: bool) -> None:
    assert sandboxed._has_grown(sandboxed._own_size(), memory) is grown
    assert sandboxed._has_grown(None, memory)


@pytest.mark.parametrize(
    ("answer", "code", "details"),
    [
        ({"fault": "damaged", "details": {"part": "a"}}, "damaged", {"part": "a"}),
        ({"fault": "damaged", "details": {"a": "x" * 900}}, "damaged", {"a": "x" * 200}),
        ({"fault": "damaged"}, "damaged", {}),
        ({"fault": "damaged", "details": ["x"]}, "damaged", {}),
        ({"fault": "damaged", "details": {"a": 1, "b": [2], "c": {}}}, "damaged", {"a": 1}),
        ({"fault": "<b>", "details": {}}, "crashed", {}),
        ({"fault": "x" * 41, "details": {}}, "crashed", {}),
        ({"fault": 7, "details": {}}, "crashed", {}),
    ],
)
def test_what_a_taken_over_process_says_is_taken_as_plain_words(
    answer: dict[str, Any], code: str, details: dict[str, Any]
) -> None:
    fault = _fault_in(answer)

    assert (fault.code, fault.details) == (code, details)
