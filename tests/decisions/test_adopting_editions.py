"""A decision adopts an edition for the parties that it names, and brings it into force.

Seen red: with the adoptions not thought in among the recorded ones, with the state that was looked
at not compared, with a party that has adopted asked again, with a draft of others offered, and with
the yeses left when the decision is taken back, and with a yes recorded for a party by somebody who
does not write for it.
"""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from samklang.agreements.models import YES, Adoption, Agreement
from samklang.decisions.models import Decision
from samklang.organizations.models import Body, Deciding, Role
from tests import cast
from tests.decisions.sittings import DAY, entitled, support

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture
def ask(client: Client) -> Client:
    client.force_login(cast.person("ask", Role.COORDINATOR, of=support()))
    return client


def waiting() -> Any:
    """An edition of two parties, which one of them has adopted."""
    lund, orsa = cast.organization("lund"), cast.organization("orsa")
    made = cast.proposed(cast.agreement("Stigavtalet", keeper=support(), parties=[lund, orsa]))
    cast.adopted(made, DAY, by=lund)
    return made


def sure(board: Body) -> dict[str, Any]:
    return {
        "body": board.pk, "decided_date": DAY.isoformat(), "rows": 1, "step": "effects",
        "c0-wording": "att anta stigavtalet", "c0-what": "adopt_agreement", "c0-paragraph": "7",
    }  # fmt: skip


def test_only_what_waits_and_may_be_read_is_offered_for_those_who_have_not_adopted(
    ask: Client,
) -> None:
    edition, board = waiting(), entitled(to=Deciding.ADOPT_AGREEMENT)
    vik = cast.organization("vik")
    cast.proposed(cast.agreement("Andras utkast", keeper=vik))
    cast.proposed(cast.agreement("Vattenavtalet", keeper=support(), parties=[vik]))
    record = reverse("decisions:record")

    asked = ask.post(record, sure(board)).content.decode()
    assert ("Stigavtalet" in asked, "Andras utkast" in asked) == (True, False)
    adopted, other = cast.organization("lund"), "Inte part i överenskommelsen"
    for chosen, sentence in (
        ([], "Kryssa för minst en part."),
        ([vik.pk], f"{other}, eller har redan antagit utgåvan: Vik kommun."),
        ([adopted.pk], 'class="errsum"'),
    ):
        more = {"e0-edition": edition.pk, "e0-parties": chosen}
        answer = ask.post(record, {**sure(board), **more})
        assert (answer.status_code, sentence in answer.content.decode()) == (422, True), sentence


def test_the_last_yes_brings_the_edition_into_force_as_the_preview_said(ask: Client) -> None:
    edition, board = waiting(), entitled(to=Deciding.ADOPT_AGREEMENT)
    orsa, save = cast.organization("orsa"), reverse("decisions:save")
    asked = {**sure(board), "e0-edition": edition.pk, "e0-parties": [orsa.pk]}
    preview = ask.post(reverse("decisions:record"), asked).content.decode()
    assert "Har inte antagit den" in preview
    assert "→ Har antagit den" in preview
    assert "Tillsvidare" in preview.split("Efter beslutet")[1].split("</dd>")[0]
    assert "Tillsvidare" not in preview.split("Efter beslutet")[0]
    seen = preview.split('name="seen0" value="')[1].split('"')[0]
    done = {**asked, "step": "preview", "seen0": seen}
    Agreement.objects.update(version=9)
    assert ask.post(save, done).status_code == 409
    Agreement.objects.update(version=1)
    assert ask.post(save, done).status_code == 302

    made = Decision.objects.get()
    entry = Adoption.objects.filter(YES).get(organization=orsa)
    assert (entry.body_name, entry.paragraph, entry.adopted_date) == (board.name, "7", DAY)
    assert [one.pk for one in made.areas.all()] == [edition.agreement.area_id]
    page = ask.get(made.get_absolute_url()).content.decode()
    assert "Antagen för 1 av parterna" in page

    assert ask.post(reverse("decisions:undo", args=[made.pk])).status_code == 302
    assert not Adoption.objects.filter(YES, organization=orsa).exists()


def test_whoever_only_records_says_no_yes_for_a_party_that_they_do_not_write_for(
    client: Client,
) -> None:
    edition, board = waiting(), entitled(to=Deciding.ADOPT_AGREEMENT)
    client.force_login(cast.person("stina", Role.EDITOR, of=support()))
    parties = [cast.organization("orsa").pk]
    asked = {**sure(board), "e0-edition": edition.pk, "e0-parties": parties}
    preview = client.post(reverse("decisions:record"), asked).content.decode()
    assert "Bara de som skriver för någon av parterna" in preview
    seen = preview.split('name="seen0" value="')[1].split('"')[0]
    refused = client.post(reverse("decisions:save"), {**asked, "step": "preview", "seen0": seen})
    assert refused.status_code == 403
    assert not Decision.objects.exists()
    assert not Adoption.objects.filter(YES, organization__in=parties).exists()
