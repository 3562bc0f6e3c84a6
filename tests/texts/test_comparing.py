"""Two texts are held against each other, on the page and in Word, by whoever may read both.

Seen red: with another organization's draft among the texts to choose from and with the two texts
changed about.
"""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from django.urls import reverse

from samklang.agreements.models import Edition
from samklang.documents.api import Fate
from samklang.documents.word.reading import read
from samklang.texts import actions
from samklang.texts.models import Section
from tests import cast
from tests.texts.desk import client, draft, section, shared, writer

pytestmark = pytest.mark.django_db


def next_edition(earlier: Edition, body: str) -> Edition:
    """Carry the text over and change its only section."""
    following = cast.edition(earlier.agreement, number=2)
    actions.carry_over(earlier, following, by=writer())
    [carried] = Section.objects.filter(edition=following).as_of()
    carried.body = body
    actions.write(carried, by=writer(), seen=carried.seen)
    return following


def page(edition: Edition, name: str = "siri", of: str = "lund") -> str:
    return client(name, of).get(reverse("texts:compare", args=[edition.pk])).content.decode()


def test_a_changed_word_is_marked_as_gone_and_as_new() -> None:
    earlier = draft()
    section(earlier, body="<p>Vi ringer inom två veckor.</p>")
    following = next_edition(earlier, "<p>Vi ringer inom tre veckor.</p>")

    html = page(following)

    assert html.count("<h1") == 1
    assert "1 ändring." in html
    told = re.sub(r'<span class="vh">.*?</span>', "", html)
    assert {one.strip() for one in re.findall(r"<del>(.*?)</del>", told)} == {"två"}
    assert {one.strip() for one in re.findall(r"<ins>(.*?)</ins>", told)} == {"tre"}


def test_the_same_text_is_said_to_be_the_same() -> None:
    earlier = draft()
    section(earlier)
    following = cast.edition(earlier.agreement, number=2)
    actions.carry_over(earlier, following, by=writer())

    assert "Texterna säger samma sak." in page(following)


def test_a_receiver_compares_only_with_what_they_may_read() -> None:
    earlier = draft()
    section(earlier, body="<p>Det här är inte delat.</p>")
    following = next_edition(earlier, "<p>Delat.</p>")
    shared(following)

    html = page(following, "mira", "mora")

    assert "Det finns ingen annan text" in html
    assert "inte delat" not in html


def test_a_text_that_one_may_not_read_is_not_held_against_by_its_address() -> None:
    earlier = draft()
    section(earlier, body="<p>Det här är inte delat.</p>")
    following = next_edition(earlier, "<p>Delat.</p>")
    shared(following)

    answer = client("mira", "mora").get(reverse("texts:redline", args=[following.pk, earlier.pk]))

    assert answer.status_code == 404


def test_the_changes_come_out_as_tracked_changes() -> None:
    earlier = draft()
    section(earlier, body="<p>Vi ringer inom två veckor.</p>")
    following = next_edition(earlier, "<p>Vi ringer inom tre veckor.</p>")

    answer = client().get(reverse("texts:redline", args=[following.pk, earlier.pk]))

    assert answer.headers["Content-Type"].endswith("wordprocessingml.document")
    tracked = read(BytesIO(answer.content)).changes
    assert {(one.fate, one.text) for one in tracked} == {
        (Fate.DELETED, "två"),
        (Fate.INSERTED, "tre"),
    }
