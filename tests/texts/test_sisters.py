"""The page of how the regional texts differ: what it shows, to whom, and what is marked on it.

Seen red: with every edition taken as opened now, with the newest rows taken instead of those that
were opened, with a mark known by its places only, with a statement for each text, with the reason
not asked for, with anybody who writes let to mark, with `on` not read, and with an old word marked
where the wording first has it.
"""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from samklang.agreements.drafts import Drafts
from samklang.agreements.models import Edition, Level
from samklang.audit.models import Entry
from samklang.library.api import put_law
from samklang.organizations.models import OrganizationKind, Role
from samklang.setup import packs
from samklang.sharing.actions import Terms, share
from samklang.sharing.models import Purpose
from samklang.texts import actions
from samklang.texts.models import MeantDifference, Section
from samklang.texts.queries import Sisters, sisters
from tests import cast
from tests.texts.desk import client, writer

pytestmark = pytest.mark.django_db
PAGE = "/text/skillnader/"


def regional(title: str, area: str, *bodies: str) -> Edition:
    """A regional agreement whose text has a section of duties."""
    home = cast.organization("region", kind=OrganizationKind.REGION)
    made = cast.agreement(title, level=Level.REGIONAL, keeper=home, about=cast.area(area))
    edition = cast.in_force(made)
    for body in bodies:
        standing = list(Section.objects.filter(edition=edition).as_of())
        new = Section(edition=edition, heading=f"Ansvar {len(standing) + 1}", body=body)
        by = writer("rut", "region")
        actions.add_section(new, after=standing[-1] if standing else None, by=by)
    return edition


def two_that_differ() -> tuple[Edition, Edition]:
    return (
        regional("Avtal om skog", "forest", "<p>Svar ges inom två veckor.</p>"),
        regional("Avtal om sjö", "lake", "<p>Svar ges inom tre veckor.</p>"),
    )


def found(name: str = "siri", of: str = "lund") -> Sisters:
    by = writer(name, of)
    assert by.partnership
    return sisters(by, by.partnership, on=by.today)


def test_the_page_shows_both_wordings_with_links_to_their_places() -> None:
    one, _other = two_that_differ()

    page = client().get(PAGE).content.decode()

    assert "Svar ges inom två veckor." in page
    assert "Svar ges inom tre veckor." in page
    key = Section.objects.get(edition=one).key
    assert f'href="{reverse("texts:read", args=[one.pk])}#a-{key}"' in page


def test_what_differs_is_marked_where_it_stands_in_the_wording() -> None:
    put_law("xx", packs.country("xx").law)
    regional("Avtal om skog", "forest", "<p>Enligt ”åldring” får en åldring besök.</p>")

    page = client().get(PAGE).content.decode()

    assert "Enligt ”åldring” får en <strong>åldring</strong> besök." in page


def test_only_the_kind_that_is_asked_for_is_listed() -> None:
    two_that_differ()

    page = client().get(PAGE, {"kind": "order"}).content.decode()

    assert 'id="kind-limit"' not in page
    assert 'id="kind-limit"' in client().get(PAGE, {"kind": "limit"}).content.decode()


def test_a_draft_that_nobody_shared_is_compared_only_for_those_who_write_it() -> None:
    _forest, adopted = two_that_differ()
    draft = cast.edition(adopted.agreement, number=2)
    new = Section(edition=draft, heading="Ansvar 1", body="<p>Svar ges inom fyra veckor.</p>")
    actions.add_section(new, after=None, by=writer("rut", "region"))

    outside = client().get(PAGE).content.decode()
    inside = client("rut", "region").get(PAGE).content.decode()

    assert ("tre veckor" in outside, "fyra veckor" in outside) == (True, False)
    assert ("tre veckor" in inside, "fyra veckor" in inside) == (False, True)


def test_a_text_is_read_as_it_stood_when_it_was_opened() -> None:
    one, _other = two_that_differ()
    first = Section.objects.get(edition=one)
    later = first.saved_at + timedelta(hours=1)
    Section.objects.create(
        edition=one, key=first.key, heading="Ansvar 1", body="<p>Senare.</p>", saved_at=later
    )

    opened = Section.objects.as_opened({one.pk: first.saved_at})

    assert [section.body for section in opened] == [first.body]
    assert [section.body for section in Section.objects.as_opened({one.pk: later})] == [
        "<p>Senare.</p>"
    ]


def test_nothing_of_another_county_is_compared() -> None:
    two_that_differ()
    elsewhere = cast.organization("fjord", of=cast.partnership("sydmark"))
    stranger = cast.acting_for(cast.person("sten", Role.EDITOR, of=elsewhere))
    assert stranger.partnership

    assert sisters(stranger, stranger.partnership, on=stranger.today).texts == ()


