"""Tries each change in a process of its own, forked when all is imported and the database made."""

from __future__ import annotations

import ast
import builtins
import os
import signal
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import cache, cached_property
from importlib import import_module
from inspect import unwrap
from types import CodeType, FunctionType
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

from samklang.common.policy import denied
from tests.mutants.mutating import NOBODY, Mutant, mutants, watched
from tests.mutants.walls import doors

HIT = "_mutants_hit"
# So many seconds of the processor’s, and so many times what a test takes of them, are too long for
# it, and so is an hour of the clock: that is noticed. How busy the machine is has no say.
TOO_LONG, TIMES, HOUR = 20, 20, 3600


class Trying:
    """A plugin that takes the place of pytest’s own loop over the tests."""

    def __init__(self, words: tuple[str, ...] = (), without: str = "") -> None:
        self.words, self.without = words, without
        self.tried: dict[str, bool] = {}
        self.functions = self.tests = 0
        self.seconds = 0.0
        # Which tests come by each statement, how much of the processor’s time each takes, and how
        # often it was the first to notice something, anywhere and in one function.
        self.by_line: dict[tuple[str, int], set[int]] = defaultdict(set)
        self.took: dict[int, float] = {}
        self.noticed: Counter[int] = Counter()
        self.noticed_here: Counter[tuple[str, int]] = Counter()
        # Those that walk through all pages.
        self.wide: set[int] = set()
        self.names: list[str] = []

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = [one for one in items if one.get_closest_marker("evidence") is None]
        if self.without:
            items[:] = [one for one in items if self.without not in one.nodeid]

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        begun, items = time.monotonic(), session.items
        self.names = [one.nodeid for one in items]
        self.wide = {at for at, one in enumerate(items) if "/architecture/" in one.nodeid}
        self.tests = len(items)
        self._watch(items)
        self._try_nothing(items)
        for mutant in self._mutants():
            killer = self._is_noticed(mutant, self._chosen(mutant), items)
            self.tried[str(mutant)] = killer
            print("noticed  " if killer else "UNNOTICED", mutant, flush=True)  # noqa: T201
        self.seconds = time.monotonic() - begun
        return True

    def _mutants(self) -> Iterator[Mutant]:
        for path, tree, name, function in doors():
            made = list(mutants(path, tree, name, function))
            self.functions += bool(made)
            for one in made:
                if not self.words or any(word in str(one) for word in self.words):
                    yield one

    def _watch(self, items: list[pytest.Item]) -> None:
        """Run every test once, as the code is, and note where it comes by."""
        now: set[tuple[str, int]] = set()
        setattr(builtins, HIT, lambda path, line: now.add((path, line)))
        setattr(builtins, NOBODY, lambda: denied("Nobody may."))
        before = [
            (held, held.__code__, code(watched(tree, path, HIT), name))
            for path, tree, name, _function in doors()
            for held in [function_of(path, name)]
        ]
        for held, _old, new in before:
            held.__code__ = new
        for number, item in enumerate(items):
            now.clear()
            forget()
            begun = time.process_time()
            following = items[(number + 1) % len(items)]
            if not passes(item, following, WHY):
                raise pytest.UsageError(f"{item.nodeid} fails as the code is: {WHY[-1]}")
            self.took[number] = time.process_time() - begun
            for place in now:
                self.by_line[place].add(number)
        for held, old, _new in before:
            held.__code__ = old

    def _try_nothing(self, items: list[pytest.Item]) -> None:
        """Let each file’s first test run in a child that changes nothing, and see it pass."""
        first: dict[str, int] = {}
        for number, name in enumerate(self.names):
            first.setdefault(name.partition("::")[0], number)
        path, tree, name, _function = next(doors())
        if self._is_noticed(Mutant(path, name, 0, "nothing", tree), [*first.values()], items):
            raise pytest.UsageError("A test fails in a child where nothing is changed.")

    def _is_noticed(self, mutant: Mutant, chosen: list[int], items: list[pytest.Item]) -> bool:
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            _try(mutant, [(items[one], self.took[one]) for one in chosen], writing)
        os.close(writing)
        with os.fdopen(reading, "rb") as told:
            said = told.read()
        _pid, status = os.waitpid(child, 0)
        number = len(said)
        is_noticed = status != 0
        if is_noticed and number < len(chosen):
            self.noticed[chosen[number]] += 1
            self.noticed_here[mutant.function, chosen[number]] += 1
        return is_noticed

    def _worth(self, test: int) -> float:
        """How much the test has noticed for the time that it takes."""
        return self.noticed[test] / (self.took[test] + 0.2)

    def _chosen(self, mutant: Mutant) -> list[int]:
        """Return all tests that come by: first what noticed the like, then the context’s own."""
        own = f"tests/{mutant.path.split('/')[0]}/"
        return sorted(
            self.by_line[mutant.path, mutant.line],
            key=lambda one: (
                -self.noticed_here[mutant.function, one] / (self.took[one] + 0.2),
                not self.names[one].startswith(own),
                -self._worth(one),
                one in self.wide,
                self.took[one],
            ),
        )


def _try(mutant: Mutant, items: list[tuple[pytest.Item, float]], writing: int) -> None:
    """In the child: change the code, run the tests, and end; a byte for each that passed."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    for out in (1, 2):
        os.dup2(nothing, out)
    status = 1
    try:
        function_of(mutant.path, mutant.function).__code__ = code(mutant.tree, mutant.function)
        forget()
        following = [*items[1:], *items[-1:]]
        for (item, took), (then, _took) in zip(items, following, strict=True):
            signal.alarm(HOUR)
            signal.setitimer(signal.ITIMER_PROF, TOO_LONG + TIMES * took)
            if not passes(item, then):
                break
            os.write(writing, b".")
        else:
            status = 0
    finally:
        os._exit(status)


WHY: list[str] = []


def passes(item: pytest.Item, following: pytest.Item, why: list[str] | None = None) -> bool:
    reports = runtestprotocol(item, log=False, nextitem=following)
    if why is not None:
        why += [report.longreprtext[-2000:] for report in reports if report.failed]
    return not any(report.failed for report in reports)


@cache
def _forgetting() -> list[Callable[[], None]]:
    found = [_held(path, name) for path, _tree, name, _function in doors()]
    return [one.cache_clear for one in found if hasattr(one, "cache_clear")]


def forget() -> None:
    """Let go of what the walls keep from one test to the next: it would hide a change of them."""
    for one in _forgetting():
        one()


def _held(path: str, name: str) -> Any:
    found: Any = import_module("samklang." + path.removesuffix(".py").replace("/", "."))
    for part in name.split("."):
        found = vars(found)[part] if isinstance(found, type) else getattr(found, part)
    return found


def function_of(path: str, name: str) -> FunctionType:
    """Return the function itself, below what decorates it."""
    found = _held(path, name)
    if isinstance(found, property):
        found = found.fget
    elif isinstance(found, cached_property):
        found = found.func
    found = unwrap(found)
    assert isinstance(found, FunctionType), (path, name)
    return found


def code(tree: ast.Module, name: str) -> CodeType:
    """Return the compiled body of one function of the module."""
    whole = compile(ast.fix_missing_locations(tree), "changed", "exec")
    found = whole
    for part in name.split("."):
        found = next(
            one for one in found.co_consts if isinstance(one, CodeType) and one.co_name == part
        )
    return found
