"""Received files in an S3 store: kept, handed out, backed up, restored and verified like on a disk.

Against a store of its own on this machine that speaks S3 (moto). Seen red: with the store's faults
let through, with names written over, and with a flipped byte in the store unseen by `verify`.
"""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import boto3
import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.files.base import ContentFile
from moto.server import ThreadedMotoServer

from samklang.config.files import files
from samklang.documents.bucket import BucketStorage
from tests.installation import Installation

pytestmark = [pytest.mark.slow, pytest.mark.one_database]

KEYS = {"AWS_ACCESS_KEY_ID": "made-up", "AWS_SECRET_ACCESS_KEY": "made-up"}
BUCKET = "samklang-test"


@pytest.fixture(scope="module")
def store() -> Iterator[str]:
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    _host, port = server.get_host_and_port()
    yield f"http://127.0.0.1:{port}"
    server.stop()


@pytest.fixture(autouse=True)
def _keys(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {**KEYS, "AWS_DEFAULT_REGION": "eu-north-1"}.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def bucket(store: str, request: pytest.FixtureRequest) -> Iterator[str]:
    """An empty bucket; its address is as in SAMKLANG_FILES, for two installations."""
    client = boto3.client("s3", endpoint_url=store)
    place = {"LocationConstraint": "eu-north-1"}
    client.create_bucket(Bucket=BUCKET, CreateBucketConfiguration=place)
    yield store
    for one in client.list_objects_v2(Bucket=BUCKET).get("Contents", []):
        client.delete_object(Bucket=BUCKET, Key=one["Key"])
    client.delete_bucket(Bucket=BUCKET)


def address(store: str, beginning: str) -> str:
    return f"s3://{BUCKET}/{beginning}?endpoint={store}&region=eu-north-1"


def storage(store: str, beginning: str = "files") -> BucketStorage:
    return BucketStorage(**files(address(store, beginning), default_folder=Path())["OPTIONS"])


def test_a_file_is_kept_whole_under_the_beginning_and_never_written_over(bucket: str) -> None:
    kept = storage(bucket)

    first = kept.save("received/abc", ContentFile("Avtal om å".encode()))
    second = kept.save("received/abc", ContentFile(b"other"))

    assert first == "received/abc"
    assert second != first
    with kept.open(first) as file:
        assert file.read().decode() == "Avtal om å"
    assert kept.listdir("") == (["received"], [])
    assert sorted(kept.listdir("received")[1]) == sorted(
        [first.split("/")[1], second.split("/")[1]]
    )
    assert storage(bucket, "elsewhere").listdir("") == ([], [])


def test_what_is_missing_or_out_of_reach_is_said_as_of_a_disk(bucket: str) -> None:
    with pytest.raises(FileNotFoundError):
        storage(bucket).open("received/none")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        away = storage(f"http://127.0.0.1:{taken.getsockname()[1]}")
        for act in (
            lambda: away.open("a"),
            lambda: away.save("a", ContentFile(b"a")),
            lambda: away.listdir(""),
        ):
            with pytest.raises(OSError, match="store of files"):
                act()


def test_a_backup_of_a_store_comes_back_in_another_and_a_flipped_byte_is_found(
    bucket: str, tmp_path: Path
) -> None:
    def place(name: str) -> Installation:
        words = {**KEYS, "AWS_DEFAULT_REGION": "eu-north-1", "SAMKLANG_DEMO": "1"}
        return Installation(
            tmp_path / name, settings={**words, "SAMKLANG_FILES": address(bucket, name)}
        )

    old, new = place("old").fill(), place("new")
    new.folder.mkdir()
    assert not (old.folder / "files").exists()

    old.done("backup", str(tmp_path / "copy"))
    restored = new.done("restore", str(tmp_path / "copy"))

    assert "1 files, equal to the backup" in restored
    assert "Everything is whole" in new.done("verify")
    client = boto3.client("s3", endpoint_url=bucket)
    [one] = client.list_objects_v2(Bucket=BUCKET, Prefix="new/")["Contents"]
    body = client.get_object(Bucket=BUCKET, Key=one["Key"])["Body"].read()
    client.put_object(Bucket=BUCKET, Key=one["Key"], Body=bytes([body[0] ^ 1]) + body[1:])
    told = new.run("verify")
    assert told.returncode == 1
    assert "is not what was received" in told.stdout


@pytest.mark.parametrize(
    "wrong",
    [
        "files",
        "http://store.example/bucket",
        "s3://",
        "s3://key:secret@bucket",
        "s3://b?acl=public",
    ],
)
def test_an_address_that_makes_no_sense_is_refused(wrong: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="SAMKLANG_FILES"):
        files(wrong, default_folder=Path())


def test_without_an_address_files_lie_in_the_state_folder(tmp_path: Path) -> None:
    chosen = files("", default_folder=tmp_path / "files")

    assert chosen["BACKEND"].endswith("SettledStorage")
    assert chosen["OPTIONS"] == {"location": str(tmp_path / "files")}
