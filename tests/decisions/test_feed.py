"""The register of decisions in a feed reader: at a secret address, and for whoever is signed in.

What is sent is read by lxml, a parser of its own. Seen red: with the facets left out, with what was
taken back among the entries, with an address that outlives its person's right and account, with a
wording written as it is, with the present moment in an empty feed, with the secret in the feed, and
with as many readings as anybody likes.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.http import parse_http_date
from lxml import etree
from pytest_django import DjangoAssertNumQueries

from samklang.accounts.erasure import pseudonymize
from samklang.accounts.models import User
from samklang.audit.models import Entry
from samklang.decisions.models import Decision
from samklang.meetings.guarding import put_guards, take_guards_away
from samklang.organizations.feeds import PER_MINUTE
from samklang.organizations.link_secrets import hashed
from samklang.organizations.models import Membership, Role, SecretAddress
from tests import cast
from tests.decisions.sittings import decided, entitled

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
ATOM = "{http://www.w3.org/2005/Atom}"
HOSTILE = 'att <script>alert(1)</script> ]]> & "så"\u202e\x0b ' + "lång" * 100


def page(name: str, *args: object) -> str:
    return reverse(f"decisions:{name}", args=args)


def client(user: User) -> Client:
    signed_in = Client()
    signed_in.force_login(user)
    return signed_in


def somebody(name: str = "lisa") -> User:
    return cast.person(name, Role.READER, of=cast.organization("orsa"))


def address(user: User, question: str = "") -> str:
    """Make it as one does in the browser; return it as it is shown."""
    answer = client(user).post(page("feed") + question)
    assert answer.status_code == 200
    shown = re.search(r'id="address" readonly value="http://testserver([^"]+)"', answer.text)
    assert shown is not None
    return shown[1].replace("&amp;", "&")


def read(path: str, **headers: str) -> Any:
    answer = Client().get(path, headers=headers)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    return etree.fromstring(answer.content)


def titles(path: str) -> list[str]:
    return [one.findtext(f"{ATOM}title") or "" for one in read(path).findall(f"{ATOM}entry")]


def test_a_reader_of_feeds_reads_the_newest_first_by_their_lasting_addresses() -> None:
    first, second = decided(entitled(), "att pröva"), decided(entitled("Rådet"), "att ändra")
    said = read(address(somebody()))

    ids = [one.findtext(f"{ATOM}id") for one in said.findall(f"{ATOM}entry")]
    assert ids == [f"http://testserver{one.get_absolute_url()}" for one in (second, first)]
    newest = said.find(f"{ATOM}entry")
    assert newest.findtext(f"{ATOM}title") == "att ändra"
    assert newest.find(f"{ATOM}author").findtext(f"{ATOM}name") == "Rådet"
    assert newest.find(f"{ATOM}link").get("href") == ids[0]
    assert "Beslutat av Rådet, 10 november 2026." in newest.findtext(f"{ATOM}summary")
    # What the standard asks of a feed and of each entry.
    for one in (said, *said.findall(f"{ATOM}entry")):
        assert [len(one.findall(f"{ATOM}{name}")) for name in ("id", "title", "updated")] == [1] * 3


def test_a_feed_has_the_facets_of_the_register_and_keeps_what_stands() -> None:
    network, council = entitled(), entitled("Rådet")
    decided(network, "att pröva skogen")
    decided(council, "att pröva vattnet")
    decided(council, "att lägga till handlingarna", standard=True)
    undone = decided(council, "att ta fel")
    lisa = somebody()

    assert "att ta fel" in titles(address(lisa))
    Decision.objects.filter(pk=undone.pk).update(undone_at=timezone.now())
    everything = address(lisa)
    assert titles(everything) == ["att pröva vattnet", "att pröva skogen"]
    assert titles(f"{everything}?body={network.pk}") == ["att pröva skogen"]
    assert titles(f"{everything}?text=vattn&year=2026") == ["att pröva vattnet"]
    assert titles(f"{everything}?body={entitled('Gruppen').pk}") == []
    assert titles(f"{everything}?show=standard") == ["att lägga till handlingarna"]
    # A question that makes no sense asks nothing, as in the register.
    assert len(titles(f"{everything}?body=x&about=y-1&year=%00")) == 2


def test_the_register_leads_to_its_feed_with_what_was_searched_for() -> None:
    network = entitled()
    decided(network, "att pröva & se")
    lisa = somebody()
    asked = f"?text=pr%C3%B6va&body={network.pk}"
    register = client(lisa).get(page("register") + asked + "&page=1").text

    shown = asked.replace("&", "&amp;")
    assert f'href="{page("feed")}{shown}"' in register
    [alternate] = re.findall(r'<link rel="alternate"[^>]+href="([^"]+)"', register)
    assert alternate == page("atom") + shown
    assert "att pröva &amp; se" in client(lisa).get(alternate.replace("&amp;", "&")).text
    assert Client().get(page("atom")).status_code == 302
    assert titles(address(lisa, asked)) == ["att pröva & se"]
    assert address(lisa, asked).endswith(asked)


def test_what_people_wrote_is_a_text_and_never_markup_in_the_feed() -> None:
    Decision.objects.filter(pk=decided(entitled()).pk).update(wording=HOSTILE, source="<b>x")
    said = read(address(somebody()))

    [entry] = said.findall(f"{ATOM}entry")
    title = entry.findtext(f"{ATOM}title")
    assert title.startswith('att <script>alert(1)</script> ]]> & "så" lång')
    assert len(title) <= 201
    assert entry.find(f"{ATOM}summary").get("type") == "html"
    summary = entry.findtext(f"{ATOM}summary")
    assert "<script" not in summary
    assert "<b>" not in summary
    assert "lång" * 100 in summary


def test_it_is_sent_again_only_when_something_has_changed() -> None:
    decided(entitled())
    path = address(somebody())
    first = Client().get(path)

    again = Client().get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    newest = Decision.objects.get().recorded_at
    assert parse_http_date(first.headers["Last-Modified"]) == int(newest.timestamp())
    Decision.objects.update(undone_at=timezone.now())
    # That nothing has happened since says too little: what is taken back has left the feed.
    changed = Client().get(
        path,
        headers={
            "If-None-Match": first.headers["ETag"],
            "If-Modified-Since": first.headers["Last-Modified"],
        },
    )
    assert changed.status_code == 200
    assert Client().get(path).content == changed.content


def test_it_shows_its_person_s_own_county_and_ends_with_their_right_and_account() -> None:
    decided(entitled())
    lisa, path = somebody(), ""
    path = address(lisa)
    assert titles(path) == ["att pröva"]
    yesterday = timezone.localdate() - timedelta(days=1)
    Membership.objects.filter(user=lisa).update(until_date=yesterday)
    assert Client().get(path).status_code == 404

    bo = somebody("bo")
    stopped, erased = address(bo), address(somebody("eva"))
    User.objects.filter(pk=bo.pk).update(is_active=False)
    pseudonymize(User.objects.get(username="eva"))
    assert [Client().get(one).status_code for one in (stopped, erased)] == [404, 404]
    assert set(SecretAddress.objects.values_list("user__username", flat=True)) == {"lisa", "bo"}


def test_an_address_is_shown_once_replaced_and_ended_and_its_secret_is_kept_nowhere() -> None:
    decided(entitled())
    lisa = somebody()
    first = address(lisa)
    secret = first.split("/")[-2]
    answer = Client().get(first)
    assert secret not in answer.text + str(answer.headers)
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert "private" in answer.headers["Cache-Control"]
    assert secret not in client(lisa).get(page("feed")).text
    assert secret not in str(list(Entry.objects.values_list("details", "target_kind")))
    assert SecretAddress.objects.get().secret_hash == hashed(secret)

    second = address(lisa)
    assert Client().get(first).status_code == 404
    assert titles(second) == ["att pröva"]
    assert client(lisa).post(page("end_feed")).status_code == 302
    assert Client().get(second).status_code == 404
    verbs = Entry.objects.filter(actor=lisa).values_list("verb", flat=True)
    assert sorted(verbs) == ["decision_feed.ended", "decision_feed.made", "decision_feed.made"]


def test_one_secret_opens_one_thing() -> None:
    decided(entitled())
    lisa = somebody()
    secret = address(lisa).split("/")[-2]
    assert Client().get(reverse("meetings:feed_file", args=[secret])).status_code == 404
    made = client(lisa).post(reverse("meetings:feed"), {"scope": "all"}).context["address"]
    assert Client().get(page("feed_file", made.split("/")[-2])).status_code == 404
    # Making the one does not end the other.
    assert titles(page("feed_file", secret)) == ["att pröva"]


def test_a_program_that_reads_too_often_is_asked_to_wait_and_others_are_not() -> None:
    decided(entitled())
    path, other = address(somebody()), address(somebody("bo"))
    answers = [Client().get(path).status_code for _turn in range(PER_MINUTE + 1)]

    assert answers == [200] * PER_MINUTE + [429]
    late = Client().get(path)
    assert late.headers["Retry-After"] == "60"
    assert "Adressen läses för ofta. Vänta en minut" in late.text
    assert titles(other) == ["att pröva"]


@pytest.mark.parametrize("count", [1, 30])
def test_a_feed_asks_as_much_however_many_decisions_there_are(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    body = entitled()
    for number in range(count):
        decided(body, f"att pröva {number}")
    path = address(somebody())
    # The address and its person, their seats; bodies, years, areas; decisions, effects, areas.
    with django_assert_num_queries(8):
        Client().get(path)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_calendars_that_had_an_address_read_on_by_the_same() -> None:
    """The secrets of feeds that were made before are taken over, and are given back."""
    lisa, executor = somebody(), MigrationExecutor(connection)
    old, new = ("meetings", "0006_items_take_up_what_was_sent_on"), (
        "meetings", "0007_calendar_feeds_are_secret_addresses",
    )  # fmt: skip
    leaves = executor.loader.graph.leaf_nodes()
    made_at = timezone.now() - timedelta(days=9)
    # As around every migration: tables that are remade have no guards meanwhile.
    take_guards_away(connection)
    executor.migrate([old])
    try:
        feeds = executor.loader.project_state([old]).apps.get_model("meetings", "CalendarFeed")
        feeds.objects.create(user_id=lisa.pk, scope="all", secret_hash=hashed("s" * 43))
        feeds.objects.update(made_at=made_at)
        _forward(new)
        kept = SecretAddress.objects.get()
        assert (kept.opens, kept.scope, kept.made_at) == ("calendar_feed", "all", made_at)
        MigrationExecutor(connection).migrate([old])
        assert feeds.objects.get().made_at == made_at
    finally:
        MigrationExecutor(connection).migrate(leaves)
        put_guards(connection)
    assert Client().get(reverse("meetings:feed_file", args=["s" * 43])).status_code == 200


def _forward(to: tuple[str, str]) -> None:
    MigrationExecutor(connection).migrate([to])
