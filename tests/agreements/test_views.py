"""The pages: what they show, refuse, explain and never lose."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from samklang.agreements import actions
from samklang.agreements.models import Agreement, EditionFile, EventKind, Level, ValidityEvent
from samklang.common.periods import StatedDate
from samklang.documents.api import keep
from samklang.organizations.api import OrganizationKind, Role
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def siri(client: Client) -> Client:
    client.force_login(cast.person("siri"))
    return client


def other(name: str, *, of: str, kind: str = OrganizationKind.REGION) -> Client:
    client = Client()
    client.force_login(cast.person(name, of=cast.organization(of, kind=kind)))
    return client


def coordinator() -> Client:
    client = Client()
    support = cast.organization("stod", kind=OrganizationKind.SUPPORT)
    client.force_login(cast.person("ask", Role.COORDINATOR, of=support))
    return client


def page(client: Client, name: str, *args: object, **asked: str) -> str:
    answer = client.get(reverse(f"agreements:{name}", args=args), asked)
    assert answer.status_code == 200
    return answer.content.decode()


def send(client: Client, name: str, agreement: Agreement, **sent: object) -> tuple[int, str]:
    sent.setdefault("version", Agreement.objects.get(pk=agreement.pk).version)
    answer = client.post(reverse(f"agreements:{name}", args=[agreement.pk]), sent)
    return answer.status_code, answer.content.decode()


# The register


def test_the_register_shows_every_agreement_with_its_status_as_a_link(siri: Client) -> None:
    agreement = cast.agreement("Skogen i Lund")
    cast.in_force(agreement)

    html = page(siri, "register")

    assert f'href="{agreement.get_absolute_url()}"' in html
    assert "Skogen i Lund" in html
    assert "Tillsvidare" in html
    assert "1 överenskommelse" in html


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"text": "SKOG lund"}, "local"),
        ({"text": "hav"}, ""),
        ({"level": "regional"}, "regional"),
        ({"status": "expired"}, "regional"),
        ({"status": "under_way"}, ""),
        ({"level": "nonsense"}, "local regional"),
        ({"area": "nonsense", "municipality": "999"}, "local regional"),
    ],
)
def test_the_register_is_narrowed(siri: Client, asked: dict[str, str], found: str) -> None:
    local = cast.agreement("local", about=cast.area("skog"))
    cast.in_force(local)
    regional = cast.agreement("regional", level=Level.REGIONAL, about=cast.area("sjö"))
    cast.in_force(regional, "2019-01-01", "2020-12-31")

    html = page(siri, "register", **asked)

    assert [name for name in ("local", "regional") if f">{name}</a>" in html] == found.split()
    assert ("Rensa filtret" in html) is (not found)


def test_the_register_is_asked_for_a_municipality_and_an_area(siri: Client) -> None:
    mora = cast.organization("mora")
    cast.in_force(cast.agreement("Moras", keeper=mora, about=cast.area("skog")))
    cast.in_force(cast.agreement("Lunds", about=cast.area("skog")))

    html = page(siri, "register", municipality=str(mora.pk), area=str(cast.area("skog").pk))

    assert ">Moras</a>" in html
    assert ">Lunds</a>" not in html


def test_the_register_on_a_day_shows_what_was_known_then(siri: Client) -> None:
    cast.in_force(cast.agreement(), "2023-01-01", "2024-12-31")

    assert "Gäller t.o.m. 31 december 2024" in page(siri, "register", on="2024-01-01")
    assert "Inte känd den här dagen" in page(siri, "register", on="2022-12-31")
    assert "Utgången sedan 31 december 2024" in page(siri, "register", on="igår")


def test_an_empty_register_says_what_will_stand_there(siri: Client) -> None:
    assert "Här finns ingen överenskommelse ännu" in page(siri, "register")


def test_the_register_does_not_show_another_countys(siri: Client) -> None:
    abroad = cast.organization("fjord", of=cast.partnership("sydmark"))
    cast.in_force(cast.agreement("Fjordens", keeper=abroad))

    assert "Fjordens" not in page(siri, "register")


@pytest.mark.parametrize("count", [1, 30])
def test_the_register_asks_as_much_for_one_as_for_thirty(
    siri: Client, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(count):
        made = cast.agreement(f"Avtal {number}", keeper=cast.organization(f"ort{number}"))
        cast.in_force(made)

    with django_assert_num_queries(8):
        page(siri, "register")


def test_the_register_has_pages(siri: Client) -> None:
    for number in range(26):
        cast.agreement(f"Avtal {number:02}")

    html = page(siri, "register", page="2", level="local")

    assert "Sida 2 av 2" in html
    assert "level=local&amp;page=1" in html


# One agreement


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

    with django_assert_num_queries(11):
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
    cast.event(cast.edition(agreement), EventKind.REVISE_BY, "2026-01-31", quote="Senast 260131.")

    html = page(siri, "detail", agreement.pk)

    assert "Ska revideras senast 31 januari 2026" in html
    assert "Senast 260131." in html
    assert "Den skulle ha reviderats senast 31 januari 2026." in html


def test_the_page_says_in_words_whose_adoption_is_missing(siri: Client) -> None:
    lund, nord = cast.organization(), cast.organization("nord", kind=OrganizationKind.REGION)
    agreement = cast.agreement(parties=[lund, nord])
    edition = cast.in_force(agreement)
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
    assert rut.get(address).status_code == 403
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


# Changing


def test_a_writer_changes_the_facts(siri: Client) -> None:
    agreement = cast.agreement("Gammal")

    status, _html = send(
        siri, "edit", agreement, title="Ny", keeper=agreement.keeper_id, revision_responsible="X"
    )

    agreement.refresh_from_db()
    assert (status, agreement.title, agreement.revision_responsible) == (302, "Ny", "X")
    assert "Ändrade uppgifterna" in page(siri, "history", agreement.pk)
    assert "Titel: var ”Gammal”" in page(siri, "history", agreement.pk)


def test_an_error_keeps_what_was_written_and_says_so_first(siri: Client) -> None:
    agreement = cast.agreement()

    status, html = send(
        siri, "edit", agreement, title="", keeper=agreement.keeper_id, revision_responsible="Kvar"
    )

    assert status == 422
    assert "<title>Fel:" in html
    assert html.count("Fyll i ”Titel”.") == 2
    assert 'href="#id_title"' in html
    assert 'value="Kvar"' in html


def test_two_savers_get_both_texts_and_nothing_chosen(siri: Client) -> None:
    agreement = cast.agreement("Titel")
    ask = coordinator()
    keeper = agreement.keeper_id
    send(ask, "edit", agreement, title="Asks titel", keeper=keeper, revision_responsible="")

    status, html = send(
        siri,
        "edit",
        agreement,
        title="Siris titel",
        keeper=keeper,
        revision_responsible="",
        version=1,
    )

    assert status == 409
    assert "Ask sparade medan du skrev" in html
    assert "Asks titel" in html
    assert "Siris titel" in html
    assert "checked" not in html
    agreement.refresh_from_db()
    assert agreement.title == "Asks titel"


@pytest.mark.parametrize(("whose", "title"), [("mine", "Siris titel"), ("theirs", "Titel")])
def test_the_chosen_text_stands(siri: Client, whose: str, title: str) -> None:
    agreement = cast.agreement("Titel")

    status, _html = send(
        siri, "choose", agreement, mine_title="Siris titel", whose_title=whose, seen=0
    )

    agreement.refresh_from_db()
    assert (status, agreement.title) == (302, title)


def test_not_choosing_is_asked_again_with_both_texts_kept(siri: Client) -> None:
    agreement = cast.agreement("Titel")

    status, html = send(siri, "choose", agreement, mine_title="Siris titel", seen=0)

    assert status == 422
    assert "Välj vems text som ska stå som ”Titel”." in html
    assert 'value="Siris titel"' in html


def test_choosing_after_a_third_saver_shows_both_sides_again(siri: Client) -> None:
    agreement = cast.agreement("Titel")
    send(siri, "edit", agreement, title="Tredje", keeper=agreement.keeper_id)

    status, html = send(
        siri, "choose", agreement, mine_title="Siris titel", whose_title="mine", version=1, seen=1
    )

    assert status == 409
    assert "Tredje" in html
    assert 'value="Siris titel"' in html


def test_a_chosen_text_that_cannot_stand_is_explained(siri: Client) -> None:
    agreement = cast.agreement("Titel")

    status, _html = send(siri, "choose", agreement, mine_title="", whose_title="mine", seen=0)

    assert status == 422


def test_a_late_entry_is_shown_beside_what_was_saved_and_can_still_be_saved(siri: Client) -> None:
    agreement = cast.agreement()
    edition = cast.edition(agreement)
    send(coordinator(), "add_diary_number", agreement, party=agreement.keeper_id, number="AB 1")
    entry: dict[str, object] = {"edition": edition.pk, "kind": "starts", "when": "2026-05-01"}

    status, html = send(siri, "add_event", agreement, **entry, version=1)

    assert status == 409
    assert "Antecknade diarienummer AB 1 för Lund" in html
    assert 'name="when" value="2026-05-01"' in html
    assert 'name="version" value="2"' in html
    assert not edition.validity_events.exists()
    assert send(siri, "add_event", agreement, **entry, version=2)[0] == 302
    assert edition.validity_events.get().first_date == date(2026, 5, 1)


def test_a_party_records_its_own_adoption_and_not_anothers() -> None:
    lund, nord = cast.organization(), cast.organization("nord", kind=OrganizationKind.REGION)
    agreement = cast.agreement(parties=[lund, nord])
    edition = cast.edition(agreement)
    rut = other("rut", of="nord")
    sent = {"edition": edition.pk, "kind": "decision", "adopted_date": "2026-05-18"}

    assert send(rut, "adopt", agreement, **sent, party=lund.pk)[0] == 422
    assert send(rut, "adopt", agreement, **sent, party=nord.pk)[0] == 302
    status, html = send(rut, "adopt", agreement, **sent, party=nord.pk)

    assert status == 422
    assert "Det här finns redan i registret." in html
    assert edition.adoptions.get().organization == nord


def test_ones_own_entry_is_undone_from_the_history(siri: Client) -> None:
    agreement = cast.agreement()
    edition = cast.edition(agreement)
    send(siri, "add_event", agreement, edition=edition.pk, kind="starts", when="2026")
    address = reverse(
        "agreements:undo_event", args=[agreement.pk, edition.validity_events.get().pk]
    )
    assert address in page(siri, "history", agreement.pk)
    assert address not in page(coordinator(), "history", agreement.pk)
    assert coordinator().post(address).status_code == 403

    assert siri.post(address).status_code == 302
    assert siri.post(address).status_code == 409
    html = page(siri, "history", agreement.pk)

    assert address not in html
    assert "Ångrad" in html


@pytest.mark.parametrize("name", ["undo_adoption", "undo_diary_number"])
def test_adoptions_and_diary_numbers_are_undone_too(siri: Client, name: str) -> None:
    agreement = cast.agreement()
    edition = cast.edition(agreement)
    party = agreement.keeper_id
    send(
        siri,
        "adopt",
        agreement,
        edition=edition.pk,
        kind="decision",
        party=party,
        adopted_date="2026-05-18",
    )
    send(siri, "add_diary_number", agreement, party=party, number="AB 1")
    entry = edition.adoptions.get() if name == "undo_adoption" else agreement.diary_numbers.get()

    answer = siri.post(reverse(f"agreements:{name}", args=[agreement.pk, entry.pk]))

    assert answer.status_code == 302
    entry.refresh_from_db()
    assert entry.undone_at is not None


def test_parties_editions_and_stages_are_changed(siri: Client) -> None:
    agreement = cast.agreement()
    mora = cast.organization("mora")

    assert send(siri, "add_party", agreement, organization=mora.pk, required="no")[0] == 302
    assert "Mora kommun" in page(siri, "add_party", agreement.pk)
    assert send(siri, "add_edition", agreement, label="Version 2", stage="Utkast")[0] == 302
    move = reverse("agreements:move_stage", args=[agreement.pk, 1])
    assert siri.post(move, {"version": 3, "stage": "Remiss"}).status_code == 302
    leave = reverse("agreements:remove_party", args=[agreement.pk, mora.pk])
    assert siri.post(leave).status_code == 302
    assert siri.post(leave).status_code == 404

    assert agreement.editions.get().stage == "Remiss"
    assert agreement.parties.get().organization == cast.organization()


def attach(client: Client, agreement: Agreement, content: bytes, **sent: str) -> tuple[int, str]:
    file = SimpleUploadedFile("../mitt avtal.pdf", content)
    edition = agreement.editions.get().pk
    answer = client.post(
        reverse("agreements:add_file", args=[agreement.pk]),
        {"edition": edition, "file": file, "about_nobody": "on", **sent},
    )
    return answer.status_code, answer.content.decode()


def test_a_file_is_kept_with_its_edition(siri: Client) -> None:
    agreement = cast.agreement()
    cast.edition(agreement)

    assert attach(siri, agreement, "Avtal från 2026".encode())[0] == 302

    held = EditionFile.objects.get()
    assert (held.file.name, held.file.format) == ("mitt avtal.pdf", "text")
    assert "mitt avtal.pdf" in page(siri, "detail", agreement.pk)


@pytest.mark.parametrize(
    ("content", "sent", "sentence"),
    [
        (b"", {}, "Filen är tom. Välj en annan."),
        (b"\x89PNG\r\n\x1a\n", {}, "Den här sortens fil kan inte sparas här."),
        (b"text", {"about_nobody": ""}, "Titta igenom filen först."),
    ],
)
def test_a_file_that_cannot_be_kept_gets_its_own_sentence(
    siri: Client, content: bytes, sent: dict[str, str], sentence: str
) -> None:
    agreement = cast.agreement()
    cast.edition(agreement)

    status, html = attach(siri, agreement, content, **sent)

    assert status == 422
    assert sentence in html
    assert not EditionFile.objects.exists()


def test_an_agreement_is_registered_by_hand(siri: Client) -> None:
    lund, area = cast.organization(), cast.area()
    sent = {"level": "local", "area": area.pk, "title": "Ny", "keeper": lund.pk, "parties": lund.pk}

    answer = siri.post(reverse("agreements:create"), sent)

    made = Agreement.objects.get()
    assert answer["Location"] == made.get_absolute_url()
    assert made.partnership == lund.partnership


@pytest.mark.parametrize("wrong", ["no party", "others' keeper", "regional with parent"])
def test_an_agreement_by_hand_is_explained_when_it_does_not_fit(siri: Client, wrong: str) -> None:
    lund, area = cast.organization(), cast.area()
    regional = cast.agreement("R", level=Level.REGIONAL)
    sent: dict[str, object] = {
        "level": "local",
        "area": area.pk,
        "title": "Ny",
        "keeper": lund.pk,
        "parties": lund.pk,
    }
    changes: dict[str, dict[str, object]] = {
        "no party": {"parties": ""},
        "others' keeper": {"keeper": cast.organization("mora").pk},
        "regional with parent": {"level": "regional", "parent": regional.pk},
    }

    answer = siri.post(reverse("agreements:create"), sent | changes[wrong])

    assert answer.status_code == 422
    assert Agreement.objects.count() == 1


FORMS = (
    "edit", "add_event", "adopt", "add_diary_number", "add_party", "add_edition", "add_file",
)  # fmt: skip


@pytest.mark.parametrize("name", FORMS)
def test_every_form_opens_for_the_keeper_and_is_refused_to_outsiders(
    siri: Client, name: str
) -> None:
    agreement = cast.agreement()
    cast.edition(agreement)

    assert "<form" in page(siri, name, agreement.pk)
    mia = other("mia", of="mora", kind=OrganizationKind.MUNICIPALITY)
    assert mia.get(reverse(f"agreements:{name}", args=[agreement.pk])).status_code == 403


@pytest.mark.parametrize(
    "sent",
    [
        {"version": "x", "seen": "²"},
        {"version": "", "mine_title": "a", "mine_parent": "x", "mine_keeper": "-1"},
        {"version": "9" * 30, "mine_title": "a\x00", "whose_title": "both", "seen": "9" * 30},
    ],
)
def test_a_choice_that_nobody_was_offered_changes_nothing(
    siri: Client, sent: dict[str, str]
) -> None:
    agreement = cast.agreement("Titel")

    answer = siri.post(reverse("agreements:choose", args=[agreement.pk]), sent)

    assert answer.status_code in (409, 422)
    agreement.refresh_from_db()
    assert agreement.version == 1


IMPOSSIBLE = "9" * 30


@pytest.mark.parametrize(
    "page",
    [
        "",
        "historik/",
        "liv.svg",
        "giltighet/",
        "filer/1/",
        "giltighet/1/angra/",
        "utgavor/1/skede/",
    ],
)
def test_an_impossible_number_is_only_not_found(siri: Client, page: str) -> None:
    number = cast.agreement().pk
    posted = siri.post if "angra" in page else siri.get

    assert posted(f"/avtal/{IMPOSSIBLE}/{page}").status_code == 404
    page = page.replace("/1/", f"/{IMPOSSIBLE}/")
    if IMPOSSIBLE in page:
        assert posted(f"/avtal/{number}/{page}").status_code == 404


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
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    cache.clear()
    address = family(1).get_absolute_url()
    siri.get(address)
    name = siri.get(address).headers["ETag"]

    with django_assert_num_queries(4):
        again = siri.get(address, headers={"if-none-match": name})

    assert again.status_code == 304
    with django_assert_num_queries(4):
        assert siri.get(address).status_code == 200
    cache.clear()


def test_what_is_kept_of_a_page_is_not_shown_to_those_who_may_do_less(
    siri: Client, settings: Any
) -> None:
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    cache.clear()
    made = cast.agreement(keeper=cast.organization())
    reader = Client(headers={"accept-language": "sv"})
    reader.force_login(cast.person("lars", Role.READER, of=cast.organization()))
    change = reverse("agreements:edit", args=[made.pk])

    assert change in siri.get(made.get_absolute_url()).content.decode()
    assert change not in reader.get(made.get_absolute_url()).content.decode()
    cache.clear()


def test_a_change_is_seen_at_once(siri: Client, settings: Any) -> None:
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    cache.clear()
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
    cache.clear()
