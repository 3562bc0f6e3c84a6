"""What every test stands on: fast password hashing, plain static files, a folder of its own."""

from __future__ import annotations

import gc
import logging
import re
from collections.abc import Iterator
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from _pytest.runner import runtestprotocol
from django.core.management import call_command
from django.db import connection
from django.db.backends.signals import connection_created
from django.test import override_settings
from hypothesis import settings
from pytest_django import DjangoDbBlocker

from samklang.audit import http, receivers
from samklang.audit.guarding import GUARDS, TAKE_AWAY
from samklang.common.allowance import Allowance
from samklang.common.occasion import _current
from samklang.common.unsaid import SecretsFilter
from samklang.config.settings import CACHES
from samklang.meetings import guarding as locked_minutes
from samklang.organizations.feeds import reading
from samklang.search.allowing import searching
from samklang.search.tables import trigger_statements
from tests.inventories.bad_files import TEST_NUMBER
from tests.migrated import begin_with_a_copy

# The passwords of the cast, the invented resident, and a link's secret.
NEVER_LOGGED = re.compile(
    rf"stilla björkar|quiet river|ror över sjön|{TEST_NUMBER}|/[A-Za-z0-9_-]{{40,}}/"
)


# Rubbish that goes round in circles is rare; looking for it while all is read in takes a second.
gc.set_threshold(500_000, 20, 50)

# Python keeps the frames of calls in pieces of 16 kB. A loop whose calls pass the end of a piece
# asks the system for the next one, and gives it back, at every turn: a fifth of all the time that
# requests took. What runs a test asks for a frame of half a megabyte, which gets a piece of one
# megabyte; the frames of the test have room in the rest of it.
runtestprotocol.__code__ = runtestprotocol.__code__.replace(co_stacksize=66_000)

# How long a machine takes proves nothing about the product.
settings.register_profile("house", deadline=None)
settings.load_profile("house")

# Reading texts, reading the code, running the suite's own tools, and starting what has a database
# of its own or none: the database that the suite runs on has no say in them.
PURE = tuple(
    Path(__file__).parent / folder
    for folder in (
        "inventories/reading",
        "scripts",
        "documents/extraction",
        "documents/comparing",
        "documents/passages",
        "documents/word",
        "texts/bones",
        "texts/harmony",
        "agreements/test_any_standing.py",
        "common/pictures",
        "architecture/test_boundaries.py",
        "architecture/test_docs.py",
        "architecture/test_languages.py",
        "architecture/test_no_county_in_code.py",
        "architecture/test_one_door.py",
        "architecture/test_shape.py",
        "architecture/test_stylesheet.py",
        "architecture/test_templates.py",
        "config/test_observatory.py",
        "config/test_production.py",
        "config/test_settings.py",
        "config/test_starting.py",
        "documents/test_confinement.py",
        "documents/test_converter.py",
        "documents/test_sandboxed.py",
        "hostile/test_reaching_out.py",
        "hostile/test_slow_patterns.py",
        "inventories/test_bad_input.py",
        "inventories/test_read_command.py",
        "inventories/test_restart.py",
        "setup/test_broken_packs.py",
        "setup/test_migrating.py",
        "setup/test_packs.py",
        "setup/test_serving.py",
    )
)


def pytest_collection_finish() -> None:
    """Leave what every test stands on out of each search for rubbish: it never becomes any."""
    gc.freeze()


# All that drives a browser, and nothing else, is marked by its place.
BROWSER = Path(__file__).parent / "browser"


@cache
def _is_pure(path: Path) -> bool:
    return any(place in (path, *path.parents) for place in PURE)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Read no file of which the marks take nothing: reading all takes seconds of each worker."""
    marks = str(config.option.markexpr).split(" and ")
    if not collection_path.is_file():
        return None
    driven = BROWSER in collection_path.parents
    left_out = "not browser" in marks if driven else "browser" in marks
    return left_out or ("not one_database" in marks and _is_pure(collection_path)) or None


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes long, so that no worker waits for another's last test."""
    for item in items:
        if _is_pure(item.path):
            item.add_marker(pytest.mark.one_database)
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


@pytest.fixture(autouse=True, scope="session")
def _emptied_between_tests() -> Iterator[None]:
    """Let Django empty the record after a test with real transactions; nothing else may."""
    plain = connection.ops.sql_flush
    apart = [*TAKE_AWAY[connection.vendor], *locked_minutes.aside(connection.vendor)]
    back = [*GUARDS[connection.vendor], *locked_minutes.back(connection.vendor)]

    def sql_flush(*args: Any, **words: Any) -> list[str]:
        return [*apart, *plain(*args, **words), *back]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(connection.ops, "sql_flush", sql_flush)
        yield


def _run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None) -> None:
    """Begin where the migrations end, before any is applied."""
    if connection.vendor == "sqlite":
        connection_created.connect(begin_with_a_copy)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """Note no changes for the index where nobody searches: each would be taken in by a request."""
    with django_db_blocker.unblock(), override_settings(CACHES=CACHES):
        call_command("createcachetable")
        for statement in trigger_statements(connection):
            if statement.startswith("DROP"):
                _run(statement)


@pytest.fixture
def noting(db: None) -> None:
    """Let the database note what changes, for the index, as it does where it is migrated."""
    for statement in trigger_statements(connection):
        _run(statement)


class _Listener(logging.Handler):
    """Hears what the product's own handler would write."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []
        self.addFilter(SecretsFilter())

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@pytest.fixture(autouse=True)
def _nothing_sensitive_in_logs() -> Iterator[None]:
    """No test, whatever it sends, finds a password, a secret or a resident in the log.

    Seen red with a view that logged what was posted, and without the filter.
    """
    listener, root = _Listener(), logging.getLogger()
    root.addHandler(listener)
    yield
    root.removeHandler(listener)
    assert not [line for line in listener.lines if NEVER_LOGGED.search(line)]


@pytest.fixture(autouse=True)
def _outside_every_occasion() -> None:
    """A job that a test before carried out in this process has left its worker behind."""
    _current.set(None)


@pytest.fixture(autouse=True)
def _own_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no test use up what another may send within the minute."""
    monkeypatch.setattr(http, "_STRANGERS", Allowance(30))
    monkeypatch.setattr(receivers, "_FAILURES", Allowance(60))
    searching.forget()
    reading.forget()


@pytest.fixture(autouse=True, scope="session")
def _as_in_tests(django_test_environment: None) -> Iterator[None]:
    """Set once what is the same for all: each setting that changes is told to all of Django."""
    # What is counted and shown is made anew in every test.
    nothing = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
    with override_settings(
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        STORAGES={
            "default": {"BACKEND": "samklang.documents.storage.SettledStorage"},
            "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
        },
        CACHES={"default": nothing, "pages": nothing},
        TASKS={"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}},
    ):
        yield


@pytest.fixture(scope="session")
def _grounds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Name a folder for each test that receives a file; most receive none, and make none."""
    ground = tmp_path_factory.mktemp("received")
    return (ground / str(number) for number in count())


@pytest.fixture(autouse=True)
def _own_ground(settings: object, _grounds: Iterator[Path]) -> None:
    settings.MEDIA_ROOT = str(next(_grounds))  # type: ignore[attr-defined]
