"""Sends a form as a browser does: as one line of names and values, unless it has a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlencode

from django.test import Client

FORM = "application/x-www-form-urlencoded"


def post(client: Client, address: str, sending: Mapping[str, Any]) -> Any:
    """A form in parts takes four times as long to write and to read."""
    if any(hasattr(one, "read") for value in sending.values() for one in _each(value)):
        return client.post(address, sending)
    return client.post(address, urlencode(sending, doseq=True), content_type=FORM)


def _each(value: object) -> Iterable[object]:
    return value if isinstance(value, list | tuple) else (value,)
