"""A shared wording is versioned: what was decided stands, and a new wording is a new version.

Seen red: with whoever writes let to write clauses, with the newest version not asked for, with a
version for every saving, with another county's clauses shown, and with the pack's later wordings
put after the county's own.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from samklang.audit.models import Entry
from samklang.library.actions import Reworded, change_clause, put_clause
from samklang.library.known_clauses import KnownClause, KnownVersion
from samklang.library.models import Clause, ClauseVersion
from samklang.library.policies import can_write_clauses
from samklang.library.queries import chosen, clauses
from tests import cast
from tests.library.clauses import FIRST, SECOND, coordinator, said, shared_clause

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def bodies(clause: Clause) -> list[tuple[int, str]]:
    return list(clause.versions.order_by("number").values_list("number", "body"))


def from_pack(*bodies: str) -> KnownClause:
    versions = tuple(
        KnownVersion(date(2024, 1, number), "Uppföljning", (body,))
        for number, body in enumerate(bodies, 1)
    )
    return KnownClause("follow-up", "När vi följer upp.", (), versions)


def put(known: KnownClause) -> tuple[Clause, bool]:
    return put_clause(cast.partnership().pk, known, areas={}, position=1)


def test_another_wording_is_another_version_and_the_first_stands() -> None:
    clause = shared_clause()

    change_clause(clause, said(body=SECOND), by=coordinator(), seen=1)

    assert bodies(clause) == [(1, FIRST), (2, SECOND)]
    assert [one.verb for one in Entry.objects.order_by("pk")] == [
        "clause.added",
        "clause.reworded",
    ]


def test_saying_anew_what_it_is_for_makes_no_version() -> None:
    clause = shared_clause()

    change_clause(clause, said(purpose="Alltid.", areas=(cast.area(),)), by=coordinator(), seen=1)

    assert bodies(clause) == [(1, FIRST)]
    assert Clause.objects.get().suits(cast.area().pk)
    assert not Clause.objects.get().suits(cast.area("lake").pk)
    assert Entry.objects.latest("pk").verb == "clause.described"


def test_whoever_has_not_seen_the_newest_writes_nothing() -> None:
    clause = shared_clause()
    change_clause(clause, said(body=SECOND), by=coordinator(), seen=1)

    with pytest.raises(Reworded):
        change_clause(clause, said(body="<p>Ingen ringer.</p>"), by=coordinator(), seen=1)

    assert bodies(clause) == [(1, FIRST), (2, SECOND)]


def test_two_wordings_cannot_have_the_same_number() -> None:
    clause = shared_clause()

    with pytest.raises(IntegrityError), transaction.atomic():
        ClauseVersion.objects.create(
            clause=clause, number=1, heading="Två", body="<p>Två.</p>", from_date=cast.TODAY
        )


def test_a_pack_that_is_loaded_again_adds_only_its_new_wordings() -> None:
    clause, _changed = put(from_pack("Varje år."))
    first = clause.newest

    assert put(from_pack("Varje år."))[1] is False
    assert put(from_pack("Något helt annat.", "Varje vår."))[1] is True

    assert bodies(clause) == [(1, "<p>Varje år.</p>"), (2, "<p>Varje vår.</p>")]
    assert ClauseVersion.objects.get(number=1).pk == first.pk


def test_the_countys_own_wording_is_not_followed_by_the_packs() -> None:
    clause, _changed = put(from_pack("Varje år."))
    own = said(body=SECOND, purpose=clause.purpose)
    change_clause(clause, own, by=coordinator(), seen=1)

    put(from_pack("Varje år.", "Varje vår.", "Varje höst."))

    assert Clause.objects.get().newest.body == SECOND


def test_only_coordinators_of_the_county_write() -> None:
    home = cast.partnership().pk

    assert can_write_clauses(coordinator(), home)
    editor = can_write_clauses(cast.acting_for(cast.person("siri")), home)
    assert not editor
    assert "samordnare" in str(editor.reason)
    assert not can_write_clauses(coordinator(), cast.partnership("sydmark").pk)


def test_the_list_is_found_by_words_and_area() -> None:
    shared_clause()
    shared_clause(body="<p>Vi möts i <strong>skogen</strong>.</p>", areas=(cast.area("lake"),))
    found = clauses(coordinator(), cast.partnership().pk)

    def texts(words: str = "", area_id: int | None = None) -> list[str]:
        return [one.newest.body for one in chosen(found, words=words, area_id=area_id)]

    assert len(texts()) == 2
    assert texts("SKOGEN möts") == [found[1].newest.body]
    assert texts("strong") == []
    assert texts(area_id=cast.area().pk) == [FIRST]


def test_another_county_sees_none_of_it() -> None:
    shared_clause()
    fjord = cast.organization("fjord", of=cast.partnership("sydmark"))
    stranger = cast.acting_for(cast.person("sten", of=fjord))

    assert clauses(stranger, cast.partnership().pk) == []


def test_what_it_says_is_told_by_its_newest_wording() -> None:
    clause = shared_clause()
    change_clause(clause, replace(said(), heading="När vi tycker olika"), by=coordinator(), seen=1)

    assert str(Clause.objects.get()) == "När vi tycker olika"
