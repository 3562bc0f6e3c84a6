"""Writes the access table as the page docs/reference/permissions.md: `make docs`."""

from __future__ import annotations

from tests.architecture.access_table import ACCESS, PERSONAS
from tests.architecture.tree import ROOT

PAGE = ROOT / "docs" / "reference" / "permissions.md"
HEAD = """# Who may do what

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


def as_markdown() -> str:
    lines = [
        f"| Page | Method | About | {' | '.join(one.replace('_', ' ') for one in PERSONAS)} |",
        f"|{'---|' * (len(PERSONAS) + 3)}",
    ]
    lines += [
        f"| {row.page} | {row.method.upper()} | {row.about} | {' | '.join(row.expected)} |"
        for row in ACCESS
    ]
    return HEAD + "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(as_markdown(), encoding="utf-8")
