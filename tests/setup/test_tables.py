"""Each value of a pack's file is read as what it must be, or refused with its file and its key."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from samklang.setup import tables
from samklang.setup.tables import PackError, Table

PLACE = "xx-nordmark/agreements.toml: agreements 2"


def table(**content: Any) -> Table:
    return Table(PLACE, content)


@pytest.mark.parametrize(
    ("read", "value", "found"),
    [
        (lambda t: t.text("key"), "åäö", "åäö"),
        (lambda t: t.texts("key"), ["a", "b"], ("a", "b")),
        (lambda t: t.flag("key"), True, True),
        (lambda t: t.number("key", 1), 3, 3),
        (lambda t: t.rows("key"), [["a", ""], ["b", "c"]], (("a", ""), ("b", "c"))),
        (lambda t: tables.choice(t, "key", {"a", "b"}), "b", "b"),
        (lambda t: tables.codes(t, "key", {"a", "b"}), ["b"], ("b",)),
        (lambda t: str(tables.stated(t, "key")), "2023-05", "2023-05"),
        (lambda t: str(tables.stated(t, "key")), "2023/2024-06", "2023-01-01/2024-06-30"),
        (lambda t: tables.day(t, "key"), "2023-05-01", date(2023, 5, 1)),
        (lambda t: tables.required_day(t, "key"), "2023-05-01", date(2023, 5, 1)),
        (lambda t: t.says("key", "all"), "all", True),
        (lambda t: t.says("key", "all"), ["a"], False),
    ],
)
def test_what_is_right_is_read(
    read: Callable[[Table], object], value: object, found: object
) -> None:
    assert read(table(key=value)) == found


@pytest.mark.parametrize(
    ("read", "found"),
    [
        (lambda t: t.text("key", "x"), "x"),
        (lambda t: t.texts("key"), ()),
        (lambda t: t.flag("key"), False),
        (lambda t: t.number("key", 1), 1),
        (lambda t: t.tables("key"), []),
        (lambda t: t.table("key").keys, ()),
        (lambda t: t.rows("key"), ()),
        (lambda t: tables.choice(t, "key", {""}, default=""), ""),
        (lambda t: tables.stated(t, "key"), None),
        (lambda t: tables.day(t, "key"), None),
    ],
)
def test_what_may_be_left_out_is_nothing(read: Callable[[Table], object], found: object) -> None:
    assert read(table()) == found


@pytest.mark.parametrize(
    ("read", "value", "complaint"),
    [
        (lambda t: t.text("key"), None, "key is missing"),
        (lambda t: t.text("key"), 7, "key is 7; write a text in quotes"),
        (lambda t: t.texts("key"), "a", "key is 'a'; write a list of texts"),
        (lambda t: t.texts("key"), ["a", 1], "key is ['a', 1]; write a list of texts"),
        (lambda t: t.flag("key"), "ja", "key is 'ja'; write true or false"),
        (lambda t: t.flag("key"), 1, "key is 1; write true or false"),
        (lambda t: t.number("key", 1), "3", "key is '3'; write a whole number"),
        (lambda t: t.number("key", 1), True, "key is True; write a whole number"),
        (lambda t: t.number("key", 1), 1.5, "key is 1.5; write a whole number"),
        (lambda t: t.table("key"), "a", "key is 'a'; write a table"),
        (lambda t: t.tables("key"), {"a": 1}, "key is {'a': 1}; write a list of tables"),
        (lambda t: t.tables("key"), ["a"], "key is ['a']; write a list of tables"),
        (lambda t: t.rows("key"), [["a"], "b"], "key must be rows of the same length"),
        (lambda t: t.rows("key"), [["a"], ["b", "c"]], "key must be rows of the same length"),
        (
            lambda t: tables.choice(t, "key", {"", "b", "a"}),
            "c",
            "key is 'c'; it must be one of a, b",
        ),
        (
            lambda t: tables.codes(t, "key", {"a"}),
            ["a", "b"],
            "key names 'b', which this pack does not have",
        ),
        (lambda t: tables.stated(t, "key"), "i maj", "key is not a date: 'i maj'"),
        (lambda t: tables.stated(t, "key"), "2023/maj", "key is not a date: 'maj'"),
        (lambda t: tables.stated(t, "key"), "2023-13", "key is not a date"),
        (lambda t: tables.day(t, "key"), "2023", "key is 2023; write a day as YYYY-MM-DD"),
        (lambda t: tables.required_day(t, "key"), None, "key is missing"),
    ],
)
def test_what_is_wrong_is_said_with_file_table_and_key(
    read: Callable[[Table], object], value: object, complaint: str
) -> None:
    content = {} if value is None else {"key": value}

    with pytest.raises(PackError) as wrong:
        read(table(**content))

    assert str(wrong.value).startswith(f"{PLACE}: {complaint}")


def test_a_span_that_ends_before_it_begins_is_no_span() -> None:
    with pytest.raises(PackError, match="key is 2024/2023, which ends before it begins"):
        tables.stated(table(key="2024/2023"), "key")


def test_a_key_that_nobody_asked_for_is_likely_misspelt() -> None:
    one = table(title="a", titel="b")
    one.text("title")

    with pytest.raises(PackError, match="titel is not known here; is it misspelt"):
        one.finish()
    one.text("titel")
    one.finish()


def test_a_table_within_a_table_knows_where_it_stands() -> None:
    one = table(editions=[{}, {"events": [{"kind": 1}]}])

    event = one.tables("editions")[1].tables("events")[0]

    with pytest.raises(PackError, match=r"agreements 2: editions 2: events 1: kind is 1"):
        event.text("kind")


def test_a_file_is_read_or_named(tmp_path: Path) -> None:
    folder = tmp_path / "xx-nordmark"
    folder.mkdir()
    (folder / "right.toml").write_text('name = "Nordmark"', encoding="utf-8")
    (folder / "wrong.toml").write_text("name = Nordmark", encoding="utf-8")

    assert tables.read(folder / "right.toml").text("name") == "Nordmark"
    with pytest.raises(PackError, match=r"xx-nordmark/wrong\.toml is not TOML: .*line 1"):
        tables.read(folder / "wrong.toml")
    with pytest.raises(PackError, match=r"xx-nordmark/gone\.toml is missing in"):
        tables.read(folder / "gone.toml")
