"""Asks the application in this process: counts its statements and its processor time.

python -m bench.asking ADDRESS CALLS [304]      prints statements and seconds per call
"""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Callable
from typing import Any

from bench.signing_in import ready, signed_in

WARM_UPS = 6


def call(environ: dict[str, Any]) -> tuple[str, dict[str, str], bytes]:
    """Ask once, as a web server does."""
    seen: list[Any] = []

    def start_response(status: str, headers: list[tuple[str, str]], _exc: object = None) -> None:
        seen.extend((status, dict(headers)))

    answer = ready()(environ | {"wsgi.input": io.BytesIO()}, start_response)
    body = b"".join(answer)
    close: Callable[[], None] | None = getattr(answer, "close", None)
    if close:
        close()
    return seen[0], seen[1], body


def warm(address: str, *flags: str) -> dict[str, Any]:
    """Ask until nothing is new, and see that the answer is the one that is meant."""
    ready()
    environ = signed_in(address)
    if "anonymous" in flags:
        del environ["HTTP_COOKIE"]
    if "304" in flags:
        environ["HTTP_IF_NONE_MATCH"] = call(environ)[1]["ETag"]
    for _turn in range(WARM_UPS):
        status, _headers, _body = call(environ)
    if not status.startswith("304" if "304" in flags else "200"):
        raise SystemExit(f"{address} answered {status}")
    return environ


def main(address: str, calls: str, *flags: str) -> None:
    environ = warm(address, *flags)
    # Django's connection can be asked once Django is set up.
    from django.db import connection  # noqa: PLC0415

    count = [0]

    def counting(execute: Callable[..., Any], *arguments: Any) -> Any:
        count[0] += 1
        return execute(*arguments)

    with connection.execute_wrapper(counting):
        call(environ)
    before = time.process_time()
    for _turn in range(int(calls)):
        call(environ)
    print(count[0], (time.process_time() - before) / int(calls))


if __name__ == "__main__":
    main(*sys.argv[1:])
