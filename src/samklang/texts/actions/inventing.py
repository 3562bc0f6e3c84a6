"""An invented text put in place for a demo; who is said to have written it takes it along."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction
from django.db.models import Q
from django.utils.html import escape

from samklang.accounts.models import User
from samklang.agreements.api import Edition
from samklang.documents.api import clean_markup
from samklang.library.api import ClauseVersion, clause_versions
from samklang.texts.actions.sections import GAP
from samklang.texts.known import KnownAnswer, KnownSection, KnownText
from samklang.texts.models import (
    Answer,
    Commitment,
    Judgement,
    Origin,
    Section,
    SetAside,
    new_key,
)


@transaction.atomic
def put_demo_text(text: KnownText, *, by: User) -> bool:
    """Put the text there unless the edition has one; tell whether it was put."""
    edition = Edition.objects.select_related("agreement").get(pk=text.edition_id)
    if Section.objects.filter(edition=edition).exists():
        return False
    if text.template:
        code, version = text.template
        Origin.objects.create(edition=edition, template=code, version=version)
    keys = {code: new_key() for code in text.wordings}
    for number, one in enumerate(text.sections, 1):
        _section(edition, one, keys, position=number * GAP, by=by)
    wordings = text.wordings
    Answer.objects.bulk_create(
        _answer(said, keys[said.code], wordings[said.code], by=by) for said in text.answers
    )
    Judgement.objects.bulk_create(
        Judgement(
            upper=edition.agreement,
            commitment_key=keys[found.code],
            organization_id=found.organization_id,
            edition_id=found.edition_id,
            coverage=found.coverage,
            reason=found.reason,
            upper_wording=found.earlier_wording or wordings[found.code],
            judged_by=by,
        )
        for found in text.judgements
    )
    return True


@transaction.atomic
def forget_texts(agreement_ids: Collection[int]) -> None:
    """Take away all that is written in invented agreements or found of them, whoever wrote it."""
    for model in (Section, Commitment, Answer):
        model.objects.filter(edition__agreement__in=agreement_ids).delete()
    Origin.objects.filter(edition__agreement__in=agreement_ids).delete()
    SetAside.objects.filter(edition__agreement__in=agreement_ids).delete()
    about = Q(edition__agreement__in=agreement_ids) | Q(upper__in=agreement_ids)
    Judgement.objects.filter(about).delete()


def with_texts(agreement_ids: Collection[int]) -> set[int]:
    """Return those of the agreements in whose texts something is written."""
    found = (
        model.objects.filter(edition__agreement__in=agreement_ids)
        for model in (Section, Commitment, Answer)
    )
    return {pk for rows in found for pk in rows.values_list("edition__agreement", flat=True)}


def _section(
    edition: Edition, told: KnownSection, keys: dict[str, str], *, position: int, by: User
) -> None:
    body = "".join(f"<p>{escape(one)}</p>" for one in told.body)
    section = Section(
        edition=edition,
        position=position,
        heading=told.heading,
        body=clean_markup(body),
        is_done=told.is_done,
        template_code=told.template,
        clause_version=_clause(edition, told),
        saved_by=by,
        saved_for_id=edition.agreement.keeper_id,
    )
    section.save()
    _commitments(section, told, keys, by=by)


def _commitments(section: Section, told: KnownSection, keys: dict[str, str], *, by: User) -> None:
    edition = section.edition
    Commitment.objects.bulk_create(
        Commitment(
            edition=edition,
            key=keys[one.code],
            section_key=section.key,
            position=number,
            wording=one.wording,
            actor=one.actor,
            scope=one.scope,
            needs_local_answer=True,
            saved_by=by,
            saved_for_id=edition.agreement.keeper_id,
        )
        for number, one in enumerate(told.commitments)
    )


def _clause(edition: Edition, told: KnownSection) -> ClauseVersion | None:
    if not told.clause:
        return None
    there = clause_versions(edition.agreement.partnership_id)
    return there.get(clause__code=told.clause, number=told.clause_version)


def _answer(said: KnownAnswer, key: str, wording: str, *, by: User) -> Answer:
    return Answer(
        edition_id=said.edition_id,
        key=key,
        how=said.how,
        by_municipality=said.by_municipality,
        by_region=said.by_region,
        when=said.when,
        is_done=said.is_done,
        upper_wording=wording,
        saved_by=by,
    )
