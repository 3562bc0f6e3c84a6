"""An incident is told from one file: what happened, that it is whole, what runs, what was logged.

Seen red: with the settings' values written, with the log as it is, and with the hashes left out.
"""

from __future__ import annotations

import hashlib
import json
import stat
import zipfile
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from samklang.audit.api import record
from samklang.audit.models import Entry
from samklang.search.api import catch_up
from tests import cast

pytestmark = pytest.mark.django_db
SECRET = "s" * 43


def made(path: Path, **options: object) -> dict[str, str]:
    call_command("incident", path, stdout=StringIO(), **options)
    with zipfile.ZipFile(path) as kept:
        return {name: kept.read(name).decode() for name in kept.namelist()}


@pytest.mark.usefixtures("noting")
def test_everything_is_there_and_fits_its_hash(tmp_path: Path) -> None:
    record("agreement.edited", cast.agreement(), by=cast.person("siri"))
    catch_up()

    parts = made(tmp_path / "a.zip")

    lines = [line.split("  ") for line in parts.pop("hashes.txt").splitlines()]
    assert {name: found for found, name in lines} == {
        name: hashlib.sha256(said.encode()).hexdigest() for name, said in parts.items()
    }
    told = [json.loads(line) for line in parts["record.jsonl"].splitlines()]
    assert [one["seal"] for one in told] == [one.seal for one in Entry.objects.order_by("number")]
    assert json.loads(parts["present.json"])["number"] == told[-1]["number"]
    assert "Everything is whole." in parts["verified.txt"]
    assert "Django 5.2" in parts["packages.txt"]


def test_no_secret_leaves_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMKLANG_SECRET_KEY", SECRET)
    log = tmp_path / "samklang.log"
    log.write_text(f"WARNING Forbidden: /organisation/inbjudan/{SECRET}/\n")

    parts = made(tmp_path / "a.zip", log=[log])

    assert "SAMKLANG_SECRET_KEY" in parts["settings.txt"]
    assert parts["logs/samklang.log"] == "WARNING Forbidden: /organisation/inbjudan/…/\n"
    assert not any(SECRET in said for said in parts.values())


@pytest.mark.slow
def test_only_its_owner_reads_it_and_nothing_is_written_over(tmp_path: Path) -> None:
    made(tmp_path / "a.zip")

    assert stat.S_IMODE((tmp_path / "a.zip").stat().st_mode) == 0o600
    with pytest.raises(CommandError, match="is there already"):
        made(tmp_path / "a.zip")


def test_only_what_happened_since_then_is_told(tmp_path: Path) -> None:
    record("agreement.edited", cast.agreement(), by=cast.person("siri"))

    assert made(tmp_path / "a.zip", since="2099-01-01")["record.jsonl"] == ""
    with pytest.raises(CommandError, match="write it as"):
        made(tmp_path / "b.zip", since="i går")
