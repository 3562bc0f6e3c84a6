"""When saving fails and nobody did wrong, the answer says so plainly and gives back what was typed.

Seen red: with trouble_of answering None each page is “Något gick fel hos oss”; with the password
not left out it stands in the page; with `typed` empty the text is gone; with no field known as
steering the form’s one-time key stands among what was written.
"""

from __future__ import annotations

import errno
import sqlite3
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.db import DatabaseError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from psycopg.errors import DeadlockDetected, DiskFull, ReadOnlySqlTransaction, UniqueViolation

from samklang.common.trouble import ReadOnlyMode, Trouble, trouble_of
from samklang.config import urls
from tests import cast

SECRET = {"password": "hemligt lösen ord"}
LETTER = "Parterna är överens om ålderns höst & allt <det>"


def sqlite_error(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("told by SQLite")
    error.sqlite_errorcode = code
    return error


def wrapped(error: Exception) -> Exception:
    """Return what Django raises of it."""
    raised = OperationalError("told by Django")
    raised.__cause__ = error
    return raised


CAUSES: list[tuple[Exception, Trouble | None]] = [
    (sqlite_error(sqlite3.SQLITE_FULL), Trouble.FULL),
    (sqlite_error(sqlite3.SQLITE_READONLY | 8 << 8), Trouble.READ_ONLY),
    (sqlite_error(sqlite3.SQLITE_BUSY), Trouble.BUSY),
    (sqlite_error(sqlite3.SQLITE_IOERR | 4 << 8), Trouble.FAULTY),
    (sqlite_error(sqlite3.SQLITE_CANTOPEN), Trouble.AWAY),
    (sqlite_error(sqlite3.SQLITE_CONSTRAINT), None),
    (DiskFull(), Trouble.FULL),
    (ReadOnlySqlTransaction(), Trouble.READ_ONLY),
    (DeadlockDetected(), Trouble.BUSY),
    (psycopg.OperationalError("connection refused"), Trouble.AWAY),
    (UniqueViolation(), None),
    (OSError(errno.ENOSPC, "No space left on device"), Trouble.FULL),
    (OSError(errno.EROFS, "Read-only file system"), Trouble.READ_ONLY),
    (FileNotFoundError(errno.ENOENT, "No such file"), None),
    (ReadOnlyMode(), Trouble.READ_ONLY),
    (RuntimeError("a fault of ours"), None),
]
NAMES = [f"{type(cause).__name__} {kind}" for cause, kind in CAUSES]


@pytest.mark.parametrize(("cause", "kind"), CAUSES, ids=NAMES)
def test_what_is_in_the_way_is_known_by_the_codes_of_the_disk_and_the_databases(
    cause: Exception, kind: Trouble | None
) -> None:
    assert trouble_of(cause) == kind
    assert trouble_of(wrapped(cause)) == kind


def test_no_error_is_no_trouble() -> None:
    assert trouble_of(None) is None


def _fails(request: HttpRequest, kind: str) -> HttpResponse:
    if kind == "fault":
        raise RuntimeError(kind)
    codes = {"full": sqlite3.SQLITE_FULL, "busy": sqlite3.SQLITE_BUSY}
    raise wrapped(sqlite_error(codes[kind]))


urlpatterns = [*urls.urlpatterns, path("fails/<str:kind>/", _fails)]
handler500 = urls.handler500


@pytest.fixture
def siri() -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(cast.person("siri"))
    return client


def sent(client: Client, kind: str, **fields: Any) -> Any:
    return client.post(f"/fails/{kind}/", fields)


@pytest.mark.django_db
@pytest.mark.urls(__name__)
def test_a_full_disk_is_told_and_what_was_typed_is_there_to_be_sent_again(siri: Client) -> None:
    steering = {"version": "7", "form_key": "11b0663e945344bc8873a128b3a6d5d5"}
    answer = sent(siri, "full", quote=LETTER, next="/avtal/7/#uppgifter", **steering, **SECRET)

    page = answer.content.decode()
    assert (answer.status_code, answer["Retry-After"]) == (503, "60")
    assert "Det finns ingen plats kvar att spara på" in page
    assert "ålderns höst &amp; allt &lt;det&gt;</textarea>" in page
    assert page.count("</textarea>") == 1
    assert all(f'<input type="hidden" name="{name}"' in page for name in (*steering, "next"))
    assert "hemligt" not in page
    assert answer["X-Request-ID"] in page


@pytest.mark.django_db
@pytest.mark.urls(__name__)
def test_a_page_that_was_only_asked_for_has_nothing_to_send(siri: Client) -> None:
    page = siri.get("/fails/busy/").content.decode()

    assert "Många sparar just nu" in page
    assert "data-typed" not in page
    assert "Det du skrev" not in page


@pytest.mark.django_db
@pytest.mark.urls(__name__)
def test_a_file_is_asked_for_again_since_a_page_cannot_keep_it(siri: Client, tmp_path: Any) -> None:
    (tmp_path / "avtal.txt").write_text("Avtal", "utf-8")
    with (tmp_path / "avtal.txt").open("rb") as file:
        page = sent(siri, "full", file=file).content.decode()

    assert "välj dem igen" in page
    assert "Försök spara igen" not in page


@pytest.mark.django_db
@pytest.mark.urls(__name__)
def test_a_fault_of_ours_is_a_fault_with_a_reference(siri: Client) -> None:
    answer = sent(siri, "fault", quote=LETTER)

    assert answer.status_code == 500
    assert answer["X-Request-ID"] in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.urls(__name__)
def test_without_a_database_the_page_still_says_what_is_wrong(
    siri: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_args: Any, **_words: Any) -> None:
        raise wrapped(psycopg.OperationalError("connection refused"))

    monkeypatch.setattr(f"{settings.SESSION_ENGINE}.SessionStore.load", gone)
    answer = sent(siri, "full", quote=LETTER)

    page = answer.content.decode()
    assert answer.status_code == 503
    assert "Databasen svarar inte" in page
    assert "ålderns höst" in page


def test_our_own_refusal_is_a_database_error() -> None:
    assert issubclass(ReadOnlyMode, DatabaseError)
