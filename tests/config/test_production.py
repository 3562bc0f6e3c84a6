"""Where real people work nothing is left open, and a setting that makes no sense is named.

Each start is a process of its own, as a web server starts one. Seen red with the key's length
unasked, with one cookie setting taken out, and with the demo page asking no setting.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.slow

KEY = "k" * 30 + "0123456789" * 3
PRODUCTION = {
    "SAMKLANG_PRODUCTION": "1",
    "SAMKLANG_SECRET_KEY": KEY,
    "SAMKLANG_AUDIT_KEY": "a" + KEY,
    "SAMKLANG_HOSTS": "samklang.example",
}
TELL = """
import json, django
from django.conf import settings
django.setup()
names = [one for one in dir(settings) if one.isupper()]
print(json.dumps({one: getattr(settings, one) for one in names}, default=str))
"""
ASK = """
import json, django
from django.conf import settings
from django.test import Client
plain = "django.contrib.staticfiles.storage.StaticFilesStorage"
settings.STORAGES["staticfiles"] = {"BACKEND": plain}
django.setup()
answers = {}
for host in ("samklang.example", "elsewhere.example"):
    for secure in (True, False):
        client = Client(raise_request_exception=False, headers={"host": host})
        got = client.get("/om/", secure=secure)
        answers[f"{host} {secure}"] = [got.status_code, dict(got.headers)]
demo = Client(headers={"host": "samklang.example"}).post("/logga/demo/", secure=True)
answers["demo"] = [demo.status_code, {}]
print(json.dumps(answers))
"""


def started(code: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    ours = {name: value for name, value in os.environ.items() if not name.startswith("SAMKLANG_")}
    state = {"SAMKLANG_STATE_DIR": os.environ.get("SAMKLANG_STATE_DIR", "var")}
    django = {"DJANGO_SETTINGS_MODULE": "samklang.config.settings"}
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code],
        env=ours | state | django | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@cache
def told(code: str, *, production: bool) -> dict[str, Any]:
    ended = started(code, PRODUCTION if production else {})
    assert ended.returncode == 0, ended.stderr
    said: dict[str, Any] = json.loads(ended.stdout)
    return said


@pytest.mark.parametrize(
    ("name", "in_production", "otherwise"),
    [
        ("DEBUG", False, False),
        ("SAMKLANG_DEMO", False, False),
        ("SESSION_COOKIE_SECURE", True, False),
        ("CSRF_COOKIE_SECURE", True, False),
        ("SESSION_COOKIE_HTTPONLY", True, True),
        ("SESSION_COOKIE_SAMESITE", "Lax", "Lax"),
        ("CSRF_COOKIE_SAMESITE", "Lax", "Lax"),
        ("SECURE_SSL_REDIRECT", True, False),
        ("SECURE_HSTS_SECONDS", 31_536_000, 0),
        ("SECURE_HSTS_INCLUDE_SUBDOMAINS", True, False),
        ("SECURE_CONTENT_TYPE_NOSNIFF", True, True),
        ("SECURE_REFERRER_POLICY", "same-origin", "same-origin"),
        ("X_FRAME_OPTIONS", "DENY", "DENY"),
        ("SECURE_PROXY_SSL_HEADER", ["HTTP_X_FORWARDED_PROTO", "https"], None),
        ("SILENCED_SYSTEM_CHECKS", [], []),
        ("USE_TZ", True, True),
        ("TIME_ZONE", "Europe/Stockholm", "Europe/Stockholm"),
        ("LANGUAGE_CODE", "sv", "sv"),
    ],
)
def test_a_setting_is_safe_in_production_and_handy_elsewhere(
    name: str, in_production: object, otherwise: object
) -> None:
    assert told(TELL, production=True)[name] == in_production
    assert told(TELL, production=False)[name] == otherwise


def test_passwords_are_kept_as_argon2_and_are_looked_at() -> None:
    settings = told(TELL, production=True)

    assert settings["PASSWORD_HASHERS"][0].endswith("Argon2PasswordHasher")
    checked = {one["NAME"].rsplit(".", 1)[1] for one in settings["AUTH_PASSWORD_VALIDATORS"]}
    assert {"LengthValidator", "CommonPasswordValidator"} <= checked


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ("samklang.example True", 200),
        ("samklang.example False", 301),
        ("elsewhere.example True", 400),
        ("elsewhere.example False", 400),
        ("demo", 404),
    ],
)
def test_production_answers_its_own_name_over_tls_and_has_no_demo(asked: str, status: int) -> None:
    assert told(ASK, production=True)[asked][0] == status


def test_production_says_how_long_it_will_be_reached_over_tls_only() -> None:
    _status, headers = told(ASK, production=True)["samklang.example True"]

    assert headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains; preload"


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        ({**PRODUCTION, "SAMKLANG_SECRET_KEY": "k" * 49}, "to 50 random characters or more"),
        ({**PRODUCTION, "SAMKLANG_SECRET_KEY": ""}, "Set SAMKLANG_SECRET_KEY"),
        ({"SAMKLANG_PRODUCTION": "ja"}, "SAMKLANG_PRODUCTION is 'ja'; say true or false."),
        ({"SAMKLANG_SECRET_KEY_FILE": "/none/key"}, "SAMKLANG_SECRET_KEY_FILE names /none/key"),
        ({"SAMKLANG_DATABASE": "sqlite:"}, "SAMKLANG_DATABASE must be sqlite:PATH or"),
        ({"SAMKLANG_DATABASE": "postgresql://a:b:c@h/n"}, "^"),
        ({"SAMKLANG_DATABASE": "postgresql://a:b@h:x/n"}, "SAMKLANG_DATABASE has no host and port"),
        ({"SAMKLANG_DATABASE": "postgresql://a:b/c@h/n"}, "SAMKLANG_DATABASE has no host and port"),
    ],
)
def test_a_setting_that_makes_no_sense_stops_the_start_in_one_sentence(
    environment: dict[str, str], sentence: str
) -> None:
    ended = started("import samklang.config.settings", environment)
    last = (ended.stderr.splitlines() or [""])[-1]

    if sentence == "^":
        assert ended.returncode == 0, "a colon in a password is understood"
        return
    assert ended.returncode != 0
    assert last.startswith("django.core.exceptions.ImproperlyConfigured: ")
    assert sentence in last
    assert KEY not in ended.stderr


def test_a_key_in_a_file_is_taken_before_one_in_the_environment(tmp_path: Path) -> None:
    path = tmp_path / "key"
    path.write_text("f" * 60 + "\n", encoding="utf-8")
    environment = {**PRODUCTION, "SAMKLANG_SECRET_KEY_FILE": str(path)}

    ended = started("from django.conf import settings; print(settings.SECRET_KEY)", environment)

    assert ended.stdout.strip() == "f" * 60


def test_the_command_and_the_web_server_use_the_same_settings() -> None:
    code = (
        "import os, sys; os.environ.pop('DJANGO_SETTINGS_MODULE'); sys.argv[1:] = ['check']\n"
        "from samklang.config import command; command.main()"
    )

    ended = started(code, {})

    assert ended.returncode == 0, ended.stderr
    assert "no issues" in ended.stdout
