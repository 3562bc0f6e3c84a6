"""Who may speak, settle, withdraw, open and hand in, in each state of the draft and its round.

Seen red, each with one change that `make mutants` makes: replies, settling, withdrawing and handing
in allowed when the consultation is closed; withdrawing and opening allowed of an adopted text;
withdrawing only for whoever writes; a consultation about a text without sections.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from samklang.common.policy import ALLOWED, denied
from samklang.consultations import actions, policies
from samklang.consultations.actions import Suggested
from samklang.consultations.queries import Talk, talk
from samklang.organizations.api import Acting, Role
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
