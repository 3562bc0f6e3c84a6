"""Nothing that somebody writes makes the service reach out: only identity providers are asked.

Seen red: with a call of `requests.get` in a view, with `import urllib.request` in a module that is
not named here, and with a name looked up while a page was made.
"""

from __future__ import annotations

import ast
import socket
import subprocess
from collections.abc import Iterator
from typing import Any, NoReturn

import pytest
from django.db import connection

from tests.architecture.tree import modules
from tests.hostile.addresses import ELSEWHERE
from tests.hostile.markup import ADDRESSES
from tests.hostile.showing import County

# What can fetch an address, and who may know of it, with why.
FETCHING = {
    "requests", "urllib.request", "urllib3", "http.client", "httpx", "aiohttp", "ftplib", "smtplib",
    "poplib", "imaplib", "telnetlib", "socket", "asyncio", "xmlrpc", "authlib", "boto3", "pycurl",
    "webbrowser", "botocore", "storages",
}  # fmt: skip
ALLOWED = {
    ("accounts/oidc/asking.py", "requests"): "an identity provider of the operator's",
    ("accounts/oidc/asking.py", "authlib"): "the same, by its protocol",
    ("organizations/letters.py", "smtplib"): "the name of an error",
    ("sharing/letters.py", "smtplib"): "the same",
    ("accounts/adapter.py", "smtplib"): "the same",
    ("meetings/letters.py", "smtplib"): "the same",
    ("decisions/letters.py", "smtplib"): "the same",
    ("accounts/letters.py", "smtplib"): "the same",
    ("audit/checkpoints.py", "smtplib"): "the same",
    ("documents/bucket.py", "storages"): "the store of files that the operator has chosen",
    ("documents/bucket.py", "botocore"): "the names of its errors",
    ("documents/sandbox.py", "socket"): "a pair of sockets to a process of ours",
    ("documents/sandboxed.py", "socket"): "the other end of it",
    ("setup/serving.py", "socket"): "looks whether our own port is free",
}
# What sets and draws files, each a process of ours.
PROCESSES = (
    "documents/pdf/typesetting.py",
    "documents/pdf/letters.py",
    "common/pictures/rasterizing.py",
)
INSIDE = (
    "http://127.0.0.1:9/",
    "http://[::1]:9/",
    "http://169.254.169.254/latest/meta-data/",
    "http://localhost:9/",
    "http://2130706433:9/",
    "http://0177.0.0.1:9/",
    "http://0x7f.1:9/",
    "http://[::ffff:127.0.0.1]:9/",
    "http://127.0.0.1.nip.example:9/",
    "file:///etc/passwd",
    "gopher://127.0.0.1:9/_x",
    "dict://127.0.0.1:9/x",
    "<img src=http://127.0.0.1:9/>",
    "<svg><image href='http://127.0.0.1:9/'/></svg>",
    "@import url(http://127.0.0.1:9/);",
    '#image("http://127.0.0.1:9/")',
    '#import "@preview/x:0.1.0"',
)


def imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (str(node.module), *(f"{node.module}.{one.name}" for one in node.names))


def test_only_who_is_named_here_can_reach_out() -> None:
    found = {
        (path, kind)
        for path, tree in modules()
        for name in imported(tree)
        for kind in FETCHING
        if name == kind or name.startswith(f"{kind}.")
    }

    assert found == set(ALLOWED)


@pytest.fixture
def reached(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every try to reach somebody or to look a name up; none succeeds."""
    tries: list[str] = []

    def refuse(*about: Any, **_options: Any) -> NoReturn:
        tries.append(repr(about[-1]))
        raise OSError("Nobody is reached from here.")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    for name in ("getaddrinfo", "gethostbyname", "create_connection"):
        monkeypatch.setattr(socket, name, refuse)
    return tries


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Every process that was started, by its command."""
    commands: list[list[str]] = []
    begin = subprocess.Popen.__init__

    def note(self: Any, command: list[str], *rest: Any, **options: Any) -> None:
        commands.append(list(map(str, command)))
        begin(self, command, *rest, **options)

    monkeypatch.setattr(subprocess.Popen, "__init__", note)
    return commands


@pytest.mark.slow
@pytest.mark.django_db
def test_no_page_and_no_file_reaches_anybody(reached: list[str], started: list[list[str]]) -> None:
    connection.ensure_connection()
    county = County()
    county.write(*INSIDE, *ADDRESSES, *ELSEWHERE[:5], bounded=True)

    pages, files = list(county.pages()), list(county.files())

    assert len(pages) > 80
    assert len(files) == 10
    assert reached == []
    # They are set and drawn by processes of ours, which open no socket (below).
    modules = {command[-1].replace(".", "/") + ".py" for command in started if "-m" in command}
    assert len(modules) > 1
    assert modules <= {f"samklang/{path}" for path in PROCESSES}


def test_the_processes_that_set_files_know_no_network() -> None:
    told = {path: set(imported(tree)) for path, tree in modules()}

    for path in PROCESSES:
        assert told[path] & FETCHING == set()


@pytest.mark.django_db
def test_who_reaches_out_is_noticed(reached: list[str]) -> None:
    with pytest.raises(OSError, match="Nobody"):
        socket.create_connection(("127.0.0.1", 9))

    assert len(reached) == 1
