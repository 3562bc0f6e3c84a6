"""Fills the site's database: `python -m bench.filling small|full|none`."""

from __future__ import annotations

import sys

from bench.signing_in import ready


def main(size: str) -> None:
    ready()
    # Models can be imported once Django is set up.
    from bench import county, meetings  # noqa: PLC0415

    if size == "none":
        return
    wanted = {"small": county.SMALL, "full": county.FULL}[size]
    county.fill(wanted)
    meetings.fill(wanted.years)
    county.settle()
    print(county.agreement_address())


if __name__ == "__main__":
    main(sys.argv[1])
