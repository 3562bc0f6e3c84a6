"""The identity providers that the operator has set up, and what each is trusted to say."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured


@dataclass(frozen=True, slots=True)
class Provider:
    """One identity provider.

    `assurance` lists the values of `acr` (tillitsnivå) that are accepted, `strong` those that
    also count as two-step verification. Whoever signs in for the first time is placed in
    `organization` of `county`; without one, only those who were invited come in.
    """

    slug: str
    name: str
    issuer: str
    client_id: str
    client_secret: str
    assurance: tuple[str, ...]
    strong: tuple[str, ...]
    county: str
    organization: str
    # Hosts beside the issuer’s own where its token and key addresses may lie.
    hosts: tuple[str, ...]


def providers() -> dict[str, Provider]:
    return {one.slug: one for one in settings.SAMKLANG_PROVIDERS}


def read_providers(path: str, environment: Mapping[str, str]) -> tuple[Provider, ...]:
    """Read the operator’s TOML file: one table a provider, the secret by its variable’s name."""
    if not path:
        return ()
    tables = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    return tuple(_provider(slug, table, environment) for slug, table in tables.items())


def _provider(slug: str, table: dict[str, Any], environment: Mapping[str, str]) -> Provider:
    def asked(key: str) -> str:
        if not isinstance(table.get(key), str) or not table[key]:
            raise ImproperlyConfigured(f"Identity provider {slug}: set {key}.")
        return str(table[key])

    variable = asked("secret_variable")
    if not environment.get(variable):
        raise ImproperlyConfigured(f"Identity provider {slug}: set {variable}.")
    if not table.get("assurance"):
        raise ImproperlyConfigured(
            f"Identity provider {slug}: list in assurance which values of acr are accepted."
        )
    return Provider(
        slug=slug,
        name=asked("name"),
        issuer=asked("issuer").rstrip("/"),
        client_id=asked("client_id"),
        client_secret=environment[variable],
        assurance=tuple(table["assurance"]),
        strong=tuple(table.get("strong", ())),
        county=str(table.get("county", "")),
        organization=str(table.get("organization", "")),
        hosts=tuple(table.get("hosts", ())),
    )
