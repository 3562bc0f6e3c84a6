"""Values leave the sandbox whole, and only as the types that were promised."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, Generic, TypeVar

import pytest

from samklang.documents.wire import WrongShape, decoder_of, encode

T = TypeVar("T")


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True)
class Fact(Generic[T]):
    value: T
    seen: tuple[T, ...] = ()


@dataclass(frozen=True)
class Reading:
    title: Fact[str] | None
    days: dict[str, date]
    colour: Colour
    number: int | str | tuple[str, str] | None
    content: bytes
    at: datetime


READING = Reading(
    title=Fact("Avtal", ("Avtal", "Bilaga")),
    days={"from": date(2026, 1, 1)},
    colour=Colour.RED,
    number=("a", "b"),
    content=b"\0\xff",
    at=datetime(2026, 1, 2, 3, 4, tzinfo=UTC),
)


def carried(value: Any, kind: Any) -> Any:
    return decoder_of(kind)(json.loads(json.dumps(encode(value))))


def test_a_value_comes_out_as_it_went_in() -> None:
    assert carried(READING, Reading) == READING


@pytest.mark.parametrize(
    ("value", "kind"),
    [(None, type(None)), (None, str | None), (3, int | str), ("x", int | str), ([1, 2], list[int])],
)
def test_plain_values_are_carried(value: Any, kind: Any) -> None:
    assert carried(value, kind) == value


@pytest.mark.parametrize(
    ("sent", "kind"),
    [
        ("3", int),
        (True, int),
        (1, type(None)),
        ([], tuple[str, str]),
        ({"a": 1}, list[int]),
        (["x"], Reading),
        ("black", Colour),
        (7, date),
        (1.5, int | str),
    ],
)
def test_what_is_of_another_type_is_refused(sent: Any, kind: Any) -> None:
    with pytest.raises((WrongShape, ValueError)):
        decoder_of(kind)(sent)


def test_other_objects_cannot_leave() -> None:
    with pytest.raises(WrongShape):
        encode(object())
