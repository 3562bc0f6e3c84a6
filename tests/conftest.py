"""What every test stands on: fast password hashing, plain static files, a folder of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from samklang.audit.guarding import GUARDS, TAKE_AWAY


@pytest.fixture(autouse=True, scope="session")
def _emptied_between_tests() -> Iterator[None]:
    """Let Django empty the record after a test with real transactions; nothing else may."""
    plain = connection.ops.sql_flush
    apart, back = TAKE_AWAY[connection.vendor], GUARDS[connection.vendor]

    def sql_flush(*args: Any, **words: Any) -> list[str]:
        return [*apart, *plain(*args, **words), *back]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(connection.ops, "sql_flush", sql_flush)
        yield


@pytest.fixture(autouse=True)
def _own_ground(settings: object, tmp_path: Path) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # type: ignore[attr-defined]
    settings.STORAGES = {  # type: ignore[attr-defined]
        "default": {
            "BACKEND": "samklang.documents.storage.SettledStorage",
            "OPTIONS": {"location": str(tmp_path / "files")},
        },
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    # What is counted and shown is made anew in every test.
    nothing = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
    settings.CACHES = {"default": nothing, "pages": nothing}  # type: ignore[attr-defined]
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}  # type: ignore[attr-defined]
