"""What was saved is found from then on, the best first, and what is gone is not.

Seen red: with nothing taken in after a request, with the sections not watched, with the tiers in
the other order, with the text around marked words not escaped, with a field that takes numbers of
residents, with no limit to how often one may search, with everything counted, and with a kind
looked for only among the newest.
"""

from __future__ import annotations

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samklang.agreements.models import Agreement, DiaryNumber
from samklang.library.models import Area
from samklang.organizations.models import Role
from samklang.search.actions import catch_up, make_ready, rebuild
from samklang.search.allowing import searching
from samklang.search.models import Document, Kind, Pending
from samklang.search.queries import MOST, hints, index_faults
from samklang.search.question import question
from samklang.texts.actions import forget_texts
from samklang.texts.models import Section
from tests import cast
from tests.inventories.bad_files import TEST_NUMBER
from tests.search.asking import asked, swedish, swedish_county, titles
from tests.texts import desk

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noting")]


@pytest.fixture(autouse=True)
def _swedish() -> None:
    swedish_county()


def test_what_is_saved_is_found_at_once_in_any_form_and_what_is_taken_out_is_not() -> None:
    edition, siri = desk.draft(), desk.client()
    key = desk.section(edition, "Syfte", "<p>Mossan</p>").key
    url = reverse("texts:write", args=[edition.pk, key])
    seen = Section.objects.get(key=key).seen
    sent = {"heading": "Möten", "level": "1", "plain": "Protokollen skrivs.", "seen": seen}

    siri.post(url, {**sent, "body": "<p>Protokollen <b>skr</b>ivs efter styrgruppsmötena.</p>"})

    for words in ("protokoll", "mötet skrivs", '"protokollet skrivs"', "styrgru"):
        page = siri.get("/sok/", {"text": words}).content.decode()
        assert f"#a-{key}" in page, words
    assert f"#a-{key}" not in siri.get("/sok/", {"text": "mossan"}).content.decode()
    assert f"#a-{key}" not in siri.get("/sok/", {"text": '"skrivs protokoll"'}).content.decode()
    forget_texts([edition.agreement_id])
    assert not asked(desk.writer(), "protokoll").total
    assert list(index_faults()) == []


def test_an_agreement_is_found_by_title_party_area_and_number_as_it_is_written() -> None:
    area = cast.area("skog")
    agreement = cast.agreement("Tysta mossar", about=area)
    cast.edition(agreement)
    lund = cast.organization()
    DiaryNumber.objects.create(agreement=agreement, organization=lund, number="LK 2026/17")
    siri = cast.acting_for(cast.person("siri"))

    for words in ("tyst mosse", "Lund", "skog mossarna", "2026/17", "LK 2026/17", '"LK 2026/17"'):
        assert titles(asked(siri, words, kind=Kind.AGREEMENT)) == ["Tysta mossar"], words
    assert not asked(siri, "2026/18").total
    assert not asked(siri, "17/2026").total
    Area.objects.filter(pk=area.pk).update(name="Myrar", short_name="Myrar")
    assert asked(siri, "myrarna", kind=Kind.AGREEMENT).of_kind == 1
    Agreement.objects.filter(pk=agreement.pk).update(title="Stilla sjöar")
    assert not asked(siri, "mossar").total


def test_titles_come_first_then_what_is_dwelt_on_and_of_those_the_newest() -> None:
    edition = desk.draft()
    for heading, body in (
        ("Samtal", "<p>En gång per år.</p>"),
        ("Ofta", "<p>Samtal, samtal och åter samtal.</p>"),
        ("En gång", "<p>Ett samtal räcker.</p>"),
        ("Sist", "<p>Ett samtal till, och samtalsstöd.</p>"),
    ):
        desk.section(edition, heading, body)

    found = asked(desk.writer(), "samtalen")

    assert titles(found) == ["Samtal", "Ofta", "Sist", "En gång"]
    rebuild()
    assert titles(asked(desk.writer(), "samtalen"))[:2] == ["Samtal", "Ofta"]
    assert list(index_faults()) == []


def test_a_snippet_is_text_with_the_words_marked() -> None:
    body = f"<p>{'Inledande ord. ' * 30}Regionen &lt;b&gt; frågar <em>kommunerna</em> & svarar.</p>"
    desk.section(desk.draft(), "<script>Fråga</script>", body)

    (hit,) = asked(desk.writer(), "kommunens", kind=Kind.SECTION).hits

    assert "&lt;b&gt; frågar <mark>kommunerna</mark> &amp; svarar." in hit.snippet
    assert hit.snippet.startswith("… ")
    assert hit.title == "&lt;script&gt;Fråga&lt;/script&gt;"
    assert hit.is_draft


