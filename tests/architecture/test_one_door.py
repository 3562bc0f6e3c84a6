"""What stands behind the boundary is fetched by one door in each context, and nowhere else.

A view, a form or a page that asked a model of its own would be a door without a wall. Seen red
with a page that asked the model, with one that wrote a statement, and with a queryset’s `all`
in a view.
"""

from __future__ import annotations

import ast

from tests.architecture.tree import modules

# Whose rows only some may see.
GUARDED = {
    "Adoption",
    "Answer",
    "Agreement",
    "AttachedFile",
    "Attachment",
    "Batch",
    "Comment",
    "Commitment",
    "Consultation",
    "DiaryNumber",
    "Edition",
    "EditionFile",
    "File",
    "Finding",
    "Judgement",
    "Pack",
    "Party",
    "Reading",
    "Recipient",
    "Report",
    "Section",
    "Share",
    "Suggestion",
    "Text",
    "ValidityEvent",
}
DOORS = {"models", "queries", "actions"}
# Run by whoever runs the installation, with no reader: packs in, and the demo out again.
WITHOUT_A_READER = {
    "agreements/recording.py",
    "inventories/recording.py",
    "meetings/guarding.py",
    "setup/removal.py",
}
MANAGERS = {"objects", "_default_manager", "_base_manager"}
STATEMENTS = {"rows", "Shape", "cursor", "raw", "RawSQL"}
# Of no context’s own things: who has which seat, forms sent twice, the sealed record, copies.
PLAIN = ("accounts/", "audit/", "common/", "organizations/", "setup/", "config/")


def is_door(path: str) -> bool:
    _context, *rest = path.removesuffix(".py").split("/")
    return bool(DOORS & set(rest)) or path in WITHOUT_A_READER


def asked(tree: ast.Module) -> list[str]:
    """Return which guarded models the module asks for rows."""
    return [
        f"{ast.unparse(node)} (line {node.lineno})"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and node.attr in MANAGERS
        and ast.unparse(node.value).split(".")[-1] in GUARDED
    ]


def stated(tree: ast.Module) -> list[str]:
    """Return where the module writes statements of its own."""
    return [
        f"{ast.unparse(node.func)} (line {node.lineno})"
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in STATEMENTS
    ]


def test_guarded_rows_are_asked_for_by_their_contexts_doors_alone() -> None:
    found = {path: asked(tree) for path, tree in modules() if not is_door(path)}

    assert {path: what for path, what in found.items() if what} == {}


def test_statements_are_written_by_the_doors_alone() -> None:
    found = {
        path: stated(tree)
        for path, tree in modules()
        if not is_door(path) and not path.startswith(PLAIN)
    }

    assert {path: what for path, what in found.items() if what} == {}


def test_every_guarded_model_is_there() -> None:
    names = {
        node.name
        for path, tree in modules()
        if "models" in path
        for node in tree.body
        if isinstance(node, ast.ClassDef)
    }

    assert names >= GUARDED
