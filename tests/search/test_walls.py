"""Searching finds what the reader may see and nothing else: no title, count, snippet or hint.

Every persona asks for every word that gives an agreement away, in each state of the boundary. Seen
red: with all editions open for everybody, with every state of a shared draft open for its receiver,
with titles found by whoever may know that an agreement is there, and with hints taken from all
titles.
"""

from __future__ import annotations

import pytest
from django.utils import timezone

from samklang.agreements.api import open_moments, open_texts
from samklang.agreements.models import Agreement
from samklang.common.lean import rows
from samklang.organizations.acting import Acting
from samklang.search.actions import catch_up
from samklang.search.queries import hints
from samklang.search.queries.reach import reach
from samklang.search.question import question
from tests import cast
from tests.architecture.access_table import PERSONAS
from tests.architecture.kept import STATES, kept, word, words
from tests.architecture.scene import Scene
from tests.search.asking import asked, swedish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noting")]
# How often each is said. Names of files, labels, quotes, stages and messages are not searched.
SEARCHED = {"titel": 1, "avsnitt": 3, "sentavsnitt": 3}


@pytest.mark.slow
def test_every_word_is_found_by_those_who_may_read_it_and_by_nobody_else() -> None:
    scene = Scene()
    everything = [kept(scene, state) for state in STATES]
    hidden = {said: who for one in everything for said, who in words(one).items()}
    searched = {
        word(what, one.state): times for one in everything for what, times in SEARCHED.items()
    }

    for persona in PERSONAS[1:]:
        acting = _acting(scene, persona)
        theirs = {one for one, who in hidden.items() if persona in who and one in searched}
        found = asked(acting, "kanarie")
        assert found.total == sum(searched[one] for one in theirs), persona
        assert sum(found.counts.values()) == found.total
        hits = [*found.hits, *asked(acting, "kanarie", page=2).hits]
        shown = " ".join(f"{hit.title} {hit.where} {hit.snippet} {hit.url}" for hit in hits)
        assert {one for one in hidden if one in shown} == theirs, persona
        near = set(hints(acting, question("kanarietitelxternal kanarietitelsharex", swedish())))
        assert near <= {one.casefold() for one in theirs}, persona
        assert ("kanarietitelinternal" in near) is ("Kanarietitelinternal" in theirs)
        _same_boundary(acting)


def test_whoever_has_no_seat_reaches_nothing() -> None:
    """Seen red: without the condition that nothing fulfils."""
    kept(Scene(), STATES[0])
    catch_up()
    nobody = cast.acting_for(cast.person("nils", role=None))

    asked_for = f"SELECT d.id FROM search_document d WHERE {reach(nobody).condition}"  # noqa: S608
    assert rows(asked_for, []) == []


def _acting(scene: Scene, persona: str) -> Acting:
    user = scene.person(persona)
    assert user is not None
    return cast.acting_for(user, today=timezone.localdate())


def _same_boundary(acting: Acting) -> None:
    """The boundary that the index asks is the one that pages ask."""
    texts = open_texts(acting, Agreement.objects.values_list("pk", flat=True))

    assert open_moments(acting) == {one.edition.pk: one.until for one in texts}
