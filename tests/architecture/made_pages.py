"""Writes the reference pages that are made from the code: `make docs`."""

from __future__ import annotations

from importlib import import_module

from samklang.common.lifecycle import Lifecycle
from tests.architecture.access_table import ACCESS, PERSONAS
from tests.architecture.licences import packages
from tests.architecture.tree import ROOT, SOURCE

FOLDER = ROOT / "docs" / "reference"
PERMISSIONS = """# Who may do what

Made from `tests/architecture/access_table.py`, which the tests ask of every page: do not edit it
here, run `make docs`.

* **outsider**: signed in, without a seat. **stranger**: an editor in another county.
* **member**, **editor**, **administrator**: of the organization that keeps the thing.
* **other party**: an editor of another party in the same county.
* **coordinator**: of the county's support unit.

| Word | Means |
|---|---|
| LOGIN | is sent to the sign-in page |
| OK | gets the page |
| DONE | it is done, and the browser is sent on |
| FORM | may, and is asked to correct what was sent |
| NO | 403: may not, and is told why |
| HIDDEN | 404: does not exist for them |

"""


LIFECYCLES = """# Lifecycles

Made from each context's `lifecycle.py`: do not edit it here, run `make docs`. States that can be
computed, such as expired or overdue, are not stored and not here: see
[status and validity](../topics/status-and-validity.md).
"""


def permissions() -> str:
    lines = [
        f"| Page | Method | About | {' | '.join(one.replace('_', ' ') for one in PERSONAS)} |",
        f"|{'---|' * (len(PERSONAS) + 3)}",
    ]
    lines += [
        f"| {row.page} | {row.method.upper()} | {row.about} | {' | '.join(row.expected)} |"
        for row in ACCESS
    ]
    return PERMISSIONS + "\n".join(lines) + "\n"


def lifecycles() -> str:
    parts = [
        f"\n## {title}\n\n```mermaid\n{lifecycle.as_mermaid()}\n```\n"
        for title, lifecycle in sorted(_lifecycles().items())
    ]
    return LIFECYCLES + "".join(parts)


def _lifecycles() -> dict[str, Lifecycle]:
    """Return each lifecycle by its heading: the context, and its name where there are several."""
    found = {}
    for path in SOURCE.glob("*/lifecycle.py"):
        module = import_module(f"samklang.{path.parent.name}.lifecycle")
        for name, one in vars(module).items():
            if isinstance(one, Lifecycle):
                more = "" if name == "LIFECYCLE" else f": {name.lower()}"
                found[path.parent.name.capitalize() + more] = one
    return found


LICENCES = """# What it is made of

Made from what is locked in `requirements/s3.txt` (all that production can have) and installed: do
not edit it here, run `make docs`. `make sbom` writes the bill of materials (CycloneDX) with
versions and hashes. Tests hold each licence against what may go with a work under EUPL-1.2. Fonts
and scripts from npm are in `package-lock.json`.

| Package | Licence |
|---|---|
"""


def licences() -> str:
    return LICENCES + "".join(f"| {one.name} | {one.licence} |\n" for one in packages())


PAGES = {"permissions.md": permissions, "lifecycles.md": lifecycles, "licences.md": licences}


def main() -> None:
    for name, made in PAGES.items():
        (FOLDER / name).write_text(made(), encoding="utf-8")


if __name__ == "__main__":
    main()
