"""Lets each pattern of the reader search short rows of signs, and prints each before it begins."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
import re
import resource
import sys
from collections.abc import Iterator
from pathlib import Path

import samklang.documents.extraction
import samklang.inventories.reading
from samklang.inventories.reading.vocabulary import load_vocabulary

PACK = Path(__file__).parents[2] / "packs" / "se" / "reading"
SIGNS = [*"_-.x=*#/|~'\",:;([{1Aåa§ \t", "ab ", "Ab ", "A b ", "a, ", "1 ", "1.", "a-", "A-", "a. "]
SIGNS += ["| ", "Aa, ", "a och ", "Aa och ", "a\n", "1 2 ", "§ 1 ", "(a) ", "- ", "av a ", "i Aa "]
SIGNS += ["kommun ", "kommunen och ", "mellan Aa ", "läns ", "av överenskommelse "]
TIMES, SECONDS = 40, 60


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield every pattern of the reader and of its words, once."""
    seen: set[re.Pattern[str]] = set()
    for name, pattern in (*_of_modules(), *_within("pack", load_vocabulary(PACK))):
        if isinstance(pattern.pattern, str) and pattern not in seen:
            seen.add(pattern)
            yield name, pattern


def _of_modules() -> Iterator[tuple[str, re.Pattern[str]]]:
    for package in (samklang.inventories.reading, samklang.documents.extraction):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            for name, value in vars(importlib.import_module(module.name)).items():
                yield from _within(f"{module.name}.{name}", value)


def _within(name: str, value: object) -> Iterator[tuple[str, re.Pattern[str]]]:
    if isinstance(value, re.Pattern):
        yield name, value
    for key, inner in _parts(value):
        yield from _within(f"{name}.{key}", inner)


def _parts(value: object) -> list[tuple[object, object]]:
    if isinstance(value, dict):
        return list(value.items())
    if isinstance(value, list | tuple):
        return list(enumerate(value))
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return [(name, getattr(value, name)) for name in dir(value) if not name.startswith("__")]
    return []


def main() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    for name, pattern in patterns():
        sys.stdout.write(f"{name}\n")
        sys.stdout.flush()
        for sign in SIGNS:
            row = f"{sign * TIMES} OBS! x"
            pattern.search(row)
            pattern.fullmatch(row)


if __name__ == "__main__":
    main()
