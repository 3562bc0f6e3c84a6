"""The operator's file of providers is read strictly, and its mistakes are named."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from samklang.accounts.oidc.providers import read_providers

GOOD = """
[mora]
name = "Mora kommun"
issuer = "https://login.mora.example/"
client_id = "samklang"
secret_variable = "MORA_SECRET"
assurance = ["http://id.example/loa/loa3"]
"""


def read(tmp_path: Path, text: str, **environment: str) -> object:
    file = tmp_path / "providers.toml"
    file.write_text(text, encoding="utf-8")
    return read_providers(str(file), environment)


def test_without_a_file_there_are_no_providers() -> None:
    assert read_providers("", {}) == ()


def test_a_provider_is_read_with_its_secret_from_the_environment(tmp_path: Path) -> None:
    (mora,) = read_providers(str(_written(tmp_path)), {"MORA_SECRET": "s"})

    assert (mora.slug, mora.issuer, mora.client_secret) == (
        "mora",
        "https://login.mora.example",
        "s",
    )
    assert (mora.strong, mora.organization) == ((), "")


def _written(tmp_path: Path) -> Path:
    file = tmp_path / "providers.toml"
    file.write_text(GOOD, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("left_out", "named"),
    [
        ('name = "Mora kommun"', "set name"),
        ('issuer = "https://login.mora.example/"', "set issuer"),
        ('client_id = "samklang"', "set client_id"),
        ('secret_variable = "MORA_SECRET"', "set secret_variable"),
        ('assurance = ["http://id.example/loa/loa3"]', "assurance"),
    ],
)
def test_what_is_missing_is_named(tmp_path: Path, left_out: str, named: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=named):
        read(tmp_path, GOOD.replace(left_out, ""), MORA_SECRET="s")  # noqa: S106


def test_a_secret_that_is_not_in_the_environment_is_named(tmp_path: Path) -> None:
    with pytest.raises(ImproperlyConfigured, match="set MORA_SECRET"):
        read(tmp_path, GOOD)
