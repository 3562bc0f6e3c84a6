"""A shared wording in a text: fetched before it is saved, remembered, and offered anew.

Seen red: with the wording put in place of what was typed, with an unchanged earlier one left, with
wordings of other counties allowed in the form and in the address, with every edition taken as open,
with a shared text taken as it is now, with a draft lent from, with an adopted text offered a newer
wording, with words kept and not remembered, and with the editor's field filled without scripts.
A withdrawn one: offered as newer, fetched all the same, let to be reworded, and brought back twice,
and refused without the reason (by `make mutants`).
"""

from __future__ import annotations

import re
from http import HTTPStatus

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils.html import escape
from pytest_django import DjangoAssertNumQueries

from samklang.agreements.models import Edition
from samklang.audit.models import Entry
from samklang.library.api import Clause, ClauseVersion, change_clause
from samklang.organizations.models import OrganizationKind, Role
from samklang.sharing.models import Purpose
from samklang.texts import actions
from samklang.texts.models import Section
from samklang.texts.queries import uses
from tests import cast
from tests.library.clauses import FIRST, SECOND, coordinator, said, shared_clause
from tests.texts.desk import client, draft, section, shared, writer

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
LIST_QUERIES, READ_QUERIES = 15, 20
TYPED = "<p>Det här har jag skrivit själv.</p>"


@pytest.fixture
def clause() -> Clause:
    return shared_clause()


def reword(clause: Clause, body: str = SECOND) -> ClauseVersion:
    change_clause(clause, said(body=body), by=coordinator(), seen=clause.versions.count())
    return Clause.objects.get(pk=clause.pk).newest


def begun(clause: Clause, edition: Edition | None = None, body: str = FIRST) -> Section:
    """A section of a draft that was begun with the clause as it is now."""
    made = section(edition or draft(), body=body)
    made.clause_version = Clause.objects.get(pk=clause.pk).newest
    return actions.write(made, by=writer(), seen=made.seen)


def now(made: Section) -> Section:
    return Section.objects.filter(edition=made.edition, key=made.key).as_of().get()


def at(page: str, made: Section) -> str:
    return reverse(f"texts:{page}", args=[made.edition_id, made.key])


def fetch(by: Client, made: Section, **sent: object) -> HttpResponse:
    whole = {"seen": made.seen, "heading": "Syfte", "body": TYPED, "is_done": "no", **sent}
    answered: HttpResponse = by.post(at("fetch_clause", made), whole)  # type: ignore[assignment]
    return answered


def read(by: Client, made: Section) -> str:
    return by.get(reverse("texts:read", args=[made.edition_id])).content.decode()


def editors() -> Client:
    return client("cora", "support", Role.COORDINATOR)


def test_a_wording_comes_after_what_is_typed_and_nothing_is_saved(clause: Clause) -> None:
    made = section(draft())

    answered = fetch(client(), made, clause=clause.newest.pk)

    assert answered.status_code == HTTPStatus.OK
    assert escape(TYPED + FIRST) in answered.content.decode()
    assert now(made).body == made.body
    assert now(made).clause_version is None


def test_without_scripts_what_was_typed_as_lines_stays_too(clause: Clause) -> None:
    answered = fetch(client(), section(draft()), body="", plain="- ett", clause=clause.newest.pk)

    assert "- ett\n\nBåda ringer samma dag." in answered.content.decode()


def test_without_scripts_the_lines_of_a_written_section_are_what_is_saved(clause: Clause) -> None:
    """The editor fills the hidden field; a browser without scripts sends it as it is shown."""
    made = section(draft())
    page = client().get(at("write", made)).content.decode()
    [hidden] = re.findall(r"<input[^>]*name=\"body\"[^>]*>", page)
    assert " value=" not in hidden
    assert escape(made.body) in hidden

    client().post(
        at("write", made),
        {"seen": made.seen, "heading": "Syfte", "body": "", "plain": "Nya rader."},
    )

    assert now(made).body == "<p>Nya rader.</p>"


def test_the_section_remembers_which_wording_it_was_begun_with(clause: Clause) -> None:
    made = section(draft())
    sent = {"seen": made.seen, "heading": "Syfte", "body": FIRST, "clause_version": 0}

    client().post(at("write", made), {**sent, "clause_version": clause.newest.pk})
    assert now(made).clause_version == clause.newest

    sent = {**sent, "seen": now(made).seen}
    del sent["clause_version"]
    client().post(at("write", made), sent)
    assert now(made).clause_version is None


def test_a_wording_that_the_county_does_not_have_is_refused(clause: Clause) -> None:
    fjord = cast.organization(
        "fjord", kind=OrganizationKind.SUPPORT, of=cast.partnership("sydmark")
    )
    other = cast.acting_for(cast.person("sten", Role.COORDINATOR, of=fjord))
    theirs = shared_clause(other, body="<p>Fjordens ord.</p>").newest
    made = section(draft())

    fetched = fetch(client(), made, clause=theirs.pk)
    sent = {"seen": made.seen, "heading": "Syfte", "clause_version": theirs.pk}
    saved = client().post(at("write", made), sent)

    for answered in (fetched, saved):
        assert answered.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
        assert "Fjordens" not in answered.content.decode()
    assert escape(TYPED) in fetched.content.decode()
    assert now(made).clause_version is None


