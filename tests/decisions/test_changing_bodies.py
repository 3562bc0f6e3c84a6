"""A decision starts, changes or ends a body as its preview said, and adopts its assignment.

Seen red: with what was seen not compared, with those who answer to the body not told of, with an
empty answer taken for an effect, with the last day not asked for, with an ended body offered, with
nobody told whom a changed body answers to, with a name that is taken let in, with what a body
was given taken back, and with a body of the county started by whoever only records.
"""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from samklang.decisions.models import Decision, Effect
from samklang.organizations.models import Body, CharterKind, Deciding, ReportingLine, Role
from tests import cast
from tests.decisions.sittings import DAY, entitled, support

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def preview_seen(page: str) -> str:
    return page.split('name="seen0" value="')[1].split('"', maxsplit=1)[0]


@pytest.fixture
def ask(client: Client) -> Client:
    client.force_login(cast.person("ask", Role.COORDINATOR, of=support()))
    return client


def test_a_body_is_ended_by_a_decision_once(ask: Client) -> None:
    network, group, below = (
        entitled(to=Deciding.CHANGE_BODIES),
        cast.body("Gruppen"),
        cast.body("B"),
    )
    ReportingLine.objects.create(body=below, parent=group)
    sure: dict[str, Any] = {
        "body": network.pk, "decided_date": DAY.isoformat(), "rows": 1, "step": "effects",
        "c0-wording": "att avsluta gruppen", "c0-what": "change_bodies", "e0-what": "end",
        "e0-body": group.pk,
    }  # fmt: skip
    record, save = reverse("decisions:record"), reverse("decisions:save")

    bare = ask.post(record, sure)
    assert (bare.status_code, "Skriv gruppens sista dag." in bare.content.decode()) == (422, True)
    sure["e0-day"] = "2026-12-31"
    preview = ask.post(record, sure).content.decode()
    for words in ("Finns tillsvidare", "Avslutas 2026-12-31", "inför vem den svarar sedan"):
        assert words in preview
    seen = {**sure, "step": "preview", "seen0": preview_seen(preview)}
    for wrong in ("0", f"{group.pk}-", f"{group.pk}-x", f"{group.pk}-{'9' * 5000}"):
        assert ask.post(save, {**seen, "seen0": wrong}).status_code == 409
    assert ask.post(save, seen).status_code == 302

    group.refresh_from_db()
    assert str(group.until_date) == "2026-12-31"
    assert group.until_decision == "att avsluta gruppen"
    page = ask.get(Decision.objects.get().get_absolute_url()).content.decode()
    assert f'href="{group.get_absolute_url()}"' in page
    # It cannot be ended twice: it is not offered any longer.
    assert ask.post(save, {**seen, "c0-wording": "att åter avsluta"}).status_code == 422


def test_a_decision_about_a_body_may_change_nothing(ask: Client) -> None:
    network = entitled(to=Deciding.CHANGE_BODIES)
    sure = {
        "body": network.pk, "decided_date": DAY.isoformat(), "rows": 1, "step": "preview",
        "c0-wording": "att starta en grupp", "c0-what": "change_bodies", "e0-what": "",
    }  # fmt: skip

    assert ask.post(reverse("decisions:save"), sure).status_code == 302

    assert not Effect.objects.exists()


def decided(ask: Client, to: str, /, **effect: Any) -> tuple[str, Decision]:
    """Take all the steps; return the preview and the decision."""
    body = entitled(f"Rätt {to} {Decision.objects.count()}", to=to)
    sure = {
        "body": body.pk, "decided_date": DAY.isoformat(), "rows": 1, "step": "effects",
        "c0-wording": "att göra så", "c0-what": to,
        **{f"e0-{name}": value for name, value in effect.items()},
    }  # fmt: skip
    preview = ask.post(reverse("decisions:record"), sure).content.decode()
    done = {**sure, "step": "preview", "seen0": preview_seen(preview)}
    assert ask.post(reverse("decisions:save"), done).status_code == 302
    return preview, Decision.objects.latest("pk")