def test_a_replaced_word_is_told_from_its_day() -> None:
    put_law("xx", packs.country("xx").law)
    regional("Avtal om skog", "forest", "<p>En åldring får besök.</p>")

    assert "äldre person" in client().get(PAGE, {"on": "2026-01-01"}).content.decode()
    assert "äldre person" not in client().get(PAGE, {"on": "2019-12-31"}).content.decode()


def test_a_day_that_is_none_is_said_to_be_none() -> None:
    two_that_differ()

    page = client().get(PAGE, {"on": "i går"}).content.decode()

    assert 'aria-invalid="true"' in page
    assert 'value="i går"' in page


def mark(reason: str = "Sjön är större.", name: str = "rut", of: str = "region") -> int:
    (difference,) = found(name, of).harmony.differences
    address = reverse("texts:mark_as_meant", args=[difference.fingerprint])
    return client(name, of).post(address, {"reason": reason}).status_code


def test_a_difference_is_said_to_be_meant_with_a_reason_and_by_whom() -> None:
    two_that_differ()

    assert mark() == 302

    page = client().get(PAGE).content.decode()
    assert "Sjön är större." in page
    assert "rut" in page.casefold()
    assert Entry.objects.filter(verb="difference.meant").count() == 1


def test_without_a_reason_nothing_is_marked() -> None:
    two_that_differ()

    assert mark("") == 422
    assert not MeantDifference.objects.exists()


def test_a_municipality_that_writes_none_of_the_texts_marks_nothing() -> None:
    two_that_differ()

    assert mark(name="siri", of="lund") == 403


def test_another_wording_asks_anew() -> None:
    one, _other = two_that_differ()
    mark()

    changed = Section.objects.filter(edition=one).as_of().get()
    Section.objects.filter(pk=changed.pk).update(body="<p>Svar ges inom en vecka.</p>")

    now = found("rut", "region")
    assert [now.meant.get(each.fingerprint) for each in now.harmony.differences] == [None]


def test_what_was_meant_can_be_taken_back_and_stands_in_the_record() -> None:
    two_that_differ()
    mark()
    (marked,) = MeantDifference.objects.all()

    address = reverse("texts:take_back_meant", args=[marked.fingerprint])
    assert client("rut", "region").post(address).status_code == 302

    assert not MeantDifference.objects.standing().exists()
    assert Entry.objects.filter(verb="difference.no_longer_meant").count() == 1
    assert mark("Ändå.") == 302


def test_the_mark_says_nothing_of_the_wordings() -> None:
    two_that_differ()
    mark()

    entry = Entry.objects.get(verb="difference.meant")

    assert "veckor" not in str(entry.details)


def test_the_workbook_has_every_wording() -> None:
    two_that_differ()

    answer = client().get(reverse("texts:sisters_sheet"))

    with ZipFile(BytesIO(answer.content)) as book:
        said = book.read("xl/sharedStrings.xml").decode()
    assert "Svar ges inom två veckor." in said
    assert "Svar ges inom tre veckor." in said


def test_with_one_text_there_is_nothing_to_compare_and_the_page_says_so() -> None:
    regional("Avtal om skog", "forest", "<p>Svar ges.</p>")

    assert 'class="empty' in client().get(PAGE).content.decode()


@pytest.mark.parametrize("count", [2, 5])
def test_the_page_asks_as_much_however_many_texts_there_are(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(count):
        body = f"<p>Svar ges inom {number + 2} veckor.</p>"
        regional(f"Avtal {number}", f"area-{number}", body, body)
    reader = client()
    reader.get(PAGE)

    with django_assert_num_queries(12):
        assert reader.get(PAGE).status_code == 200


def test_what_is_written_after_a_draft_was_shared_is_not_compared_for_its_receivers() -> None:
    _forest, adopted = two_that_differ()
    draft, rut = cast.edition(adopted.agreement, number=2), writer("rut", "region")
    new = Section(edition=draft, heading="Ansvar 1", body="<p>Svar ges inom fyra veckor.</p>")
    made = actions.add_section(new, after=None, by=rut)
    offer = Drafts().find(rut, draft.pk)
    to = Terms(Purpose.DRAFT, (cast.organization(),))
    share(offer, to, by=rut, seen=offer.version)
    made.body = "<p>Svar ges inom fem veckor.</p>"
    actions.write(made, by=rut, seen=made.seen)

    outside = client().get(PAGE).content.decode()
    inside = client("rut", "region").get(PAGE).content.decode()

    assert ("fyra veckor" in outside, "fem veckor" in outside) == (True, False)
    assert ("fyra veckor" in inside, "fem veckor" in inside) == (False, True)
