"""Makes every single small change of a function's body: what somebody might get wrong there.

Left alone are words for people, and calls that only fetch more at once or put rows in order: they
let nobody see more or less.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass

Function = ast.FunctionDef
# How a node may be written instead, each with what the change is called.
Ways = Iterator[tuple[str, ast.AST | None]]

SWAPPED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
}
STATED = {" AND ": " OR ", " OR ": " AND ", "IS NULL": "IS NOT NULL"}
LOOKUPS = {"__lte": "__lt", "__gte": "__gt", "__lt": "__lte", "__gt": "__gte"}
SIDES = {"filter": "exclude", "exclude": "filter", "any": "all", "all": "any", "max": "min"}
NARROWING = {"filter", "exclude", "Q", "_entries", "_yeses", "get_object_or_404"}
# What a chain is narrowed by, and can be written without.
CHAINED = {"filter", "exclude", "standing", "decided", "told", "readable_by", "visible_to"}
CHAINED |= {"named_to", "open_to", "as_of", "as_opened", "current", "needing_a_person", "also"}
FOR_PEOPLE = {"denied", "_", "record_read"}
EMPTY = {"list": "[]", "tuple": "()", "dict": "{}", "frozenset": "frozenset()"}
NOBODY = "_mutants_no"


@dataclass(frozen=True)
class Mutant:
    """One change of one function; `line` is that of the statement it is in."""

    path: str
    function: str
    line: int
    what: str
    tree: ast.Module

    def __str__(self) -> str:
        return f"{self.path}:{self.function}: {self.what}"


def functions(tree: ast.Module) -> Iterator[tuple[str, Function]]:
    """Yield the module's functions and methods by their qualified names."""
    for node in tree.body:
        if isinstance(node, Function):
            yield node.name, node
        elif isinstance(node, ast.ClassDef):
            inner = (one for one in node.body if isinstance(one, Function))
            yield from ((f"{node.name}.{one.name}", one) for one in inner)


def mutants(path: str, tree: ast.Module, name: str, function: Function) -> Iterator[Mutant]:
    """Yield the function's changes, each in a module of its own; one that says it twice once."""
    seen = {ast.dump(function)}
    told: dict[str, int] = {}
    for line, parent, field, index, node in _places(function):
        for what, other in _ways(node, function):
            changed = _written(parent, field, index, other)
            if ast.dump(function) not in seen:
                seen.add(ast.dump(function))
                told[what] = told.get(what, 0) + 1
                again = f" ({told[what]})" if told[what] > 1 else ""
                yield Mutant(path, name, line, what + again, copy.deepcopy(tree))
            changed()


def _written(
    parent: ast.AST, field: str, index: int | None, other: ast.AST | None
) -> Callable[[], None]:
    """Write the node otherwise in its place; what is returned writes it back."""
    value = getattr(parent, field)
    if index is None:
        setattr(parent, field, other)
        return lambda: setattr(parent, field, value)
    instead = [] if other is None else [other]
    setattr(parent, field, [*value[:index], *instead, *value[index + 1 :]])
    return lambda: setattr(parent, field, value)


def _places(function: Function) -> Iterator[tuple[int, ast.AST, str, int | None, ast.AST]]:
    """Yield each node of the body with its place, and the line of the statement it is in."""

    def walk(node: ast.AST, line: int) -> Iterator[tuple[int, ast.AST, str, int | None, ast.AST]]:
        for field, value in ast.iter_fields(node):
            if field in {"args", "decorator_list", "returns", "annotation"} and node is function:
                continue
            for index, one in enumerate(value) if isinstance(value, list) else [(None, value)]:
                if isinstance(one, ast.AST) and not _is_for_people(one):
                    here = one.lineno if isinstance(one, ast.stmt) else line
                    yield here, node, field, index, one
                    yield from walk(one, here)

    yield from walk(function, function.lineno)


def _is_for_people(node: ast.AST) -> bool:
    is_docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    return is_docstring or (isinstance(node, ast.Call) and _called(node) in FOR_PEOPLE)


def _called(node: ast.expr) -> str:
    return ast.unparse(node.func).split(".")[-1] if isinstance(node, ast.Call) else ""


def _ways(node: ast.AST, function: Function) -> Ways:
    if type(node) in SWAPPED:
        other = SWAPPED[type(node)]
        yield f"{type(node).__name__} -> {other.__name__}", other()
    if isinstance(node, ast.stmt):
        yield from _statements(node, function)
    elif isinstance(node, ast.expr):
        yield from _expressions(node)
    elif isinstance(node, ast.keyword):
        yield from _lookups(node)
    elif isinstance(node, ast.comprehension):
        yield from _conditions(node)


def _statements(node: ast.stmt, function: Function) -> Ways:
    if (isinstance(node, ast.If) and not node.orelse) or isinstance(
        node, ast.Raise | ast.AugAssign
    ):
        yield f"without `{ast.unparse(node).splitlines()[0]}`", ast.Pass()
    elif isinstance(node, ast.Expr):
        yield f"without `{ast.unparse(node)}`", ast.Pass()
    if isinstance(node, ast.If):
        test = ast.UnaryOp(ast.Not(), node.test)
        yield f"if not {ast.unparse(node.test)}", ast.If(test, node.body, node.orelse)
    elif isinstance(node, ast.Return) and node.value is not None:
        for other in _answers(node.value, ast.unparse(function.returns or ast.Constant(None))):
            shown = ast.unparse(other).replace(f"{NOBODY}()", "denied")
            yield f"`{ast.unparse(node)}` -> {shown}", ast.Return(other)


