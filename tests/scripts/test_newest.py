"""A locked package with a newer patch is named, and an index that does not answer is no answer.

Against an index of our own with two invented packages. Seen red: with what is newer left
out, with packages that the answer lacks overlooked, and with a minor release called a patch.
"""

from __future__ import annotations

import threading
import zipfile
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from scripts import newest

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not newest.UV.exists(), reason="uv is not set up in this checkout: make setup"
    ),
]
PYPROJECT = """[project]
name = "made-up"
version = "1"
requires-python = ">=3.11"
dependencies = ["tall~=1.0", "gran>=2.0"]
"""
LOCK = "gran==2.0.0 \\\n    --hash=sha256:0\ntall==1.0.1 ; python_version > '3' \\\n"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_words: object) -> None:
        pass


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Serve a folder as a package index, and let the client know no other."""
    folder = tmp_path / "index"
    folder.mkdir()
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_address[1]}/"
        for name in ("UV_INDEX_URL", "UV_EXTRA_INDEX_URL", "UV_INDEX", "UV_FIND_LINKS"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("UV_DEFAULT_INDEX", address)
        monkeypatch.setenv("UV_CACHE_DIR", str(tmp_path / "cache"))
        monkeypatch.setenv("UV_HTTP_RETRIES", "0")
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        yield folder
        server.shutdown()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    (folder / "requirements").mkdir(parents=True)
    (folder / "pyproject.toml").write_text(PYPROJECT, "utf-8")
    (folder / "requirements" / "dev.txt").write_text(LOCK, "utf-8")
    return folder


def publish(index: Path, name: str, *versions: str) -> None:
    place = index / name
    place.mkdir(exist_ok=True)
    links = []
    for version in versions:
        wheel = f"{name}-{version}-py3-none-any.whl"
        inside = f"{name}-{version}.dist-info"
        with zipfile.ZipFile(place / wheel, "w") as archive:
            said = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
            archive.writestr(f"{inside}/METADATA", said)
            archive.writestr(f"{inside}/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
            archive.writestr(f"{inside}/RECORD", "")
        links.append(f'<a href="{wheel}">{wheel}</a>')
    (place / "index.html").write_text(f"<!DOCTYPE html><body>{''.join(links)}", "utf-8")


def test_the_newest_of_everything_is_in_order(
    index: Path, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    publish(index, "tall", "1.0.0", "1.0.1")
    publish(index, "gran", "2.0.0")

    assert newest.main(project) == newest.NEWEST
    assert "2 packages asked about, 0 with a newer patch" in capsys.readouterr().out


def test_a_newer_patch_is_named_and_ends_with_one(
    index: Path, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    publish(index, "tall", "1.0.1", "1.0.2", "2.0.0")
    publish(index, "gran", "2.0.0", "2.1.0")

    assert newest.main(project) == newest.NEWER
    told = capsys.readouterr().out
    assert "patch  tall 1.0.1 → 1.0.2" in told
    assert "newer  gran 2.0.0 → 2.1.0" in told
    assert "1 with a newer patch" in told


def test_what_is_newer_but_no_patch_is_told_and_is_no_fault(
    index: Path, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    publish(index, "tall", "1.0.1")
    publish(index, "gran", "2.0.0", "2.1.0")

    assert newest.main(project) == newest.NEWEST
    assert "newer  gran 2.0.0 → 2.1.0" in capsys.readouterr().out


def test_an_index_that_lacks_a_package_is_no_answer(
    index: Path, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    publish(index, "tall", "1.0.1")

    assert newest.main(project) == newest.COULD_NOT_ASK
    assert "nothing is known" in capsys.readouterr().out


def test_an_index_that_is_not_there_is_no_answer(
    index: Path,
    project: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert index.exists()
    monkeypatch.setenv("UV_DEFAULT_INDEX", "http://127.0.0.1:9/")

    assert newest.main(project) == newest.COULD_NOT_ASK
    assert "Could not ask" in capsys.readouterr().out


def test_a_client_that_is_slow_or_missing_is_no_answer(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = tmp_path / "slow"
    slow.write_text("#!/bin/sh\nexec sleep 30\n")
    slow.chmod(0o700)
    monkeypatch.setattr(newest, "UV", slow)
    with pytest.raises(newest.CouldNotAsk, match="No answer within 1 seconds"):
        newest.offered(project, seconds=1)
    monkeypatch.setattr(newest, "UV", tmp_path / "missing")

    assert newest.main(project) == newest.COULD_NOT_ASK


def test_an_answer_that_leaves_a_package_out_is_no_answer() -> None:
    with pytest.raises(newest.CouldNotAsk, match="leaves out tall"):
        newest.findings({"tall": "1.0", "gran": "2"}, {"gran": "2"})
