"""Who has adopted an edition, in which wording, and what each board is asked.

Seen red: with a decision on another wording counted as a yes (in the database's rule and in the
county's), with differing texts taken for one, with no fingerprint kept, with the evidence and the
papers open to all, with a text adopted that was written in meanwhile, and with a board asked to
decide before a day that has passed. A statement that it holds: winning over a decision on another
wording and over differing texts (in either rule), and a picture without the days.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date
from html import unescape
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from samklang.agreements import actions, queries
from samklang.agreements.fingerprints import fingerprint_of
from samklang.agreements.models import Adoption, Agreement, DiaryNumber, Edition, EventKind
from samklang.agreements.queries import county_standings
from samklang.agreements.validity import Status
from samklang.organizations.api import OrganizationKind
from samklang.texts.actions import add_section, write
from samklang.texts.models import Section
from tests import cast
from tests.agreements.pages import other, page, send

pytestmark = pytest.mark.django_db

REGION = OrganizationKind.REGION
VOUCHED = "Uppges gälla, inget beslut här"
CHANGED = "I avsnitt 1 står tre veckor i stället för två."


def acting(name: str, of: str, kind: str = OrganizationKind.MUNICIPALITY) -> Any:
    return cast.acting_for(cast.person(name, of=cast.organization(of, kind=kind)))


def lund() -> Any:
    return acting("siri", "lund")


def drafted(*, quote: str = "") -> Edition:
    """A draft of Lund and the region that holds from 2026 to 2030 once they have adopted it."""
    parties = [cast.organization(), cast.organization("nord", kind=REGION)]
    agreement = cast.agreement(parties=parties)
    edition = cast.edition(agreement, begun=date(2026, 1, 1))
    cast.event(edition, EventKind.STARTS, "2026-10-01", quote=quote)
    cast.event(edition, EventKind.ENDS, "2030-12-31")
    return edition


def section(edition: Edition, body: str = "<p>Två veckor.</p>") -> Section:
    return add_section(Section(edition=edition, heading="Vem", body=body), after=None, by=lund())


def decide(edition: Edition, party: str, day: str = "2026-05-04", **said: Any) -> Adoption:
    """Let a party's own person record its decision."""
    by = acting(party, party, REGION if party == "nord" else OrganizationKind.MUNICIPALITY)
    said.setdefault("wording", "same")
    entry = Adoption(
        edition=edition,
        organization=cast.organization(party),
        kind="decision",
        adopted_date=date.fromisoformat(day),
        **said,
    )
    version = Agreement.objects.get(pk=edition.agreement_id).version
    actions.record_adoption(edition.agreement, entry, by=by, seen=version)
    return entry


def otherwise(edition: Edition, party: str, day: str = "2026-05-11") -> Adoption:
    return decide(edition, party, day, wording="other", differs=CHANGED)


def status(edition: Edition) -> Status:
    """Ask the county, the page and the wall; they must say the same."""
    stood = county_standings(edition.agreement.partnership_id, on=cast.TODAY)[edition.agreement_id]
    known = queries.dossier(lund(), edition.agreement_id, on=cast.TODAY)
    assert known.standing is not None
    assert known.standing.status is stood.status
    decided = Edition.objects.decided(on=cast.TODAY).filter(pk=edition.pk).exists()
    assert decided is known.editions[0].is_decided
    return stood.status


def boxes(html: str) -> list[tuple[str, str]]:
    """Read who stands in the picture, and what is said of each."""
    drawn = html.partition('<svg class="pic wide-only"')[2].partition("narrow-only")[0]
    said = re.findall(r"<text[^>]*>([^<]+)</text>", drawn)
    return list(zip(said[::2], said[1::2], strict=True))


def tracker(client: Client, edition: Edition) -> str:
    return page(client, "adoption", edition.agreement_id, edition.pk)


def paper(client: Client, edition: Edition, party: str, kind: str = "forslag") -> str:
    whose = cast.organization(party).pk
    return page(client, "board_paper", edition.agreement_id, edition.pk, whose, kind)


