"""A sitting is recorded step by step in the browser, searched for, and tied to what it changed.

Seen red: with nothing carried from page to page, with the choice outside the mandate not asked for,
with the form's objection dropped, with the words of a search not folded, with what was taken back
left in the register, with the effects asked for row by row, with a confirmation without a reason,
with the body's first day not asked for, with the conflict let through, and with no link back from
the agreement's history; with a decision put right twice, with what was sent on not pointed to, and
with nobody to send it on to asked for. The picture: with none, and with one of a single decision.
About one agreement: with what waits left out, with what was done to others told, with no words in
the picture or the list, with no link from its life, and with a workbook of all.
"""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from samklang.agreements.api import county_standings
from samklang.agreements.models import Agreement
from samklang.decisions.models import Decision
from samklang.organizations.models import Role
from tests import cast
from tests.decisions.sittings import DAY, decide, decided, entitled, local, regional, support

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

# Who is signed in, with which seats; bodies, areas and years; the rows with their count and
# effects; the standard clauses; mandates with what they cover; what waits to be carried home.
REGISTER_QUERIES = 14
FORMULA = "=1+1"


@pytest.fixture
def ask(client: Client) -> Client:
    client.force_login(cast.person("ask", Role.COORDINATOR, of=support()))
    return client


def sent(client: Client, page: str, *args: object, **asked: Any) -> tuple[int, str]:
    answer = client.post(reverse(f"decisions:{page}", args=args), asked)
    return answer.status_code, answer.content.decode()


def shown(client: Client, page: str, *args: object, **asked: Any) -> str:
    answer = client.get(reverse(f"decisions:{page}", args=args), asked)
    assert answer.status_code == 200
    return answer.content.decode()


def hidden(page: str, name: str) -> str:
    return page.split(f'name="{name}" value="')[1].split('"', maxsplit=1)[0]


def end_of(agreement: Agreement) -> str:
    standing = county_standings(agreement.partnership_id, on=cast.TODAY)[agreement.pk]
    return str(standing.validity.end)


def three_agreements() -> list[Agreement]:
    return [regional(f"Ramavtal {code}", code) for code in ("forest", "water", "moss")]


