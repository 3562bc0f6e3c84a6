"""Who may speak, settle, withdraw, open and hand in, in each state of the draft and its round.

Seen red, each with one change that `make mutants` makes: replies, settling, withdrawing and handing
in allowed when the consultation is closed; withdrawing and opening allowed of an adopted text;
withdrawing only for whoever writes; a consultation about a text without sections; consultations
and what is said in them shown to those not asked, not to those who write the text together, or
without one's own words; settling by anybody who writes.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from samklang.common.policy import ALLOWED, denied
from samklang.consultations import actions, policies
from samklang.consultations.actions import Suggested
from samklang.consultations.models import Comment, Consultation
from samklang.consultations.queries import Talk, talk
from samklang.organizations.api import Acting, Role
from samklang.sharing.models import Purpose
from tests.consultations import county
from tests.consultations.test_rounds import asked_of, closed, opened

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def test_what_may_be_said_and_withdrawn_ends_with_adoption_and_with_the_round() -> None:
    edition = county.draft()
    consultation = opened(edition)
    siri, rut, kim = (county.person(*one) for one in (("siri",), ("rut", "mora"), ("kim", "mora")))
    lisa = county.person("lisa", "mora", Role.READER)
    for who in (rut, lisa):
        section, voice = county.section(edition), county.voice(who, edition)
        actions.comment(section, "Vem?", voice=voice, by=who)
        words = Suggested("Ansvar", f"<p>{who.user.name}.</p>")
        actions.suggest(section, words, voice=voice, by=who)

    found = talk(siri, edition.pk)
    of_rut, of_lisa = found.suggestions
    may = [one for one in (rut, kim, lisa, siri) if policies.can_withdraw(one, found, of_rut)]
    assert may == [rut, kim]
    assert policies.can_withdraw(lisa, found, of_lisa)
    assert open_to(found, siri, rut) == {"reply", "settle", "withdraw"}
    assert policies.can_hand_in(rut, consultation, asked_of(consultation, "mora"))

    adopted = replace(found, is_settled=True)
    assert open_to(adopted, siri, rut) == set()
    assert not policies.can_open(replace(adopted, rounds=()), ALLOWED)

    consultation = closed(consultation)
    assert open_to(talk(siri, edition.pk), siri, rut) == set()
    assert not policies.can_hand_in(rut, consultation, asked_of(consultation, "mora"))


def open_to(found: Talk, writer: Acting, asked: Acting) -> set[str]:
    """Return what the draft's writer and whoever was asked may do with what was said."""
    comment = found.comments[0]
    may = {
        "reply": policies.can_reply(found, comment),
        "settle": policies.can_settle(writer, found, comment),
        "withdraw": policies.can_withdraw(asked, found, found.suggestions[0]),
    }
    return {deed for deed, verdict in may.items() if verdict}


def test_a_round_is_opened_about_something_by_those_who_may_share_it() -> None:
    found = talk(county.person("siri"), county.draft().pk)
    empty = replace(found, text=replace(found.text, sections=()))

    assert policies.can_open(found, ALLOWED)
    assert not policies.can_open(empty, ALLOWED)
    assert not policies.can_open(found, denied("Nej."))


def test_what_is_said_is_seen_and_settled_by_those_who_write_and_whoever_said_it() -> None:
    edition = county.draft()
    consultation = opened(edition, "mora", together=True)
    siri, rut, ane = (county.person(*one) for one in (("siri",), ("rut", "mora"), ("ane", "orsa")))
    section = county.section(edition)
    of_siri, of_rut = (
        actions.comment(section, "Vem?", voice=county.voice(who, edition), by=who)
        for who in (siri, rut)
    )

    def seen(who: Acting) -> set[Comment]:
        return set(Comment.objects.visible_to(who))

    rounds = [set(Consultation.objects.visible_to(who)) for who in (siri, rut, ane)]
    assert rounds == [{consultation}, {consultation}, set()]
    assert [seen(who) for who in (siri, rut, ane)] == [{of_siri, of_rut}, {of_rut}, set()]
    # What is said of a wording is open with it, and one's own is always.
    then, before = section.rewritten_at, section.rewritten_at - timedelta(seconds=1)
    assert set(Comment.objects.open_to(siri, then)) == {of_siri, of_rut}
    assert set(Comment.objects.open_to(siri, before)) == {of_siri}
    found = talk(siri, edition.pk)
    may = [one for one in (siri, rut, ane) if policies.can_settle(one, found, of_rut)]
    assert may == [siri, rut]
    county.shared(edition, "orsa", purpose=Purpose.WRITING)
    assert seen(ane) == {of_siri, of_rut}