def test_a_decision_starts_a_body_and_another_changes_it(ask: Client) -> None:
    council = cast.body("Rådet")
    preview, made = decided(
        ask, "change_bodies", what="start", day="2026-12-01", name="Vårdgruppen",
        level="council", purpose="Vårda stigar.", parent=council.pk,
    )  # fmt: skip
    assert "Startar 2026-12-01 och svarar inför Rådet" in preview
    group = Body.objects.get(name="Vårdgruppen")
    assert (str(group.from_date), group.from_decision) == ("2026-12-01", "att göra så")
    assert [line.parent for line in group.lines.all()] == [council]
    assert group.get_absolute_url() in ask.get(made.get_absolute_url()).content.decode()

    board = cast.body("Nämnden")
    preview, _made = decided(
        ask, "change_bodies", what="change", body=group.pk, day="2027-01-01",
        name="Stiggruppen", parent=board.pk,
    )  # fmt: skip
    assert "Vårdgruppen, svarar inför Rådet. Vårda stigar." in preview
    assert "Stiggruppen, svarar inför Nämnden. Vårda stigar." in preview
    group.refresh_from_db()
    assert (group.name, group.purpose) == ("Stiggruppen", "Vårda stigar.")
    lines = [(one.parent, str(one.until_date)) for one in group.lines.order_by("pk")]
    assert lines == [(council, "2026-12-31"), (board, "None")]

    # It is not taken back with the decision: the page says why.
    undone = ask.post(reverse("decisions:undo", args=[made.pk]))
    assert (undone.status_code, "Det har ändrat en grupp." in undone.content.decode()) == (
        403,
        True,
    )


def test_what_is_asked_of_a_body_is_said_in_plain_words(ask: Client) -> None:
    network, known = entitled(to=Deciding.CHANGE_BODIES), cast.body("Rådet")
    sure = {
        "body": network.pk, "decided_date": DAY.isoformat(), "rows": 1, "step": "effects",
        "c0-wording": "att göra så", "c0-what": "change_bodies", "e0-day": "2026-12-01",
    }  # fmt: skip
    wrong: tuple[tuple[dict[str, Any], str], ...] = (
        ({"e0-what": "start", "e0-level": "council"}, "Skriv vad den nya gruppen heter."),
        ({"e0-what": "start", "e0-name": "Ny"}, "Välj på vilken nivå den nya gruppen möts."),
        ({"e0-what": "start", "e0-name": "rådet"}, "Det finns redan en grupp med det namnet."),
        ({"e0-what": "start", "e0-day": ""}, "Skriv från vilken dag."),
        ({"e0-what": "end"}, "Välj gruppen."),
        ({"e0-what": "change", "e0-body": known.pk}, "Skriv vad som ändras:"),
    )
    for more, sentence in wrong:
        answer = ask.post(reverse("decisions:record"), {**sure, **more})
        assert (answer.status_code, sentence in answer.content.decode()) == (422, True), sentence


def test_an_assignment_is_adopted_and_stands_with_the_body_that_got_it(ask: Client) -> None:
    group = cast.body("Gruppen")
    said = {"title": "Kartlägg stigarna", "text": "Gå alla stigar före maj."}
    preview, made = decided(ask, "adopt_assignment", **said, body=group.pk, until_date="2027-05-31")
    assert "Har uppdraget ”Kartlägg stigarna” från 2026-11-10" in preview
    charter = group.charters.get()
    assert (charter.kind, charter.text) == (CharterKind.ASSIGNMENT, said["text"])
    assert (charter.from_date, str(charter.until_date)) == (DAY, "2027-05-31")
    page = ask.get(made.get_absolute_url()).content.decode()
    assert "Gruppen har det från beslutets dag. Gå alla stigar före maj." in page
    assert ask.post(reverse("decisions:undo", args=[made.pk])).status_code == 403

    # Without a body the text is kept with the decision, and goes with it.
    preview, kept = decided(ask, "adopt_assignment", **said)
    assert "Sparas med beslutet" in preview
    assert said["text"] in ask.get(kept.get_absolute_url()).content.decode()
    assert ask.post(reverse("decisions:undo", args=[kept.pk])).status_code == 302


def test_whoever_only_records_starts_no_body_of_the_county(client: Client) -> None:
    client.force_login(cast.person("stina", Role.EDITOR, of=support()))
    network = entitled(to=Deciding.CHANGE_BODIES)
    sure = {
        "body": network.pk, "decided_date": DAY.isoformat(), "rows": 1, "step": "effects",
        "c0-wording": "att starta en grupp", "c0-what": "change_bodies", "e0-what": "start",
        "e0-day": "2026-12-01", "e0-name": "Stinas grupp", "e0-level": "council",
    }  # fmt: skip
    preview = client.post(reverse("decisions:record"), sure).content.decode()
    assert "Bara samordnarna får ändra den" in preview
    done = {**sure, "step": "preview", "seen0": preview_seen(preview)}
    assert client.post(reverse("decisions:save"), done).status_code == 403
    assert not Body.objects.filter(name="Stinas grupp").exists()