def said(three: list[Agreement]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what is written on the first page, and what on the second."""
    clauses = {
        "body": entitled().pk, "decided_date": DAY.isoformat(), "source": "Protokoll, punkt 4",
        "rows": 3, "c0-wording": "att förlänga de tre ramavtalen", "c0-what": "extend_agreements",
        "c0-paragraph": "4", "c1-wording": "att lägga informationen till handlingarna",
        "c1-what": "standard", "step": "clauses",
    }  # fmt: skip
    return clauses, {"e0-agreements": [one.pk for one in three], "e0-last_date": "2028-06-30"}


def test_a_sitting_is_written_step_by_step_and_nothing_is_lost_or_saved(ask: Client) -> None:
    three = three_agreements()
    short = local(three[0], "orsa", "2026-12-31")
    clauses, answers = said(three)

    status, effects = sent(ask, "record", **clauses)
    assert status == 200
    assert "Vad Nätverket fick besluta om den 2026-11-10" in effects
    assert "Rätt för Nätverket (tillsvidare): förlänga överenskommelser." in effects
    assert "Ramavtal forest (gäller till 30 juni 2027)" in effects
    assert hidden(effects, "c0-wording") == "att förlänga de tre ramavtalen"

    # Back to the first page, where what was written stands, with more rows.
    _status, again = sent(ask, "record", **{**clauses, **answers, "more": "yes"})
    assert "att förlänga de tre ramavtalen</textarea>" in again
    assert hidden(again, "rows") == "6"
    assert hidden(again, "e0-last_date") == "2028-06-30"

    early = {**answers, "e0-last_date": "2027-01-01", "step": "effects"}
    status, page = sent(ask, "record", **{**clauses, **early})
    assert status == 422
    assert "gäller till och med 30 juni 2027 redan. Skriv en senare dag." in page

    status, preview = sent(ask, "record", **{**clauses, **answers, "step": "effects"})
    assert status == 200
    for words in ("Gäller t.o.m. 30 juni 2028", short.title, "Förläng den också."):
        assert words in preview
    assert not Decision.objects.exists()


def test_one_decision_extends_three_agreements_and_both_tell_of_each_other(ask: Client) -> None:
    three = three_agreements()
    clauses, answers = said(three)
    sure = {**clauses, **answers, "step": "preview"}
    sure["seen0"] = ".".join(f"{one.pk}-1" for one in three)

    assert sent(ask, "save", **sure)[0] == 302

    made = Decision.objects.get(standard=False)
    assert {end_of(one) for one in three} == {"2028-06-30"}
    # The second of two who record the same is told so, and nothing is done twice.
    status, late = sent(ask, "save", **sure)
    assert status == 422
    assert "gäller till och med 30 juni 2028 redan" in late
    assert Decision.objects.count() == 2

    page, address = shown(ask, "detail", made.pk), made.get_absolute_url()
    assert "Beslutat med mandatet ”Rätt för Nätverket”." in page
    assert all(f'href="{one.get_absolute_url()}"' in page for one in three)
    assert "Förlängd till och med 30 juni 2028" in page
    for part in ("detail", "history"):
        about = ask.get(reverse(f"agreements:{part}", args=[three[0].pk])).content.decode()
        assert f'href="{address}"' in about
    register = shown(ask, "register")
    for words in ("1 beslut", "§ 4", "<summary>1 standardsats</summary>", "Verkställt"):
        assert words in register


def test_somebody_who_was_slower_sees_what_has_changed_before_anything_is_done(
    ask: Client,
) -> None:
    agreement, body = regional(), entitled()
    sure = {
        "body": body.pk, "decided_date": DAY.isoformat(), "rows": 1, "step": "preview",
        "c0-wording": "att förlänga", "c0-what": "extend_agreements",
        "e0-agreements": [agreement.pk], "e0-last_date": "2028-06-30",
        "seen0": f"{agreement.pk}-1",
    }  # fmt: skip
    Agreement.objects.filter(pk=agreement.pk).update(version=2)

    status, page = sent(ask, "save", **sure)

    assert status == 409
    assert "Något har ändrats sedan du tittade" in page
    assert hidden(page, "seen0") == f"{agreement.pk}-2"
    assert not Decision.objects.exists()


WHY = (
    "Styrgruppen hade inget skrivet mandat den 2026-11-10 att förlänga överenskommelser. "
    "Det mandatet har: Nätverket."
)


def test_a_decision_outside_the_mandate_is_flagged_and_can_be_sent_on(ask: Client) -> None:
    agreement, group = regional(), cast.body("Styrgruppen")
    network = entitled()
    sure = {
        "body": group.pk, "decided_date": DAY.isoformat(), "rows": 1, "step": "effects",
        "c0-wording": "att förlänga", "c0-what": "extend_agreements",
        "e0-agreements": [agreement.pk], "e0-last_date": "2028-06-30",
    }  # fmt: skip

    _status, preview = sent(ask, "record", **sure)
    assert WHY in preview
    seen = {"seen0": hidden(preview, "seen0"), "outside0": "yes", "step": "preview"}

    status, bare = sent(ask, "save", **{**sure, **seen, "o0-choice": "confirm"})
    assert status == 422
    assert "Skriv skälet, eller välj att skicka vidare." in bare
    status, nowhere = sent(ask, "save", **{**sure, **seen, "o0-choice": "send_on"})
    assert (status, "Välj den grupp som ska besluta." in nowhere) == (422, True)
    to = {"o0-choice": "send_on", "o0-to": network.pk}
    assert sent(ask, "save", **{**sure, **seen, **to})[0] == 302
    assert end_of(agreement) == "2027-06-30"
    assert "Skickat vidare till Nätverket. Inget är ändrat." in shown(ask, "register")


def test_the_body_that_it_was_sent_on_to_decides_and_each_leads_to_the_other(ask: Client) -> None:
    agreement, group, network = regional(), cast.body("Styrgruppen"), entitled()
    first = decide(group, [agreement], is_outside=True, sent_to_id=network.pk)
    begun = shown(ask, "record", **{"from": f"answer-{first.pk}"})
    assert hidden(begun, "c0-origin") == f"answer-{first.pk}"
    assert f'<option value="{network.pk}" selected' in begun
    answer = {
        "body": network.pk, "decided_date": DAY.isoformat(), "rows": 1, "step": "effects",
        "c0-wording": "att förlänga som styrgruppen bad", "c0-what": "extend_agreements",
        "c0-origin": f"answer-{first.pk}",
        "e0-agreements": [agreement.pk], "e0-last_date": "2028-06-30",
    }  # fmt: skip
    _status, preview = sent(ask, "record", **answer)
    done = {**answer, "seen0": hidden(preview, "seen0"), "step": "preview"}
    assert sent(ask, "save", **done)[0] == 302
    assert end_of(agreement) == "2028-06-30"
    second = Decision.objects.get(answers=first)
    assert second.get_absolute_url() in shown(ask, "detail", first.pk)
    assert first.get_absolute_url() in shown(ask, "detail", second.pk)


def test_a_decision_is_put_right_by_a_new_one_once(ask: Client) -> None:
    first = decided(cast.body("Rådet"), "att mötas i juni")
    begun = f"correct-{first.pk}"
    assert hidden(shown(ask, "record", **{"from": begun}), "c0-origin") == begun
    assert ask.get(reverse("decisions:record"), {"from": "correct-0"}).status_code == 404
    new = {
        "body": first.body_id, "decided_date": DAY.isoformat(), "rows": 1, "step": "preview",
        "c0-wording": "att mötas i juli", "c0-origin": begun,
    }  # fmt: skip

    assert sent(ask, "save", **new)[0] == 302
    second = Decision.objects.get(corrects=first)
    page = shown(ask, "detail", first.pk)
    assert "Rättat av ett senare beslut" in page
    assert second.get_absolute_url() in page
    assert "Rättar" in shown(ask, "detail", second.pk)
    assert sent(ask, "save", **{**new, "c0-wording": "att mötas i maj"})[0] == 409
    first.refresh_from_db()
    assert first.wording == "att mötas i juni"


def test_what_was_sent_on_can_be_confirmed_with_a_reason_once(ask: Client) -> None:
    agreement, group = regional(), cast.body("Styrgruppen")
    entitled()
    made = decide(group, [agreement], is_outside=True)

    page = shown(ask, "detail", made.pk)
    assert WHY in page
    assert "Ska förlängas till och med 30 juni 2028" in page
    looked = {"seen": hidden(page, "seen")}
    status, unsaid = sent(ask, "confirm", made.pk, **looked)
    assert status == 422
    assert "Fyll i ”Varför ska beslutet gälla ändå?”." in unsaid
    told = {**looked, "reason": "Nätverket bad styrgruppen"}
    assert sent(ask, "confirm", made.pk, **told)[0] == 302
    assert end_of(agreement) == "2028-06-30"
    assert "Bekräftat: Nätverket bad styrgruppen" in shown(ask, "register")
    status, second = sent(ask, "confirm", made.pk, **told)
    assert status == 409
    assert "Någon kan ha bekräftat det före dig" in second


def test_what_cannot_be_recorded_is_refused_in_plain_words(ask: Client) -> None:
    body = cast.body("Rådet")
    body.from_date = date(2026, 6, 1)
    body.save()
    sure = {"body": body.pk, "decided_date": DAY.isoformat(), "rows": 1, "step": "clauses"}
    coming = "2099-01-31"

    wrong: tuple[tuple[dict[str, str], str], ...] = (
        ({}, "Skriv minst en att-sats."),
        ({"c0-paragraph": "4"}, "Skriv att-satsen, eller lämna hela raden tom."),
        ({"c0-wording": "att", "decided_date": coming}, "Dagen har inte kommit än."),
        ({"c0-wording": "att", "decided_date": "2026-05-01"}, "Gruppen fanns inte den dagen."),
        ({"c0-wording": "att höra " + "19121212" + "-1212"}, "Ta bort personnumret."),
    )
    for more, sentence in wrong:
        status, page = sent(ask, "record", **{**sure, **more})
        assert (status, sentence in page) == (422, True), sentence

    plain = {**sure, "c0-wording": "att pröva", "step": "preview"}
    assert ask.post(reverse("decisions:save"), plain).status_code == 302
    status, twice = sent(ask, "save", **plain)
    assert status == 422
    assert "En av att-satserna är redan registrerad" in twice
    made = Decision.objects.get()
    assert sent(ask, "undo", made.pk)[0] == 302
    assert "Återtaget" in shown(ask, "detail", made.pk)
    assert "Inget beslut är registrerat än" in shown(ask, "register")


def test_the_register_finds_by_words_body_year_and_area(ask: Client) -> None:
    council, board = cast.body("Rådet"), cast.body("Nämnden")
    decided(council, "att ÖVERSÄNDA frågan", area_ids=(cast.area("water").pk,))
    decided(board, "att bordlägga", on=date(2024, 5, 2), paragraph=FORMULA)
    decided(board, "att tacka för informationen", standard=True)

    assert "ÖVERSÄNDA" in shown(ask, "register", text="ÖVERSÄND Fråg")
    for asked in (
        {"text": "finns inte"},
        {"body": board.pk, "year": 2026},
        {"area": cast.area("moss").pk},
    ):
        assert "Inget beslut är sådant" in shown(ask, "register", **asked)
    assert "bordlägga" in shown(ask, "register", year="2024")
    assert "ÖVERSÄNDA" in shown(ask, "register", area=cast.area("water").pk)
    both = shown(ask, "register", year="x", body="-1")
    assert "2 beslut" in both
    assert "När det beslutades. Rådet: 2026-11-10; Nämnden: 2024-05-02." in both
    assert "När beslutades det?" not in shown(ask, "register", year="2024")
    assert "Visa de andra besluten" in shown(ask, "register", show="standard")

    book = openpyxl.load_workbook(BytesIO(ask.get(reverse("decisions:sheet")).content))
    listed = [[cell.value for cell in row] for row in book["Beslut"].iter_rows(min_row=2)]
    assert [row[4] for row in listed] == [
        "att tacka för informationen", "att ÖVERSÄNDA frågan", "att bordlägga",
    ]  # fmt: skip
    assert listed[1][6] == "Water"
    # What looks like a formula is text in the workbook.
    cell = book["Beslut"].cell(4, 4)
    assert (cell.value, cell.data_type) == (FORMULA, "s")


@pytest.mark.parametrize("count", [1, 30])
def test_the_register_asks_as_many_questions_for_thirty_decisions_as_for_one(
    count: int, ask: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    body = cast.body("Styrgruppen")
    agreement = regional()
    decide(body, [agreement], is_outside=True)
    made = [decided(body, f"att {number}") for number in range(count)]
    decided(body, "att tacka", standard=True)
    entitled()

    with django_assert_num_queries(REGISTER_QUERIES):
        page = shown(ask, "register")

    assert f"{count + 1} beslut" in page
    assert made[-1].wording in page


def test_the_decisions_about_one_agreement_stand_in_a_picture_and_lead_both_ways(
    ask: Client, django_assert_max_num_queries: Any
) -> None:
    agreement, other, network = regional(), regional("Ramavtal om sjö", "lake"), entitled()
    group = cast.body("Styrgruppen")
    extended = decide(network, [agreement])
    waits = decide(group, [agreement, other], until="2029-06-30", is_outside=True, wording="att be")
    decide(network, [other], wording="att förlänga det andra")
    asked = {"about": f"agreement-{agreement.pk}"}

    with django_assert_max_num_queries(REGISTER_QUERIES + 11):
        page = shown(ask, "register", **asked)
    listed = page.split('id="rows-heading"')[1]
    for one, what in ((extended, "Förlängd till och med 30 juni 2028"), (waits, "Ska förlängas")):
        assert f'href="{one.get_absolute_url()}"' in listed
        assert listed.count(what) == 1
        assert f">{what}" in page.split("<figure")[1].split("</figure>")[0]
    assert ("2 beslut" in listed, "att förlänga det andra" in listed) == (True, False)
    assert f'href="{agreement.get_absolute_url()}"' in page
    told = ask.get(agreement.get_absolute_url()).content.decode()
    assert f"?about=agreement-{agreement.pk}" in told
    life = told.split('class="twin"')[1].split("</table>")[0]
    assert f'href="{extended.get_absolute_url()}"' in life
    # What is no agreement for the reader asks nothing, and a search goes on within it.
    assert "3 beslut" in shown(ask, "register", about="agreement-0")
    assert "1 beslut" in shown(ask, "register", **asked, text="be")
    sheet = ask.get(reverse("decisions:sheet"), asked).content
    assert openpyxl.load_workbook(BytesIO(sheet)).worksheets[0].max_row == 3
