"""Who may do what with a text that is internal, told of, shared, in consultation or decided.

Every page about an agreement × its methods × every persona × every state; the answer of whoever
may is taken from the access table. Seen red: with `told` left out of `visible_to`, with `shared`
left out of `readable_by`, with the wall of files open, and with `can_share` without its first rule.
"""

from __future__ import annotations

import pytest
from django.db import transaction

from tests.architecture.access_table import ACCESS, HIDDEN, LOGIN, NO, OK, PERSONAS, Row
from tests.architecture.kept import COUNTY, INSIDE, STATES, Kept, kept
from tests.architecture.scene import Scene
from tests.architecture.test_access import sent, signed_in, word

pytestmark = pytest.mark.django_db

OUTSIDE = frozenset({"outsider", "stranger", "former"})
WRITERS = frozenset({"editor", "administrator"})

# What each page is for. Undoing is for whoever recorded, and so in the access table alone; the
# picture is of a life that an unborn text does not have.
READS, TEXTS, FILES = "reads", "texts", "files"
CHANGES, RECORDS, SHARES = "changes", "records", "shares"
DEEDS = {
    "agreements:detail": READS,
    "agreements:history": READS,
    "agreements:download": FILES,
    "agreements:adoption": READS,
    "agreements:board_paper": TEXTS,
    "agreements:edit": CHANGES,
    "agreements:choose": CHANGES,
    "agreements:add_event": CHANGES,
    "agreements:add_party": CHANGES,
    "agreements:remove_party": CHANGES,
    "agreements:add_edition": CHANGES,
    "agreements:move_stage": CHANGES,
    "agreements:add_file": CHANGES,
    "agreements:adopt": RECORDS,
    "agreements:add_diary_number": RECORDS,
    "sharing:share": SHARES,
    "sharing:preview": SHARES,
}
ELSEWHERE = {
    "agreements:register",
    "agreements:create",
    "agreements:picture",
    "agreements:take_back",
    "agreements:undo_event",
    "agreements:undo_adoption",
    "agreements:add_evidence",
    "agreements:evidence",
    "agreements:undo_diary_number",
    "sharing:shares",
    "sharing:receipt",
    "sharing:stop",
}


def may(deed: str, one: Kept) -> frozenset[str]:
    """Who may do it, of all that there are."""
    decided = one.state == "decided"
    match deed:
        case "reads":
            return one.told
        case "texts" | "files":
            return one.readers
        case "changes":
            return WRITERS | ({"coordinator"} if decided else set())
        case "records":
            return WRITERS | ({"coordinator", "other_party"} & one.told)
        case _:
            return frozenset() if decided else WRITERS


def expected(deed: str, one: Kept, persona: str, yes: str) -> str:
    if persona == "anonymous":
        return LOGIN
    # Which files a text has is told with the text; that there is a text is told before.
    seen = one.readers if deed == "files" else one.told
    if persona in OUTSIDE or persona not in seen:
        return HIDDEN
    return yes if persona in may(deed, one) else NO


def arguments(row: Row, one: Kept, scene: Scene) -> list[object]:
    about: dict[str, list[object]] = {
        "agreements:download": [one.agreement.pk, one.file.pk],
        "agreements:adoption": [one.agreement.pk, one.edition.pk],
        "agreements:board_paper": [
            one.agreement.pk,
            one.edition.pk,
            one.agreement.keeper_id,
            "forslag",
        ],
        "agreements:move_stage": [one.agreement.pk, one.edition.pk],
        "agreements:remove_party": [one.agreement.pk, scene.region.pk],
        "sharing:share": ["utgava", one.edition.pk],
        "sharing:preview": ["utgava", one.edition.pk, scene.receiving.pk],
    }
    return about.get(row.page, [one.agreement.pk])


def test_every_page_about_an_agreement_has_its_deed() -> None:
    pages = {row.page for row in ACCESS if row.page.startswith(("agreements:", "sharing:"))}

    assert pages == set(DEEDS) | ELSEWHERE


# The one whose walls have most to ask on both databases.
ON_BOTH = "shared"
ON_ONE = [
    pytest.param(state, marks=pytest.mark.one_database) for state in STATES if state != ON_BOTH
]


@pytest.mark.slow
@pytest.mark.parametrize("state", [ON_BOTH, *ON_ONE])
def test_who_may_do_what_follows_from_the_state_of_the_text(state: str) -> None:
    scene = Scene()
    one = kept(scene, state)
    rows = {(row.page, row.method): row for row in ACCESS if row.page in DEEDS}
    wrong = []

    for persona in PERSONAS:
        client = signed_in(scene, persona)
        for row in rows.values():
            # The last party but one that has adopted may not be taken away: another rule.
            stays = one.state == "decided" and row.page == "agreements:remove_party"
            yes = "409" if stays else row.expected[PERSONAS.index("editor")]
            right = expected(DEEDS[row.page], one, persona, yes)
            about = arguments(row, one, scene)
            with transaction.atomic():
                answer = word(sent(client, row, about))
                transaction.set_rollback(True)
            wrong += [] if answer == right else [(row, persona, answer, right)]

    assert wrong == []


def test_the_states_and_the_personas_are_all_there() -> None:
    assert COUNTY | OUTSIDE | {"anonymous"} == set(PERSONAS)
    assert WRITERS < INSIDE < COUNTY
    assert OK in ACCESS[1].expected
