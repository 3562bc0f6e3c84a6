"""How the two databases are set up so that an acknowledged change is never lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

# FULL and IMMEDIATE, never less: with NORMAL a decision can vanish at a power cut, and a
# deferred transaction that reads before it writes fails under load (ADR 0007).
SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
    "PRAGMA foreign_keys=ON; PRAGMA busy_timeout=20000;"
)


def sqlite(path: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "CONN_MAX_AGE": None,
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "init_command": SQLITE_PRAGMAS},
    }


def postgresql(url: str) -> dict[str, Any]:
    """Read one server's address, or those of a primary and its standbys with commas between.

    Among several the one that takes changes is asked, so that a promoted standby is found.
    """
    try:
        parts = urlsplit(url)
        who, _at, where = parts.netloc.rpartition("@")
        hosts, ports = zip(*(_host_and_port(one) for one in where.split(",")), strict=True)
    except ValueError as error:
        raise ImproperlyConfigured(
            "SAMKLANG_DATABASE has no host and port that can be understood. A sign such as @, : "
            "or / in a password is written as %40, %3A or %2F."
        ) from error
    user, _colon, password = who.partition(":")
    several = {"target_session_attrs": "read-write", "connect_timeout": "3"}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(user),
        "PASSWORD": unquote(password),
        "HOST": ",".join(hosts),
        "PORT": ",".join(ports).strip(","),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": several if len(hosts) > 1 else {},
    }


def _host_and_port(place: str) -> tuple[str, str]:
    """Take `host:port` apart; an address of IPv6 stands in brackets."""
    has_port = place.rfind(":") > place.rfind("]")
    host, _colon, port = place.rpartition(":") if has_port else (place, "", "")
    return unquote(host).strip("[]"), str(int(port)) if port else ""


def database(url: str, *, default_path: Path) -> dict[str, Any]:
    """Read SAMKLANG_DATABASE: empty, `sqlite:PATH` or `postgresql://user:password@host/name`."""
    if not url:
        return sqlite(default_path)
    path = url.removeprefix("sqlite:")
    if path and path != url:
        return sqlite(Path(path))
    if url.startswith(("postgresql://", "postgres://")):
        return postgresql(url)
    raise ImproperlyConfigured(
        "SAMKLANG_DATABASE must be sqlite:PATH or postgresql://user:password@host/name, or be left "
        "unset."
    )
