"""The web server of an installation, its workers, and somebody who visits it."""

from __future__ import annotations

import os
import random
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPException
from http.cookiejar import CookieJar
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlencode

from lxml import html

from samklang.setup.serving import web_server
from tests.installation import ROOT, Installation

UP_WITHIN = 60.0
# What a visitor meets when the server dies under the request: it was not acknowledged.
GONE = (OSError, HTTPException)


@dataclass
class Service:
    """Runs the same server as `samklang serve`, without preparing anything."""

    installation: Installation
    wrapper: tuple[str, ...] = ()
    port: int = 0
    restarts: int = 0
    _server: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.kill()

    def start(self) -> None:
        self.port = self.port or free_port()
        self._launch()
        try:
            self.wait()
        except AssertionError:
            self.kill()
            raise

    def _launch(self) -> None:
        with (self.installation.folder.parent / "server.log").open("ab") as log:
            self._server = subprocess.Popen(
                [*self.wrapper, *web_server("127.0.0.1", self.port)],
                env=self.installation.environment,
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def wait(self) -> None:
        """Wait until somebody answers a page; a server that ended is started again.

        It ends when workers die faster than it makes new ones, and whoever supervises it starts it.
        """
        give_up = time.monotonic() + UP_WITHIN
        while time.monotonic() < give_up:
            if self._server is not None and self._server.poll() is not None:
                self.restarts += 1
                self._launch()
            try:
                with urllib.request.urlopen(f"{self.address}/om/", timeout=5):
                    return
            except GONE:
                time.sleep(0.1)
        raise AssertionError("The server never answered.")

    @property
    def workers(self) -> list[int]:
        assert self._server is not None
        return [pid for pid in children(self._server.pid) if is_alive(pid)]

    def kill_workers(self, most: int = 99) -> int:
        """Kill -9 so many workers; the server starts new ones."""
        killed = 0
        chosen = self.workers
        random.shuffle(chosen)
        for pid in chosen[:most]:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
            killed += 1
        return killed

    def kill(self) -> None:
        """Kill -9 the server and its workers."""
        if self._server is not None:
            os.killpg(self._server.pid, signal.SIGKILL)
            self._server.wait()
            self._server = None


def children(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(one) for one in listed.read_text().split()] if listed.exists() else []


def is_alive(pid: int) -> bool:
    status = Path(f"/proc/{pid}/stat")
    return status.exists() and status.read_text().rsplit(")", 1)[1].split()[0] != "Z"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass(frozen=True)
class Answer:
    status: int
    url: str
    text: str

    @property
    def form(self) -> dict[str, str]:
        """What the page's own form would send, with the first choice made where one is due."""
        forms: Any = html.fromstring(self.text).xpath("//main//form[@method='post']")
        if not forms:
            return {}
        for choice in forms[0].xpath(".//select"):
            if not choice.value:
                choice.value = next(one for one in choice.value_options if one)
        return dict(forms[0].form_values())


class _Stay(urllib.request.HTTPRedirectHandler):
    """An answer that sends the visitor on is the acknowledgement: take it as it is."""

    def redirect_request(self, *_args: object, **_words: object) -> None:
        return None


@dataclass
class Visitor:
    """Somebody invented, signed in; each answer is returned whatever it says."""

    address: str
    person: str = "tove"
    cookies: CookieJar = field(default_factory=CookieJar)

    def __post_init__(self) -> None:
        cookies = urllib.request.HTTPCookieProcessor(self.cookies)
        self._opener = urllib.request.build_opener(cookies, _Stay())

    def sign_in(self) -> Self:
        token = self.get("/logga/in/").form["csrfmiddlewaretoken"]
        sent = {"csrfmiddlewaretoken": token, "person": self.person}
        assert self.post("/logga/demo/", sent).status == 302
        return self

    def get(self, path: str) -> Answer:
        return self._open(urllib.request.Request(self.address + path))

    def post(self, path: str, fields: Mapping[str, str]) -> Answer:
        body = urlencode(fields).encode()
        return self._open(urllib.request.Request(self.address + path, body))

    def send_file(self, path: str, fields: Mapping[str, str], name: str, content: bytes) -> Answer:
        edge = f"edge{random.getrandbits(64):x}"
        parts = [
            f'--{edge}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{text}\r\n'.encode()
            for key, text in fields.items()
        ]
        head = f'--{edge}\r\nContent-Disposition: form-data; name="documents"; filename="{name}"'
        body = b"".join(
            [*parts, head.encode(), b"\r\n\r\n", content, f"\r\n--{edge}--\r\n".encode()]
        )
        headers = {"Content-Type": f"multipart/form-data; boundary={edge}"}
        return self._open(urllib.request.Request(self.address + path, body, headers))

    def _open(self, request: urllib.request.Request) -> Answer:
        request.add_header("Referer", self.address)
        try:
            with self._opener.open(request, timeout=60) as got:
                return Answer(got.status, got.url, got.read().decode("utf-8", "replace"))
        except urllib.error.HTTPError as refused:
            return Answer(refused.code, refused.url, refused.read().decode("utf-8", "replace"))


@contextmanager
def stopped(pid: int) -> Iterator[None]:
    """Hold a process still."""
    os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(pid, signal.SIGCONT)