def test_it_is_in_force_when_all_have_adopted_the_same_wording(siri: Client) -> None:
    edition = drafted()
    section(edition)
    decide(edition, "lund")
    assert status(edition) is Status.UNDER_WAY
    decide(edition, "nord")

    assert status(edition) is Status.IN_FORCE
    html = tracker(siri, edition)
    assert "Alla 2 parter har antagit samma lydelse." in html
    assert "Gäller inte förrän" not in html
    assert html.count("Ja, texten här") == 4  # in the list of a phone, and in the table


def test_it_is_not_in_force_while_one_party_has_adopted_another_wording(siri: Client) -> None:
    edition = drafted()
    decide(edition, "lund")
    otherwise(edition, "nord")

    assert status(edition) is Status.UNDER_WAY
    html = tracker(siri, edition)
    assert "1 av 2 parter har antagit utgåvans lydelse." in html
    assert "Annan lydelse: Nord kommun." in html
    assert CHANGED in html
    front = page(siri, "detail", edition.agreement_id)
    assert "Nord har beslutat om en annan lydelse." in front
    assert "Väntar på" not in front


def test_whoever_decided_on_another_wording_adopts_the_same_after_all(siri: Client) -> None:
    edition = drafted()
    decide(edition, "lund")
    otherwise(edition, "nord")
    decide(edition, "nord", "2026-08-17")

    assert status(edition) is Status.IN_FORCE
    assert "Annan lydelse" not in tracker(siri, edition)
    # What it decided first is kept.
    assert edition.adoptions.count() == 3
    with pytest.raises(actions.AlreadyRecorded):
        otherwise(edition, "nord", "2026-09-01")


def test_a_decision_that_was_recorded_wrong_is_undone_and_recorded_right() -> None:
    edition = drafted()
    decide(edition, "lund")
    wrong = otherwise(edition, "nord")
    actions.undo(edition.agreement, wrong, by=acting("nord", "nord", REGION))
    assert status(edition) is Status.UNDER_WAY

    right = decide(edition, "nord")
    assert status(edition) is Status.IN_FORCE
    actions.undo(edition.agreement, right, by=acting("nord", "nord", REGION))
    assert status(edition) is Status.UNDER_WAY


def test_a_decision_without_a_word_about_the_wording_counts_as_it_always_did(siri: Client) -> None:
    edition = drafted()
    cast.adopted(edition, date(2026, 5, 4))

    assert status(edition) is Status.IN_FORCE
    html = tracker(siri, edition)
    assert "Registret säger inte i vilken lydelse för alla." in html
    assert "Inte känt" in html


def test_a_statement_that_it_holds_stands_for_what_is_missing_not_against_a_decision(
    siri: Client,
) -> None:
    edition = drafted()
    cast.vouched(edition)
    decide(edition, "lund")

    assert status(edition) is Status.IN_FORCE
    html = tracker(siri, edition)
    assert "Någon har uppgett att överenskommelsen gäller ändå" in html
    assert boxes(html) == [("Lund", "Har antagit, 2026-05-04"), ("Nord", VOUCHED)]
    assert html.count(f"<span>{VOUCHED}</span>") == 2  # in the list of a phone, and in the table

    otherwise(edition, "nord")
    assert status(edition) is Status.UNDER_WAY
    html = tracker(siri, edition)
    assert "gäller ändå" not in html
    assert "aldrig mot ett beslut som är antecknat" in html
    assert boxes(html)[1] == ("Nord", "Annan lydelse, 2026-05-11")

    decide(edition, "nord", "2026-08-17")
    assert status(edition) is Status.IN_FORCE
    assert "Annan lydelse" not in tracker(siri, edition)


def test_nor_does_a_statement_make_one_agreement_of_different_texts() -> None:
    edition = drafted()
    section(edition)
    cast.vouched(edition)
    decide(edition, "lund")
    decide(edition, "nord")
    edition.adoptions.filter(organization__code="nord").update(fingerprint="e" * 64)

    assert status(edition) is Status.UNDER_WAY


