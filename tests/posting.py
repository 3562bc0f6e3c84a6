"""Sends a form as a browser does: as one line of names and values, unless it has a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote_plus, urlencode

from django.test import Client

# What stands in a line of names and values as it is.
PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-~")
FORM = "application/x-www-form-urlencoded"


def post(client: Client, address: str, sending: Mapping[str, Any]) -> Any:
    """A form in parts takes four times as long to write and to read."""
    if any(hasattr(one, "read") for value in sending.values() for one in _each(value)):
        return client.post(address, sending)
    return client.post(address, _line(sending), content_type=FORM)


def _line(sending: Mapping[str, Any]) -> str:
    """Write names and values as one line, sign by sign and not byte by byte: the same, sooner."""
    return urlencode(sending, doseq=True, quote_via=_quoted)


def _quoted(string: str | bytes, *_how: Any, **_named: Any) -> str:
    if isinstance(string, bytes):
        return quote_plus(string)
    # First those that the others become.
    for sign in sorted(set(string) - PLAIN, key=lambda sign: (sign != "%", sign != "+")):
        string = string.replace(sign, quote_plus(sign))
    return string


def _each(value: object) -> Iterable[object]:
    return value if isinstance(value, list | tuple) else (value,)