def test_a_newer_wording_is_offered_with_both_and_changes_nothing(clause: Clause) -> None:
    made = begun(clause)
    assert "nyare lydelse" not in read(client(), made)

    reword(clause)

    page = read(client(), made)
    assert "Formuleringen har en nyare lydelse" in page
    assert page.count("Båda ringer samma dag.") == 2
    assert "Båda ringer inom en timme." in page
    assert now(made).body == FIRST


def test_taking_it_in_puts_it_in_place_of_the_earlier_before_it_is_saved(clause: Clause) -> None:
    made = begun(clause, body=TYPED + FIRST)
    newest = reword(clause)

    page = client().get(at("write", made), {"formulering": newest.pk}).content.decode()

    assert escape(TYPED + SECOND) in page
    assert escape(FIRST) not in page
    assert now(made).body == TYPED + FIRST


def test_words_that_the_writers_have_changed_stay_beside_the_newest(clause: Clause) -> None:
    made = begun(clause, body=TYPED)
    newest = reword(clause)

    page = client().get(at("write", made), {"formulering": newest.pk}).content.decode()

    assert escape(TYPED + SECOND) in page


def test_whoever_keeps_their_words_is_not_asked_until_the_next_wording(clause: Clause) -> None:
    made = begun(clause)
    newest = reword(clause)

    client().post(at("keep_words", made))

    assert now(made).body == FIRST
    assert now(made).clause_version == newest
    assert "nyare lydelse" not in read(client(), made)
    assert Entry.objects.latest("pk").verb == "text.words_kept"
    reword(clause, "<p>Båda skriver.</p>")
    assert "nyare lydelse" in read(client(), made)


def test_an_adopted_text_is_offered_nothing(clause: Clause) -> None:
    made = begun(clause)
    cast.adopted(made.edition, cast.TODAY)
    newest = reword(clause)

    page = read(client(), made)
    assert "nyare lydelse" not in page
    assert "en äldre lydelse" in page
    answered = client().post(at("keep_words", made))
    assert answered.status_code == HTTPStatus.FORBIDDEN
    assert now(made).clause_version != newest


def assert_not_offered(made: Section, newest: ClauseVersion) -> None:
    edit = client().get(at("write", made), {"formulering": newest.pk}).content.decode()
    assert "inom en timme" not in edit
    answered = fetch(client(), made, clause=newest.pk)
    assert answered.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    listed = client().get(reverse("clauses:register")).content.decode()
    assert "Tillbakadragen: " in listed
    for one in ("change", "withdraw"):
        address = reverse(f"clauses:{one}", args=[newest.clause_id])
        for who, why in ((editors(), "Ta tillbaka den i bruk"), (client(), "Bara länets")):
            refused = who.get(address)
            assert refused.status_code == HTTPStatus.FORBIDDEN
            assert why in refused.content.decode()
    client().post(at("keep_words", made))
    assert now(made).body == FIRST
    assert now(made).clause_version != newest


def test_a_withdrawn_wording_is_offered_no_more_says_why_and_can_be_brought_back(
    clause: Clause,
) -> None:
    made, why = begun(clause), "Använd formuleringen om samma dag."
    newest, by = reword(clause), editors()
    withdraw, back = (
        reverse(f"clauses:{one}", args=[clause.pk]) for one in ("withdraw", "bring_back")
    )
    empty = by.post(withdraw, {"reason": ""})
    assert empty.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Fyll i ”Varför dras den tillbaka?”." in empty.content.decode()
    assert client().post(withdraw, {"reason": why}).status_code == HTTPStatus.FORBIDDEN

    assert by.post(withdraw, {"reason": why}).status_code == HTTPStatus.FOUND

    page = read(client(), made)
    assert "tillbakadragen av länet" in page
    assert why in page
    assert "nyare lydelse" not in page
    assert_not_offered(made, newest)

    assert by.post(back).status_code == HTTPStatus.FOUND
    assert by.post(back).status_code == HTTPStatus.CONFLICT
    assert "nyare lydelse" in read(client(), made)
    told = client().get(reverse("clauses:detail", args=[clause.pk])).content.decode()
    assert f"Drog tillbaka den: {why}" in told
    assert "Tog tillbaka den i bruk" in told


def test_a_draft_that_uses_it_is_told_to_those_who_may_read_the_draft(clause: Clause) -> None:
    made = begun(clause)
    page = reverse("clauses:detail", args=[clause.pk])
    mine = client().get(page).content.decode()
    assert made.edition.agreement.title in mine
    assert "ordagrant" in mine

    for other in (client("orre", "orsa"), editors()):
        for address in (page, reverse("clauses:register")):
            told = other.get(address).content.decode()
            assert made.edition.agreement.title not in told
            assert "I 1 text" not in told