def test_the_text_that_was_adopted_is_kept_as_its_fingerprint() -> None:
    edition = drafted()
    assert decide(edition, "lund").fingerprint == ""
    actions.undo(edition.agreement, edition.adoptions.get(), by=acting("lund", "lund"))
    part = section(edition)
    first = decide(edition, "lund")
    second = decide(edition, "nord")

    assert len(first.fingerprint) == 64
    assert first.fingerprint == second.fingerprint
    actions.undo(edition.agreement, first, by=acting("lund", "lund"))
    actions.undo(edition.agreement, second, by=acting("nord", "nord", REGION))
    part.body = "<p>Tre veckor.</p>"
    write(part, by=lund(), seen=part.seen)
    assert decide(edition, "lund").fingerprint not in ("", first.fingerprint)


def test_a_decision_that_nobody_knows_the_wording_of_has_no_fingerprint() -> None:
    edition = drafted()
    section(edition)

    assert decide(edition, "lund", wording="").fingerprint == ""


def test_parties_that_adopted_different_texts_have_not_adopted_the_same(siri: Client) -> None:
    """The locks let no text change between two decisions; a restored one is held to it as well."""
    edition = drafted()
    section(edition)
    decide(edition, "lund")
    decide(edition, "nord")
    edition.adoptions.filter(organization__code="nord").update(fingerprint="e" * 64)

    assert status(edition) is Status.UNDER_WAY
    html = tracker(siri, edition)
    assert "Parterna har antagit olika texter" in html
    assert "En annan text än den här (eeeeeeee)" in html


def test_a_text_that_was_written_in_while_the_form_was_open_is_not_adopted(siri: Client) -> None:
    edition = drafted()
    part = section(edition)
    shown = page(siri, "adopt", edition.agreement_id)
    texts = unescape(re.findall(r'name="texts" value="([^"]+)"', shown)[0])
    assert fingerprint_of(edition) not in texts  # it is told to those too who may not read it
    sent = {
        "edition": edition.pk, "party": cast.organization().pk, "kind": "decision",
        "adopted_date": "2026-05-18", "wording": "same",
    }  # fmt: skip
    part.body = "<p>Tre veckor.</p>"
    write(part, by=lund(), seen=part.seen)

    code, late = send(siri, "adopt", edition.agreement, **sent, texts=texts)

    assert code == 409
    assert "Behåll min också" in late
    assert not edition.adoptions.exists()
    assert send(siri, "adopt", edition.agreement, **sent)[0] == 302


def test_another_wording_leaves_the_draft_open_to_take_it_in() -> None:
    edition = drafted()
    part = section(edition)
    otherwise(edition, "nord")
    part.body = "<p>Tre veckor.</p>"
    written = write(part, by=lund(), seen=part.seen)
    decide(edition, "nord")
    decide(edition, "lund")

    assert written.body == "<p>Tre veckor.</p>"
    assert status(edition) is Status.IN_FORCE


