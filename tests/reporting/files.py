"""What the tests of files share: one approved report, told in Swedish."""

from __future__ import annotations

from dataclasses import replace

from samklang.reporting.extract import Extract
from samklang.reporting.figures import Account
from tests.reporting import county

# Text that would be a formula, markup or code, if anybody read it as more than text.
NASTY = '=1+1 #panic() *x* @ref <b>&amp;</b> {{ 7*7 }} "citat" \x0b åäö'


def full_extract(*, approved: bool = True) -> Extract:
    county.full()
    parent = county.regional()
    county.review_clause(county.local("hassel", parent), NASTY)
    figures = county.figures()
    account = Account("Nätverket 7 februari", NASTY, "En enkät går ut.\nSedan ett möte.")
    return county.extract(replace(figures, account=account), approved=approved)
