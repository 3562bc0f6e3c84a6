"""The environment decides, and what is unsafe together is refused before anything is served."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured

from samklang.config import env

PRODUCTION = {
    "SAMKLANG_PRODUCTION": "1",
    "SAMKLANG_SECRET_KEY": "k" * 30 + "0123456789" * 3,
    "SAMKLANG_AUDIT_KEY": "a" * 30 + "0123456789" * 3,
    "SAMKLANG_HOSTS": "samklang.example",
}


def start(**environment: str) -> subprocess.CompletedProcess[str]:
    """Start the product as a web server would, and stop."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("SAMKLANG_")}
    state = {"SAMKLANG_STATE_DIR": os.environ.get("SAMKLANG_STATE_DIR", "var")}
    return subprocess.run(  # our own words
        [sys.executable, "-c", "import samklang.config.wsgi"],
        env=ours | state | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
def test_production_starts_with_a_key_of_its_own() -> None:
    assert start(**PRODUCTION).returncode == 0


@pytest.mark.parametrize(
    ("unsafe", "named"),
    [
        ({"SAMKLANG_DEMO": "1"}, "SAMKLANG_DEMO"),
        ({"SAMKLANG_DEBUG": "1"}, "SAMKLANG_DEBUG"),
        ({"SAMKLANG_SECRET_KEY": "development-only-key-that-check-deploy-rejects"}, "SECRET_KEY"),
        ({"SAMKLANG_AUDIT_KEY": "development-only-key-that-check-deploy-rejects"}, "AUDIT_KEY"),
        ({"SAMKLANG_AUDIT_KEY": PRODUCTION["SAMKLANG_SECRET_KEY"]}, "AUDIT_KEY"),
    ],
)
def test_production_refuses_what_is_unsafe_and_names_it(unsafe: dict[str, str], named: str) -> None:
    refused = start(**PRODUCTION | unsafe)

    assert refused.returncode != 0
    assert named in refused.stderr.splitlines()[-1]


@pytest.mark.parametrize(("said", "meant"), [("1", True), ("True", True), ("0", False)])
def test_a_flag_is_true_or_false(monkeypatch: pytest.MonkeyPatch, said: str, meant: bool) -> None:
    monkeypatch.setenv("SAMKLANG_X", said)

    assert env.flag("SAMKLANG_X", default=not meant) is meant


def test_a_flag_that_says_anything_else_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMKLANG_X", "yes please")

    with pytest.raises(ImproperlyConfigured, match="say true or false"):
        env.flag("SAMKLANG_X", default=True)


def test_a_secret_may_lie_in_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    path = f"{tmp_path}/key"
    with open(path, "w", encoding="utf-8") as file:  # noqa: PTH123  # a line is a line
        file.write("hidden\n")
    monkeypatch.setenv("SAMKLANG_X_FILE", path)

    assert env.secret("SAMKLANG_X") == "hidden"


def test_what_must_be_set_is_asked_for_by_name() -> None:
    with pytest.raises(ImproperlyConfigured, match="Set SAMKLANG_NEVER_SET"):
        env.text("SAMKLANG_NEVER_SET")