def test_a_word_that_nobody_has_is_answered_with_words_like_it_that_one_may_see() -> None:
    cast.agreement("Samverkan om mossar")
    cast.agreement("Smaverkar hemligt", keeper=cast.organization("mora"))
    siri = desk.writer()

    assert not asked(siri, "samverkn").total
    assert hints(siri, question("samverkn", swedish())) == ("samverkan",)
    page = desk.client().get("/sok/", {"text": "samverkn"}).content.decode()
    assert 'value="samverkn"' in page
    assert "?text=samverkan" in page


@pytest.mark.slow
@pytest.mark.parametrize("count", [1, 30])
def test_the_page_takes_as_many_statements_whatever_is_found(count: int) -> None:
    edition = desk.draft()
    for number in range(count):
        desk.section(edition, f"Möte {number}")
    catch_up()
    siri = desk.client()

    page = siri.get("/sok/", {"text": "möten"}).content.decode()

    assert page.count(f"/text/{edition.pk}/#a-") == min(count, 20)
    assert ("page=2" in page) is (count > 20)
    with CaptureQueriesContext(connection) as statements:
        siri.get("/sok/", {"text": "möten"})
    assert len(statements) <= QUERIES
    if count > 20:
        assert siri.get("/sok/", {"text": "möten", "page": "2"}).content.decode().count("#a-") == 10


def test_what_cannot_be_turned_to_is_not_counted_and_the_best_still_come_first() -> None:
    edition = desk.draft()
    catch_up()
    said = [f"Del {n}" for n in range(MOST + 1)]
    said[7] = "Mossar"
    Section.objects.bulk_create(
        Section(edition=edition, position=n, heading=heading, body="<p>Här finns mossar.</p>")
        for n, heading in enumerate(said)
    )
    siri, agreement = desk.writer(), edition.agreement.title

    everything = asked(siri, "mossar")
    last = asked(siri, "mossar", page=999)
    agreements = asked(siri, "mossar", kind=Kind.AGREEMENT)

    assert everything.is_more
    assert (everything.counts, everything.page_count) == ({}, MOST // 20)
    assert titles(everything)[:3] == ["Mossar", agreement, f"Del {MOST}"]
    assert (last.page, titles(last)[-1]) == (MOST // 20, "Del 2")
    assert (titles(agreements), agreements.page_count) == ([agreement], 1)
    page = desk.client().get("/sok/", {"text": "mossar", "kind": Kind.LAW}).content.decode()
    assert f"Fler än {MOST} träffar" in page
    assert "Lagar</a>" in page
    assert "Ett ord till ger färre" in page
    assert "(1)" not in page


# Of which five say who is asking, and up to three find those that are shown.
QUERIES = 16


def test_what_is_asked_too_often_or_of_a_resident_is_not_looked_for() -> None:
    siri = desk.client()

    refused = siri.get("/sok/", {"text": TEST_NUMBER})
    taken = [searching.may(desk.writer().user.pk) for _turn in range(60)]
    last = siri.get("/sok/", {"text": "mossar och sjöar"})

    assert refused.status_code == 422
    assert "Ta bort personnumret" in refused.content.decode()
    assert all(taken)
    assert (last.status_code, last["Retry-After"]) == (429, "60")
    assert 'value="mossar och sjöar"' in last.content.decode()
    assert siri.get("/sok/").status_code == 200
    assert desk.client("mona", "mora").get("/sok/", {"text": "x"}).status_code == 200


def test_the_index_lacking_something_is_a_fault_that_making_it_anew_mends() -> None:
    desk.section(desk.draft())
    assert "changes cannot be found by searching yet" in next(index_faults())
    catch_up()
    assert list(index_faults()) == []

    Document.objects.filter(kind=Kind.SECTION).delete()
    Document.objects.create(pk=10**6, kind=Kind.AREA, source_id=99, wall="partnership", wall_id=1)
    with connection.cursor() as cursor:
        table = " ON texts_section" if connection.vendor == "postgresql" else ""
        cursor.execute(f"DROP TRIGGER search_texts_section_insert{table}")

    told = list(index_faults())
    assert "search_texts_section_insert is gone" in told[0]
    assert [one.split()[0] for one in told[1:]] == ["1", "1"]
    make_ready()
    rebuild()
    assert list(index_faults()) == []


def test_what_is_not_saved_is_not_noted() -> None:
    edition = desk.draft()
    catch_up()
    with transaction.atomic():
        desk.section(edition)
        assert Pending.objects.exists()
        transaction.set_rollback(True)

    assert catch_up() == 0
    assert not asked(desk.writer(), "mossan").counts


def test_the_small_field_is_on_every_page_but_that_of_searching() -> None:
    siri = desk.client("rut", "lund", Role.READER)

    assert 'class="site__find"' in siri.get("/avtal/").content.decode()
    assert 'class="site__find"' not in siri.get("/sok/").content.decode()
    assert 'class="site__find"' not in Client().get("/om/").content.decode()
