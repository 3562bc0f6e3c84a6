"""Carries values out of the sandbox as JSON, and rebuilds only the types that were asked for."""

from __future__ import annotations

import base64
import contextlib
import dataclasses
import types
from collections.abc import Callable
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

_AS_THEY_ARE = (str, int, float, bool, type(None))
Decoder = Callable[[Any], Any]


class WrongShape(Exception):
    """What came out of the sandbox is not of the promised type."""


def encode(value: Any) -> Any:
    """Return the value as JSON can carry it; a dataclass becomes the list of its fields."""
    if type(value) in _AS_THEY_ARE:
        return value
    if isinstance(value, dict):
        return [[encode(key), encode(item)] for key, item in value.items()]
    if isinstance(value, (list, tuple, set, frozenset)):
        return [encode(item) for item in value]
    if dataclasses.is_dataclass(value):
        kind: Any = type(value)
        return [encode(getattr(value, name)) for name in _field_names(kind)]
    return _encoded_scalar(value)


def _encoded_scalar(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    message = f"{type(value).__name__} cannot leave the sandbox"
    raise WrongShape(message)


@cache
def _field_names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


@cache
def decoder_of(kind: Any) -> Decoder:
    """Return what rebuilds a value of this type from JSON, or raises WrongShape."""
    origin, parts = get_origin(kind), get_args(kind)
    if kind in (None, types.NoneType):
        return _nothing
    if origin in (Union, types.UnionType):
        return _union([decoder_of(part) for part in parts])
    if dataclasses.is_dataclass(origin or kind):
        return _dataclass(origin or kind, parts)
    return _collection(origin, parts) if origin else _scalar(kind)


def _nothing(value: Any) -> None:
    if value is not None:
        raise WrongShape


def _union(choices: list[Decoder]) -> Decoder:
    """Take the first type that fits; of two that look alike in JSON the first wins."""

    def decode(value: Any) -> Any:
        for choice in choices:
            with contextlib.suppress(WrongShape, ValueError):
                return choice(value)
        raise WrongShape

    return decode


def _collection(origin: Any, parts: tuple[Any, ...]) -> Decoder:
    if origin is dict:
        key, item = (decoder_of(part) for part in parts)
        return lambda value: {key(k): item(v) for k, v in _list(value)}
    if origin is tuple and Ellipsis not in parts:
        decoders = [decoder_of(part) for part in parts]
        return lambda value: tuple(
            decode(item) for decode, item in _matched(decoders, _list(value))
        )
    decode = decoder_of(parts[0])
    return lambda value: origin([decode(item) for item in _list(value)])


def _dataclass(kind: Any, arguments: tuple[Any, ...]) -> Decoder:
    hints = get_type_hints(kind)
    bound = dict(zip(getattr(kind, "__parameters__", ()), arguments, strict=False))
    decoders = [decoder_of(_bound(hints[name], bound)) for name in _field_names(kind)]

    def decode(value: Any) -> Any:
        return kind(*[part(item) for part, item in _matched(decoders, _list(value))])

    return decode


def _bound(hint: Any, bound: dict[Any, Any]) -> Any:
    """Put what a generic class was made for in place of its type variables."""
    if isinstance(hint, TypeVar):
        return bound[hint]
    if free := getattr(hint, "__parameters__", ()):
        return hint[tuple(bound[variable] for variable in free)]
    return hint


def _bytes(value: Any) -> bytes:
    return base64.b64decode(_text(value), validate=True)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise WrongShape
    return value


_SCALARS: dict[type, Decoder] = {
    bytes: _bytes,
    date: lambda value: date.fromisoformat(_text(value)),
    datetime: lambda value: datetime.fromisoformat(_text(value)),
}


def _scalar(kind: type) -> Decoder:
    if kind in _SCALARS:
        return _SCALARS[kind]
    if issubclass(kind, Enum):
        return kind

    def decode(value: Any) -> Any:
        if type(value) is not kind:
            message = f"{type(value).__name__} came where {kind.__name__} was promised"
            raise WrongShape(message)
        return value

    return decode


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise WrongShape
    return value


def _matched(decoders: list[Decoder], items: list[Any]) -> list[tuple[Decoder, Any]]:
    if len(decoders) != len(items):
        raise WrongShape
    return list(zip(decoders, items, strict=True))