def test_the_database_refuses_another_wording_that_says_nothing_of_what_differs() -> None:
    edition = drafted()
    own = {"edition": edition, "organization": cast.organization(), "kind": "decision"}

    for said in ({"wording": "other"}, {"wording": "same", "differs": CHANGED}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Adoption.objects.create(**own, adopted_date=date(2026, 5, 4), **said)


def test_the_form_keeps_what_was_written_until_it_says_what_differs(siri: Client) -> None:
    edition = drafted()
    sent = {
        "edition": edition.pk, "party": cast.organization().pk, "kind": "decision",
        "adopted_date": "2026-05-18", "body_name": "Skogsnämnden", "wording": "other",
    }  # fmt: skip

    code, html = send(siri, "adopt", edition.agreement, **sent)
    assert code == 422
    assert "Skriv i en mening vad nämnden ändrade." in html
    assert 'value="Skogsnämnden"' in html
    assert send(siri, "adopt", edition.agreement, **sent, differs=CHANGED)[0] == 302
    told = page(siri, "history", edition.agreement_id)
    assert "Antecknade att Lund beslutade om en annan lydelse av utgåva 1" in told
    assert f"Det som skiljer: {CHANGED}" in told
    undo = reverse(
        "agreements:undo_adoption", args=[edition.agreement_id, edition.adoptions.get().pk]
    )
    assert undo in told
    assert siri.post(undo).status_code == 302


def test_what_a_board_changed_in_a_draft_is_told_to_nobody_but_its_readers(siri: Client) -> None:
    edition = drafted()
    entry = otherwise(edition, "lund")
    file = SimpleUploadedFile("utdrag-hemligt.txt", b"Namnden andrade tva veckor till tre.")
    address = reverse("agreements:add_evidence", args=[edition.agreement_id, entry.pk])
    assert siri.post(address, {"file": file, "about_nobody": "on"}).status_code == 302
    rut = other("rut", of="nord")
    told: list[Callable[[Client], str]] = [
        lambda client: tracker(client, edition),
        lambda client: page(client, "history", edition.agreement_id),
    ]

    for one in told:
        assert "utdrag-hemligt.txt" in one(siri)
        assert CHANGED in one(siri)
        assert "utdrag-hemligt.txt" not in one(rut)
        assert CHANGED not in one(rut)
    assert "Annan lydelse" in tracker(rut, edition)
    shown = reverse("agreements:evidence", args=[edition.agreement_id, entry.pk])
    assert (siri.get(shown).status_code, rut.get(shown).status_code) == (200, 404)


@pytest.mark.slow
def test_evidence_is_added_once_and_not_changed(siri: Client) -> None:
    edition = drafted()
    entry = decide(edition, "lund")
    address = reverse("agreements:add_evidence", args=[edition.agreement_id, entry.pk])
    assert address in tracker(siri, edition)

    def add() -> int:
        sent = {"file": SimpleUploadedFile("utdrag.txt", b"Paragraf 7"), "about_nobody": "on"}
        return siri.post(address, sent).status_code

    assert (add(), add()) == (302, 409)
    assert "utdrag.txt" in tracker(siri, edition)
    assert "som underlag för att Lund har beslutat" in page(siri, "history", edition.agreement_id)
    actions.undo(edition.agreement, entry, by=acting("lund", "lund"))
    shown = reverse("agreements:evidence", args=[edition.agreement_id, entry.pk])
    assert siri.get(shown).status_code == siri.get(address).status_code == 404


def test_the_proposal_has_all_parties_and_each_clause(siri: Client) -> None:
    edition = drafted(quote="Gäller från den 1 oktober 2026.")
    edition.agreement.area.statutory_basis = "7 kap. 2 § skogslagen"
    edition.agreement.area.save()
    held = cast.in_force(cast.agreement("Annat", parties=[cast.organization()]))
    assert held.number == 1

    html = paper(siri, edition, "nord")

    assert "att anta Lokalavtal om skog, utgåva 1, enligt bilaga 1, för tiden " in html
    assert "från och med 1 oktober 2026 till och med 31 december 2030," in html
    assert "att beslutet gäller under förutsättning att Lund kommun fattar likalydande" in html
    assert "Nord kommun" in html
    assert "”Gäller från den 1 oktober 2026.”" in html
    assert "7 kap. 2 § skogslagen" in html
    assert "[fyll i vilken nämnd som beslutar]" in html
    assert "[fyll i diarienummer]" in html
    assert "<li>vilken nämnd som beslutar</li>" in html


def test_the_proposal_is_said_in_english_too(siri: Client) -> None:
    edition = drafted()
    siri.cookies["django_language"] = "en"

    html = paper(siri, edition, "nord")

    assert "to adopt Lokalavtal om skog, edition 1, as in appendix 1" in html
    assert "that the decision holds on condition that Lund kommun decide alike" in html
    assert "[fill in diary number]" in html
    assert "Cover letter" in paper(siri, edition, "nord", "foljebrev")


def test_a_next_edition_says_what_it_replaces_and_who_decided_before(siri: Client) -> None:
    before = drafted()
    cast.adopted(before, date(2026, 5, 4))
    before.adoptions.filter(organization__code="nord").update(body_name="Regionnämnden")
    DiaryNumber.objects.create(
        agreement=before.agreement, organization=cast.organization("nord"), number="RN 2026/9"
    )
    edition = cast.edition(before.agreement, number=2, begun=date(2026, 11, 1))

    html = paper(siri, edition, "nord")

    assert "att den då ersätter utgåva 1, och" in html
    assert "Regionnämnden föreslås besluta" in html
    assert "se efter att det stämmer" in html
    assert "RN 2026/9" in html
    assert "[fyll i first day]" not in html
    letter = paper(siri, edition, "nord", "foljebrev")
    assert "Senast" in letter
    assert "[fyll i vilken dag ni vill ha svar]" in letter


@pytest.mark.parametrize(("start", "is_said"), [("2099-01-01", True), ("2020-01-01", False)])
def test_a_board_is_not_asked_to_decide_before_a_day_that_has_passed(
    siri: Client, start: str, is_said: bool
) -> None:
    edition = cast.edition(cast.agreement(), begun=date(2019, 1, 1))
    cast.event(edition, EventKind.STARTS, start)

    letter = paper(siri, edition, "lund", "foljebrev")

    assert ("Besluta före" in letter) == is_said


def test_the_papers_of_a_draft_are_for_those_who_may_read_it(siri: Client) -> None:
    edition = drafted()
    rut, nord = other("rut", of="nord"), cast.organization("nord")
    args = [edition.agreement_id, edition.pk, nord.pk, "forslag"]
    shown = reverse("agreements:board_paper", args=args)
    file = reverse("reporting:board_paper", args=[*args, "docx"])

    assert siri.get(shown).status_code == 200
    assert [rut.get(one).status_code for one in (shown, file)] == [403, 403]
    assert "Förslag till beslut" not in tracker(rut, edition)
    for wrong in ("okant", "foljebrev-"):
        address = reverse("agreements:board_paper", args=[*args[:3], wrong])
        assert siri.get(address).status_code == 404
    assert siri.get(reverse("reporting:board_paper", args=[*args, "xlsx"])).status_code == 404
    stranger = reverse("agreements:board_paper", args=[*args[:2], 99_999, "forslag"])
    assert siri.get(stranger).status_code == 404


@pytest.mark.slow
def test_the_word_file_says_what_the_page_says(siri: Client) -> None:
    edition = drafted()
    args = [edition.agreement_id, edition.pk, cast.organization("nord").pk, "forslag", "docx"]

    answer = siri.get(reverse("reporting:board_paper", args=args))

    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        told = archive.read("word/document.xml").decode()
    assert "att anta Lokalavtal om skog, utgåva 1" in told
    assert "fattar likalydande beslut," in told
    assert "[fyll i diarienummer]" in told
    assert answer["Content-Disposition"].startswith(
        'attachment; filename="forslag-till-beslut-nord-lokalavtal-om-skog'
    )


def test_as_many_questions_are_asked_for_one_party_as_for_thirty(
    siri: Client, django_assert_max_num_queries: Any
) -> None:
    parties = [cast.organization(f"k{number}") for number in range(30)]
    many = cast.edition(cast.agreement("Stort", parties=parties), begun=date(2026, 1, 1))
    cast.adopted(many, date(2026, 5, 4))
    one = drafted()
    ulf = other("ulf", of="k0", kind=OrganizationKind.MUNICIPALITY)
    for client, edition in ((siri, one), (ulf, many)):
        tracker(client, edition)

    with django_assert_max_num_queries(30) as few:
        tracker(siri, one)
    with django_assert_max_num_queries(len(few.captured_queries)):
        tracker(ulf, many)


def test_a_list_of_names_ends_with_and(siri: Client) -> None:
    edition = drafted()
    for code in ("mora", "orsa"):
        edition.agreement.parties.create(organization=cast.organization(code))

    with override("sv"):
        html = paper(siri, edition, "nord")

    assert "att Lund kommun, Mora kommun och Orsa kommun fattar likalydande beslut," in html
