"""The goals: what each figure is held against, and the table that they are printed in."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Bound:
    """A figure is good up to (or from) its target, and blocks a release past its fail line."""

    target: float
    fail: float
    at_most: bool = True

    def verdict(self, figure: float) -> str:
        def within(line: float) -> bool:
            return figure <= line if self.at_most else figure >= line

        if within(self.target):
            return "ok"
        return "misses target" if within(self.fail) else "PAST FAIL LINE"

    def said(self) -> tuple[str, str]:
        sign = "<=" if self.at_most else ">="
        return f"{sign} {self.target:g}", f"{self.fail:g}"


@dataclass(frozen=True)
class Line:
    """One measured figure, or the reason why there is none."""

    goal: str
    what: str
    figure: float | None
    shown: str
    bound: Bound | None = None
    note: str = ""

    @property
    def verdict(self) -> str:
        if self.figure is None:
            return "left out"
        return self.bound.verdict(self.figure) if self.bound else "-"


@dataclass
class Board:
    """Collects the lines; prints each as it comes, since the whole takes long."""

    lines: list[Line] = field(default_factory=list)

    def add(
        self,
        goal: str,
        what: str,
        figure: float,
        bound: Bound | None = None,
        *,
        shown: str = "",
        note: str = "",
    ) -> None:
        self._put(Line(goal, what, figure, shown or f"{figure:.3g}", bound, note))

    def leave_out(self, goal: str, what: str, why: str) -> None:
        self._put(Line(goal, what, None, "-", None, why))

    def attempt(self, goal: str, what: str, measure: Callable[[], None]) -> None:
        """Measure; what cannot be measured here is said and does not stop the rest."""
        try:
            measure()
        except Exception as error:  # said in the table, whatever it is
            self.leave_out(goal, what, f"{type(error).__name__}: {error}"[:160])

    def _put(self, line: Line) -> None:
        self.lines.append(line)
        print(row(line), flush=True)

    def save(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        found = [{**asdict(line), "verdict": line.verdict} for line in self.lines]
        path.write_text(json.dumps(found, indent=1, ensure_ascii=False), encoding="utf-8")

    @property
    def failed(self) -> bool:
        return any(line.verdict == "PAST FAIL LINE" for line in self.lines)


def row(line: Line) -> str:
    target, fail = line.bound.said() if line.bound else ("", "")
    note = f"  {line.note}" if line.note else ""
    return (
        f"{line.goal:4} {line.what:58} {target:>9} {fail:>8} {line.shown:>22}  {line.verdict}{note}"
    )


HEAD = f"{'goal':4} {'what':58} {'target':>9} {'fail':>8} {'figure':>22}  verdict"
