"""What somebody has left standing of a proposed division, and said of each commitment in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.http import QueryDict

from samklang.texts.forms.commitments import MEANT
from samklang.texts.models import Actor, Commitment
from samklang.texts.proposing import Proposal


def confirmed(sent: QueryDict, proposals: Sequence[Proposal]) -> Iterator[Commitment]:
    """Yield the commitments with a tick; what was not said of one is as it was proposed.

    `rest` is said once, of all those of which nobody knows whether each municipality must answer.
    """
    kept = set(sent.getlist("kept"))
    for proposal in proposals:
        for one in proposal.commitments:
            if str(one.number) in kept:
                yield _as_said(one.commitment, sent, one.number)


def _as_said(commitment: Commitment, sent: QueryDict, number: int) -> Commitment:
    actor = sent.get(f"actor-{number}", "")
    if actor in Actor.values:
        commitment.actor = actor
    said = sent.get(f"needs-{number}")
    if said in MEANT:
        commitment.needs_local_answer = MEANT[said]
    if commitment.needs_local_answer is None:
        commitment.needs_local_answer = MEANT.get(sent.get("rest", ""))
    return commitment
