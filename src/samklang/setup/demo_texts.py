"""Puts the invented text of a demo county, its answers and findings, beside its agreements."""

from __future__ import annotations

from samklang.accounts.models import User
from samklang.setup.entries import AgreementEntry, AnswerEntry, Demo, JudgementEntry, TextEntry
from samklang.setup.placing import Ground, edition_code, placed
from samklang.texts.api import KnownAnswer, KnownJudgement, KnownText, put_demo_text


def put_text(demo: Demo, entry: TextEntry, ground: Ground) -> None:
    """Put the invented text there; the agreements were placed before."""
    there = placed((demo.county.code, demo.code))
    local = {
        one.keeper: there[edition_code(one, _decided(one))]
        for one in demo.agreements
        if one.parent == entry.agreement
    }
    keepers = {one.code: one.keeper for one in demo.agreements}
    known = KnownText(
        edition_id=there[f"{entry.agreement}#{entry.edition}"],
        sections=entry.sections,
        template=entry.template,
        answers=tuple(_answer(one, local[keepers[one.agreement]]) for one in entry.answers),
        judgements=tuple(
            _judgement(one, local[one.organization], ground) for one in entry.judgements
        ),
    )
    put_demo_text(known, by=User.objects.get(username=entry.by, demo=True))


def _decided(entry: AgreementEntry) -> int:
    """Return the number of the newest edition that somebody has adopted, else of the first."""
    adopted = [one.number for one in entry.editions if one.adoptions]
    return max(adopted, default=entry.editions[0].number)


def _answer(entry: AnswerEntry, edition_id: int) -> KnownAnswer:
    return KnownAnswer(
        edition_id=edition_id,
        code=entry.code,
        how=entry.how,
        by_municipality=entry.by_municipality,
        by_region=entry.by_region,
        when=entry.when,
        is_done=entry.done,
    )


def _judgement(entry: JudgementEntry, edition_id: int, ground: Ground) -> KnownJudgement:
    return KnownJudgement(
        edition_id=edition_id,
        organization_id=ground.organizations[entry.organization],
        code=entry.code,
        coverage=entry.coverage,
        reason=entry.reason,
        earlier_wording=entry.earlier_wording,
    )
