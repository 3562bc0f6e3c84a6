"""The repository as the architecture tests read it."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "samklang"
# What the project builds on and was told; beside a checkout on some machines, absent on others.
SHARED = ROOT.parent / "shared"
TEXT = {"", ".cfg", ".css", ".csv", ".html", ".js", ".json", ".md", ".po", ".py", ".sh"}
TEXT |= {".svg", ".toml", ".txt", ".typ", ".xml", ".yaml", ".yml"}


@cache
def committed() -> tuple[Path, ...]:
    """Return the files of the repository, without what git ignores."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True)
    return tuple(sorted(ROOT / name for name in listed.stdout.split("\0") if name))


@cache
def texts() -> dict[str, str]:
    """Return each text file of the repository by its name."""
    return {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
        for path in committed()
        if path.suffix in TEXT and path.is_file()
    }


@cache
def modules() -> tuple[tuple[str, ast.Module], ...]:
    """Return each module of ours, migrations aside, by its path below src/samklang."""
    return tuple(
        (path.relative_to(SOURCE).as_posix(), ast.parse(path.read_text(encoding="utf-8")))
        for path in sorted(SOURCE.rglob("*.py"))
        if "migrations" not in path.parts
    )


def templates() -> dict[str, str]:
    """Return each template of ours, of either kind, by its path below src/samklang."""
    return {
        path.relative_to(SOURCE).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(SOURCE.rglob("*"))
        if path.is_file() and {"templates", "jinja2"} & set(path.parts)
    }


def strings(tree: ast.Module) -> Iterator[ast.Constant]:
    """Yield the module's strings, docstrings aside."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or id(node) in docstrings:
            continue
        if isinstance(node.value, str):
            yield node
