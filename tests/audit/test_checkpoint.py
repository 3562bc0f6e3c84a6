"""`samklang checkpoint` vouches for a whole record only, and tells those who keep it elsewhere.

Seen red: with the faults not asked for, the cut record gets its checkpoint.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.db import connection

from samklang.audit.api import Checkpoint, CheckpointFault, newest, present, record
from samklang.audit.guarding import put_guards, take_guards_away
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def file(settings: Any, tmp_path: Path) -> Path:
    settings.SAMKLANG_CHECKPOINTS = str(tmp_path / "elsewhere" / "checkpoints.jsonl")
    for _time in range(3):
        record("agreement.edited", cast.agreement(), by=None)
    return Path(settings.SAMKLANG_CHECKPOINTS)


def cut_tail() -> None:
    take_guards_away(connection)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM audit_entry WHERE number = 3")
    put_guards(connection)


def test_a_checkpoint_is_the_last_line_of_its_file(file: Path) -> None:
    assert newest() is None

    for _time in range(2):
        call_command("checkpoint")

    kept = newest()
    assert kept is not None
    assert (kept.number, kept.seal) == (3, present().seal)
    assert len(file.read_text("utf-8").splitlines()) == 2


def test_a_record_that_was_cut_gets_no_checkpoint_until_somebody_says_why() -> None:
    call_command("checkpoint")
    cut_tail()

    with pytest.raises(CommandError, match="its end was cut off"):
        call_command("checkpoint")

    call_command("checkpoint", accept="restored the backup of Monday")
    kept = newest()
    assert kept is not None
    assert (kept.number, kept.reason) == (2, "restored the backup of Monday")


def test_a_checkpoint_is_mailed_to_those_who_keep_them(settings: Any) -> None:
    settings.SAMKLANG_CHECKPOINT_MAIL = ["register@nordmark.example"]

    call_command("checkpoint")

    (sent,) = mail.outbox
    assert sent.to == ["register@nordmark.example"]
    assert present().seal in sent.body


def test_a_file_that_is_no_checkpoint_is_told_with_its_line(file: Path) -> None:
    call_command("checkpoint")
    with file.open("a", encoding="utf-8") as lines:
        lines.write('{"number": 1')

    with pytest.raises(CheckpointFault, match="line 2"):
        newest()
    with pytest.raises(CommandError, match="line 2"):
        call_command("checkpoint")


def test_an_empty_record_has_a_checkpoint_too() -> None:
    assert Checkpoint(0, "", "2026-11-24T12:00:00+00:00", "k").taken.year == 2026
