"""A setting is read as what it says; what it does not say is not guessed."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from hypothesis import given
from hypothesis import strategies as st

from samklang.config import env
from samklang.config.database import database
from samklang.config.production import refuse_in_production

NAME = "SAMKLANG_TRIED"
LONG = "k" * 50
SEAL = "s" * 50
OURS = "o" * 60


@pytest.fixture(autouse=True)
def _unset(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (NAME, f"{NAME}_FILE"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("said", "meant"),
    [("1", True), ("true", True), ("TRUE", True), ("0", False), ("false", False), ("False", False)],
)
@pytest.mark.parametrize("default", [True, False])
def test_a_flag_says_true_or_false(
    monkeypatch: pytest.MonkeyPatch, said: str, meant: bool, default: bool
) -> None:
    monkeypatch.setenv(NAME, said)

    assert env.flag(NAME, default=default) is meant


@pytest.mark.parametrize("default", [True, False])
def test_a_flag_that_is_not_set_is_its_default(default: bool) -> None:
    assert env.flag(NAME, default=default) is default


@pytest.mark.parametrize(
    "said", ["", " ", "yes", "no", "on", "off", "ja", "2", "-1", "t", "1 ", "truE!"]
)
def test_a_flag_that_says_something_else_is_refused_by_name(
    monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    monkeypatch.setenv(NAME, said)

    with pytest.raises(ImproperlyConfigured, match=rf"^{NAME} is '.*'; say true or false\.$"):
        env.flag(NAME, default=True)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("", []),
        (" ", []),
        (",", []),
        ("a.example", ["a.example"]),
        ("a.example, b.example", ["a.example", "b.example"]),
        (" a.example ,, b.example,", ["a.example", "b.example"]),
        ("[::1]", ["[::1]"]),
    ],
)
def test_a_list_is_what_stands_between_commas(
    monkeypatch: pytest.MonkeyPatch, said: str, words: list[str]
) -> None:
    monkeypatch.setenv(NAME, said)

    assert env.words(NAME, "default") == words


def test_a_list_that_is_not_set_is_its_default() -> None:
    assert env.words(NAME, "a,b") == ["a", "b"]
    assert env.words(NAME) == []


def test_a_text_is_its_default_only_when_it_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    assert env.text(NAME, "default") == "default"

    monkeypatch.setenv(NAME, "")

    assert env.text(NAME, "default") == ""


@pytest.mark.parametrize("read", [env.text, env.secret])
def test_what_has_no_default_must_be_set(read: object) -> None:
    with pytest.raises(ImproperlyConfigured, match=rf"^Set {NAME}\.$"):
        read(NAME)  # type: ignore[operator]


@pytest.mark.parametrize(
    ("content", "read"),
    [("hidden", "hidden"), ("hidden\n", "hidden"), (" åäö \r\n", "åäö"), ("a b", "a b"), ("", "")],
)
def test_a_secret_is_the_text_of_its_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: str, read: str
) -> None:
    path = tmp_path / "secret"
    path.write_text(content, encoding="utf-8")
    monkeypatch.setenv(f"{NAME}_FILE", str(path))
    monkeypatch.setenv(NAME, "not this one")

    assert env.secret(NAME) == read


@pytest.mark.parametrize("kind", ["missing", "folder", "binary"])
def test_a_secrets_file_that_cannot_be_read_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kind: str
) -> None:
    path = tmp_path if kind == "folder" else tmp_path / "secret"
    if kind == "binary":
        path.write_bytes(b"\xff\xfe\x00")
    monkeypatch.setenv(f"{NAME}_FILE", str(path))

    with pytest.raises(ImproperlyConfigured, match=rf"^{NAME}_FILE names .*cannot be read as text"):
        env.secret(NAME, "default")


@pytest.mark.parametrize(
    ("demo", "debug", "key", "seal", "named"),
    [
        (False, False, LONG, SEAL, None),
        (True, False, LONG, SEAL, "SAMKLANG_DEMO"),
        (False, True, LONG, SEAL, "SAMKLANG_DEBUG"),
        (False, False, OURS, SEAL, "SAMKLANG_SECRET_KEY"),
        (False, False, LONG[:-1], SEAL, "SAMKLANG_SECRET_KEY"),
        (False, False, "", SEAL, "SAMKLANG_SECRET_KEY"),
        (False, False, LONG, OURS, "SAMKLANG_AUDIT_KEY"),
        (False, False, LONG, LONG, "SAMKLANG_AUDIT_KEY"),
        (False, False, LONG, SEAL[:-1], "SAMKLANG_AUDIT_KEY"),
        (True, True, "", "", "SAMKLANG_DEMO"),
    ],
)
def test_what_is_unsafe_in_production_is_refused_with_what_to_do(
    demo: bool, debug: bool, key: str, seal: str, named: str | None
) -> None:
    def refuse() -> None:
        refuse_in_production(demo=demo, debug=debug, ours=OURS, secret_key=key, audit_key=seal)

    if named is None:
        refuse()
        return
    with pytest.raises(ImproperlyConfigured, match=named):
        refuse()


# Where the database is


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        (
            "postgresql://sam:ord@db.example:6432/county",
            ("sam", "ord", "db.example", "6432", "county"),
        ),
        ("postgres://sam@db.example/county", ("sam", "", "db.example", "", "county")),
        ("postgresql://sam:kl%40n%3Ag%2F@db/county", ("sam", "kl@n:g/", "db", "", "county")),
        ("postgresql:///county", ("", "", "", "", "county")),
        ("postgresql://%C3%A5ke:%C3%B6@[::1]:5432/l%C3%A4n", ("åke", "ö", "::1", "5432", "län")),
    ],
)
def test_an_address_of_postgresql_is_taken_apart(said: str, parts: tuple[str, ...]) -> None:
    made = database(said, default_path=Path("unused"))

    assert made["ENGINE"] == "django.db.backends.postgresql"
    assert tuple(made[one] for one in ("USER", "PASSWORD", "HOST", "PORT", "NAME")) == parts
    assert made["CONN_HEALTH_CHECKS"] is True


@pytest.mark.parametrize(
    ("said", "path"),
    [
        ("", "var/samklang.sqlite3"),
        ("sqlite:/srv/county.sqlite3", "/srv/county.sqlite3"),
        ("sqlite:county.sqlite3", "county.sqlite3"),
        ("sqlite:/srv/med blanksteg/län.sqlite3", "/srv/med blanksteg/län.sqlite3"),
    ],
)
def test_every_sqlite_file_gets_the_same_guards(said: str, path: str) -> None:
    made = database(said, default_path=Path("var/samklang.sqlite3"))

    assert made["NAME"] == path
    assert made["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=20000"):
        assert pragma in made["OPTIONS"]["init_command"]


def answered(said: str) -> str:
    """Return the kind of database that is meant, or the sentence that refuses it."""
    try:
        return str(database(said, default_path=Path("x"))["ENGINE"])
    except ImproperlyConfigured as error:
        return str(error)


@given(st.one_of(st.text(max_size=30), st.text(max_size=30).map("postgresql://{}".format)))
def test_any_text_is_a_database_or_a_sentence_that_names_the_setting(said: str) -> None:
    assert answered(said).startswith(("SAMKLANG_DATABASE ", "django.db.backends."))