def _answers(value: ast.expr, kind: str) -> Iterator[ast.expr]:
    """Yield what a function of the kind could answer instead."""
    said = ast.unparse(value)
    if kind == "Verdict":
        # A no that is said in other words is the same no.
        yield _read(f"{NOBODY}()" if said == "ALLOWED" else "ALLOWED")
        if not _is_a_no(value) and said != "ALLOWED":
            yield _read(f"{NOBODY}()")
    elif kind == "bool":
        yield ast.UnaryOp(ast.Not(), value)
    elif kind == "Self" or "QuerySet" in kind:
        yield _read(f"({said}).none()")
    else:
        yield _read(EMPTY.get(kind.split("[", maxsplit=1)[0], "None"))


def _is_a_no(value: ast.expr) -> bool:
    is_one_of_the_module = isinstance(value, ast.Name) and value.id.startswith("_")
    return is_one_of_the_module or _called(value) == "denied"


def _expressions(node: ast.expr) -> Ways:
    if isinstance(node, ast.Constant):
        yield from _constants(node)
    elif isinstance(node, ast.Call):
        yield from _calls(node)
        yield from _narrowings(node)
    else:
        yield from _operands(node)


def _operands(node: ast.expr) -> Ways:
    """Yield the node with one of its sides taken away."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not | ast.Invert):
        yield f"`{ast.unparse(node)}` without {type(node.op).__name__}", node.operand
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr | ast.BitAnd | ast.Sub):
        yield from _sides(node)
    elif isinstance(node, ast.IfExp):
        yield f"`{ast.unparse(node.body)}` in both cases", node.body
        yield f"`{ast.unparse(node.orelse)}` in both cases", node.orelse
    elif isinstance(node, ast.BoolOp):
        for index, one in enumerate(node.values):
            left = [*node.values[:index], *node.values[index + 1 :]]
            rest = ast.BoolOp(node.op, left) if len(left) > 1 else left[0]
            yield f"without `{ast.unparse(one)}` in {type(node.op).__name__}", rest


def _sides(node: ast.BinOp) -> Ways:
    name = type(node.op).__name__
    yield f"without `{ast.unparse(node.right)}` in {name}", node.left
    # In a row of the same the left one is its own rows' last.
    if not isinstance(node.left, ast.BinOp) or type(node.left.op) is not type(node.op):
        yield f"without `{ast.unparse(node.left)}` in {name}", node.right


def _conditions(node: ast.comprehension) -> Ways:
    for index, one in enumerate(node.ifs):
        ifs = [*node.ifs[:index], *node.ifs[index + 1 :]]
        said = f"all of `{ast.unparse(node.iter)}`, without if {ast.unparse(one)}"
        yield said, ast.comprehension(node.target, node.iter, ifs, node.is_async)


def _constants(node: ast.Constant) -> Ways:
    if isinstance(node.value, bool):
        yield f"{node.value} -> {not node.value}", ast.Constant(not node.value)
    elif isinstance(node.value, int):
        yield f"{node.value} -> {node.value + 1}", ast.Constant(node.value + 1)
    elif isinstance(node.value, str):
        for old, new in STATED.items():
            for index in range(node.value.count(old)):
                parts = node.value.split(old)
                text = old.join(parts[: index + 1]) + new + old.join(parts[index + 1 :])
                yield f"`{parts[index][-30:]}{old}` -> {new.strip()}", ast.Constant(text)


def _calls(node: ast.Call) -> Ways:
    name = _called(node)
    if isinstance(node.func, ast.Attribute) and name in CHAINED:
        yield f"without .{name}({_short(node)})", node.func.value
    if name in SIDES:
        yield f"{name} -> {SIDES[name]} of ({_short(node)})", _renamed(node, SIDES[name])


def _narrowings(node: ast.Call) -> Ways:
    """Yield the call without each of what it narrows by; the last one is the same as no call."""
    name = _called(node)
    is_one = len(node.args) + len(node.keywords) < 2 and name not in {"_entries", "_yeses"}
    if name not in NARROWING or is_one:
        return
    found = name == "get_object_or_404"
    for index, one in enumerate(node.args):
        if index or not found:
            args = [*node.args[:index], *node.args[index + 1 :]]
            yield f"{name} without `{ast.unparse(one)}`", ast.Call(node.func, args, node.keywords)
    for index, word in enumerate(node.keywords):
        if word.arg != "pk" or not found:
            words = [*node.keywords[:index], *node.keywords[index + 1 :]]
            yield f"{name} without `{ast.unparse(word)}`", ast.Call(node.func, node.args, words)


def _short(node: ast.Call) -> str:
    return ", ".join(ast.unparse(one) for one in (*node.args, *node.keywords))


def _renamed(node: ast.Call, name: str) -> ast.Call:
    func: ast.expr = ast.Name(name, ast.Load())
    if isinstance(node.func, ast.Attribute):
        func = ast.Attribute(node.func.value, name, ast.Load())
    return ast.Call(func, node.args, node.keywords)


def _lookups(node: ast.keyword) -> Ways:
    for end, other in LOOKUPS.items():
        if node.arg and node.arg.endswith(end):
            name = node.arg.removesuffix(end) + other
            yield f"{node.arg} -> {name}", ast.keyword(name, node.value)


def _read(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body


def watched(tree: ast.Module, path: str, hit: str) -> ast.Module:
    """Return the module with a call before each statement, which tells where the tests come."""

    found = copy.deepcopy(tree)
    for node in ast.walk(found):
        for field in ("body", "orelse", "finalbody"):
            held = getattr(node, field, None)
            if isinstance(held, list) and not isinstance(node, ast.Module | ast.ClassDef):
                told = [_read(f"{hit}({path!r}, {one.lineno})") for one in held]
                lines = [(ast.Expr(call), one) for call, one in zip(told, held, strict=True)]
                setattr(node, field, [one for pair in lines for one in pair])
    return ast.fix_missing_locations(found)
