"""What the list of answers shows beside each of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from samklang.common.policy import Verdict
from samklang.inventories.models import Finding
from samklang.inventories.policies import can_withdraw
from samklang.inventories.queries import local_in_force
from samklang.organizations.api import Acting


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """An answer “we have none”, and what in the register says otherwise."""

    finding: Finding
    denied_by: str
    may_withdraw: Verdict


def answer_rows(acting: Acting, found: Iterable[Finding]) -> list[AnswerRow]:
    known = {
        key: title
        for partnership_id in acting.partnership_ids
        for key, title in local_in_force(partnership_id, on=acting.today).items()
    }
    return [
        AnswerRow(
            finding,
            known.get((finding.organization_id, finding.area_id), "")
            if finding.withdrawn_date is None
            else "",
            can_withdraw(acting, finding),
        )
        for finding in found
    ]