def test_whoever_it_is_shared_with_sees_it_as_it_was_shared(clause: Clause) -> None:
    made = begun(clause)
    shared(made.edition, purpose=Purpose.DRAFT)
    later = section(made.edition, heading="Senare", body=FIRST)
    later.clause_version = clause.newest
    actions.write(later, by=writer(), seen=later.seen)

    receiver = writer("maja", "mora")
    found = uses(receiver, [clause])[clause.pk]

    assert [one.tie.section.heading for one in found] == ["Syfte"]
    assert len(uses(writer(), [clause])[clause.pk]) == 2


def test_where_it_is_used_says_whether_it_is_older_or_in_other_words(clause: Clause) -> None:
    begun(clause, cast.edition(cast.agreement("Avtal om äldre ord")))
    reword(clause)
    begun(clause, cast.edition(cast.agreement("Avtal om andra ord")), body=TYPED)
    begun(clause, cast.edition(cast.agreement("Avtal om samma ord")), body=TYPED + SECOND)

    found = uses(writer(), [Clause.objects.get(pk=clause.pk)])[clause.pk]

    assert {one.opened.edition.agreement.title: one.tie.said for one in found} == {
        "Avtal om äldre ord": "en äldre lydelse, nummer 1",
        "Avtal om andra ord": "med andra ord",
        "Avtal om samma ord": "ordagrant",
    }


def test_a_section_of_a_decided_text_becomes_a_shared_wording() -> None:
    made = section(draft(), heading="Så gör vi", body=FIRST)
    by, asked = editors(), {"utgava": str(made.edition_id), "avsnitt": made.key}
    shared(made.edition, to="support")
    assert by.get(reverse("clauses:add"), asked).status_code == HTTPStatus.FORBIDDEN
    cast.adopted(made.edition, cast.TODAY)
    assert "Spara som gemensam formulering" in read(by, made)
    assert "Spara som gemensam formulering" not in read(client(), made)

    page = by.get(reverse("clauses:add"), asked).content.decode()
    assert escape(FIRST) in page
    assert "Lokalavtal om mossar, utgåva 1, avsnitt 1 Så gör vi" in page

    sent = {"heading": "Så gör vi", "plain": "Vi ringer.", "purpose": "Alltid."}
    by.post(reverse("clauses:add"), {**sent, "from_date": "2026-11-01"})
    assert Clause.objects.get().newest.body == "<p>Vi ringer.</p>"
    assert now(made).body == FIRST


def test_a_clause_without_words_or_of_tomorrow_is_asked_about_and_what_was_typed_stays() -> None:
    sent = {"heading": "Tomt", "purpose": "När det behövs.", "from_date": "2999-01-01"}

    answered = editors().post(reverse("clauses:add"), sent)

    page = answered.content.decode()
    assert answered.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Fyll i ”Text”." in page
    assert "När det behövs." in page
    assert not Clause.objects.exists()


def test_two_coordinators_who_reword_at_once_lose_nothing(clause: Clause) -> None:
    sent = {"heading": "Så", "plain": "Mina ord.", "purpose": "Ja.", "from_date": "2026-11-01"}
    reword(clause)

    answered = editors().post(reverse("clauses:change", args=[clause.pk]), {**sent, "seen": 1})

    page = answered.content.decode()
    assert answered.status_code == HTTPStatus.CONFLICT
    assert "Mina ord." in page
    assert "Båda ringer inom en timme." in page
    assert clause.versions.count() == 2


def test_earlier_wordings_and_who_wrote_them_stay_readable(clause: Clause) -> None:
    reword(clause)

    page = client().get(reverse("clauses:detail", args=[clause.pk])).content.decode()

    assert "Båda ringer samma dag." in page
    assert "Cora (Support)" in page
    assert "Avtal om skog" in page
    assert "Skrev lydelse 2" in page


@pytest.mark.slow
@pytest.mark.parametrize("count", [1, 30])
def test_the_list_asks_as_much_whatever_is_in_it(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    edition = draft()
    for number in range(count):
        one = shared_clause(body=f"<p>Ord {number}.</p>")
        begun(one, edition, body=f"<p>Ord {number}.</p>")
    by = client()

    with django_assert_num_queries(LIST_QUERIES):
        page = by.get(reverse("clauses:register")).content.decode()

    assert page.count("I 1 text som du ser") == count


@pytest.mark.slow
@pytest.mark.parametrize("count", [1, 30])
def test_a_text_asks_as_much_however_many_wordings_it_has(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    edition = draft()
    for number in range(count):
        one = shared_clause(body=f"<p>Ord {number}.</p>")
        begun(one, edition, body=f"<p>Ord {number}.</p>")
        reword(one)
    by = client()
    address = reverse("texts:read", args=[edition.pk])
    by.get(address)

    with django_assert_num_queries(READ_QUERIES):
        page = by.get(address).content.decode()

    assert page.count("Formuleringen har en nyare lydelse") == count
