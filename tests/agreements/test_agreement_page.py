"""One agreement’s page: what it shows, warns of, hides and keeps."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from samklang.agreements import actions
from samklang.agreements.models import Agreement, EditionFile, EventKind, Level, ValidityEvent
from samklang.common.periods import StatedDate
from samklang.documents.api import keep
from samklang.organizations.api import OrganizationKind, Role
from tests import cast
from tests.agreements.pages import other, page, send

pytestmark = pytest.mark.django_db


def family(count: int) -> Agreement:
    region = cast.organization("nord", kind=OrganizationKind.REGION)
    regional = cast.agreement("Ramavtalet", level=Level.REGIONAL, keeper=region)
    edition = cast.in_force(regional, "2021-07-01", "2027-06-30")
    file = keep("ram.txt", b"ram", format="text", by=None, organization=region)
    EditionFile.objects.create(edition=edition, file=file)
    for number in range(count):
        home = cast.organization(f"ort{number}")
        local = cast.agreement(f"Orts {number}", keeper=home, parent=regional)
        cast.in_force(local, "2023-01-01", "2028-12-31")
    return regional


@pytest.mark.parametrize("count", [1, 30])
def test_the_page_asks_as_much_with_one_local_as_with_thirty(
    siri: Client, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    regional = family(count)

    with django_assert_num_queries(12):
        page(siri, "detail", regional.pk)


def test_the_regional_page_warns_of_locals_that_outlive_it(siri: Client) -> None:
    html = page(siri, "detail", family(2).pk)

    assert "2 lokalavtal gäller längre än den här." in html
    assert "Gäller längre än ramavtal" in html
    assert "Gäller t.o.m. 30 juni 2027" in html


def test_the_local_page_warns_that_it_outlives_its_regional_one(siri: Client) -> None:
    family(1)

    html = page(siri, "detail", Agreement.objects.local().get().pk)

    assert "Den gäller längre än den ramavtal som den bygger på" in html


def test_the_page_shows_what_was_read_beside_the_sentence(siri: Client) -> None:
    agreement = cast.agreement()
    edition = cast.edition(agreement)
    cast.vouched(edition, "2024-01-01")
    cast.event(edition, EventKind.REVISE_BY, "2026-01-31", quote="Senast 260131.")

    html = page(siri, "detail", agreement.pk)

    assert "Ska revideras senast 31 januari 2026" in html
    assert "Senast 260131." in html
    assert "Den skulle ha reviderats senast 31 januari 2026." in html


def test_the_page_says_in_words_whose_adoption_is_missing(siri: Client) -> None:
    lund, nord = cast.organization(), cast.organization("nord", kind=OrganizationKind.REGION)
    agreement = cast.agreement(parties=[lund, nord])
    edition = cast.proposed(agreement)
    edition.adoptions.create(organization=lund, kind="decision", adopted_date=date(2023, 1, 1))

    html = page(siri, "detail", agreement.pk)

    assert "Antagen av 1 av 2 parter" in html
    assert "har inte antagit" in html
    assert "Väntar på: Nord" in html
    assert "Under arbete" in html


def test_a_past_day_is_said_to_be_one(siri: Client) -> None:
    agreement = cast.agreement()
    cast.in_force(agreement)

    assert "Sidan visar det som var känt" in page(siri, "detail", agreement.pk, on="2025-02-07")
    assert "Sidan visar det som var känt" not in page(siri, "detail", agreement.pk, on="tokig")


def test_somebody_who_may_not_change_reads_why() -> None:
    agreement = cast.agreement()
    cast.in_force(agreement)

    html = page(other("rut", of="nord"), "detail", agreement.pk)

    assert "Bara de som skriver för Lund kommun, och länets samordnare, får ändra" in html
    assert reverse("agreements:edit", args=[agreement.pk]) not in html


def test_a_draft_shows_others_its_stage_and_never_its_text(siri: Client) -> None:
    agreement = cast.agreement()
    edition = cast.edition(agreement, begun=date(2026, 1, 1), stage="Remiss")
    cast.event(edition, EventKind.STARTS, "2031-03-01", quote="Hemlig mening.")
    send(
        siri, "add_event", agreement, edition=edition.pk, kind="starts", when="2031", quote="Dold."
    )
    file = keep("hemlig.txt", b"x", format="text", by=None, organization=cast.organization())
    EditionFile.objects.create(edition=edition, file=file)
    rut = other("rut", of="nord")

    seen = page(rut, "detail", agreement.pk) + page(rut, "history", agreement.pk)

    assert "Remiss" in seen
    assert not [word for word in ("Hemlig", "hemlig.txt", "2031", "Dold") if word in seen]
    assert "Hemlig mening." in page(siri, "detail", agreement.pk)
    address = reverse("agreements:download", args=[agreement.pk, file.pk])
    assert rut.get(address).status_code == 404
    assert siri.get(address).status_code == 200


def test_an_adopted_editions_file_can_be_fetched_by_every_party() -> None:
    agreement = cast.agreement()
    edition = cast.in_force(agreement)
    file = keep("avtal.html", b"<p>hej", format="html", by=None, organization=cast.organization())
    EditionFile.objects.create(edition=edition, file=file)

    answer = other("rut", of="nord").get(
        reverse("agreements:download", args=[agreement.pk, file.pk])
    )

    assert answer.status_code == 200
    assert answer["Content-Disposition"] == 'attachment; filename="avtal.html"'
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_the_picture_can_be_fetched_as_a_file(siri: Client) -> None:
    agreement = cast.agreement()
    cast.in_force(agreement)

    answer = siri.get(reverse("agreements:picture", args=[agreement.pk]))

    assert answer["Content-Type"] == "image/svg+xml"
    blank = cast.agreement("Tom")
    assert siri.get(reverse("agreements:picture", args=[blank.pk])).status_code == 404


def test_a_drafts_parties_are_neither_late_nor_marked_as_having_adopted(siri: Client) -> None:
    agreement = cast.agreement()
    cast.edition(agreement, begun=date(2026, 1, 1), stage="Utkast")

    html = page(siri, "detail", agreement.pk)

    assert "Inte antagen ännu" in html
    assert '<li class="later"><b>Lund</b><span>inte ännu</span></li>' in html
    assert "räknas som gällande" not in html


def test_an_expired_agreement_is_not_said_to_hold_by_its_own_words(siri: Client) -> None:
    agreement = cast.agreement()
    cast.in_force(agreement, "2019-01-01", "2020-12-31")

    html = page(siri, "detail", agreement.pk)

    assert "Överenskommelsen har löpt ut" in html
    assert "räknas som gällande" not in html


def test_an_unchanged_page_is_neither_sent_nor_made_again(
    siri: Client, settings: Any, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    kept = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    settings.CACHES = {"default": kept, "pages": kept}
    caches["pages"].clear()
    address = family(1).get_absolute_url()
    siri.get(address)
    name = siri.get(address).headers["ETag"]

    with django_assert_num_queries(4):
        again = siri.get(address, headers={"if-none-match": name})

    assert again.status_code == 304
    with django_assert_num_queries(4):
        assert siri.get(address).status_code == 200
    caches["pages"].clear()


def test_what_is_kept_of_a_page_is_not_shown_to_those_who_may_do_less(
    siri: Client, settings: Any
) -> None:
    kept = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    settings.CACHES = {"default": kept, "pages": kept}
    caches["pages"].clear()
    made = cast.agreement(keeper=cast.organization())
    reader = Client(headers={"accept-language": "sv"})
    reader.force_login(cast.person("lars", Role.READER, of=cast.organization()))
    change = reverse("agreements:edit", args=[made.pk])

    assert change in siri.get(made.get_absolute_url()).content.decode()
    assert change not in reader.get(made.get_absolute_url()).content.decode()
    caches["pages"].clear()


def test_a_change_is_seen_at_once(siri: Client, settings: Any) -> None:
    kept = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    settings.CACHES = {"default": kept, "pages": kept}
    caches["pages"].clear()
    made = cast.agreement(keeper=cast.organization())
    edition = cast.in_force(made, "2023-01-01", "2027-06-30")
    assert "2028-06-30" not in siri.get(made.get_absolute_url()).content.decode()
    end = StatedDate.parse("2028-06-30")
    actions.record_event(
        made,
        ValidityEvent(
            edition=edition, kind=EventKind.EXTENDED, first_date=end.first, last_date=end.last
        ),
        by=cast.acting_for(cast.person("siri")),
        seen=made.version,
    )

    assert "30 juni 2028" in siri.get(made.get_absolute_url()).content.decode()
    caches["pages"].clear()


def test_what_nobody_is_told_of_yet_is_called_a_draft(siri: Client) -> None:
    """Seen red with the word for what was not known on the day."""
    agreement = cast.agreement()
    cast.edition(agreement)

    html = page(siri, "detail", agreement.pk)

    assert ">Utkast<" in html
    assert "Inte känd den här dagen" not in html
