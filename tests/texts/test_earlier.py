"""A text is shown as it read on an earlier day, and to nobody more of it than was open to them.

Seen red: with nobody’s looking back bounded, with a receiver’s not bounded, with the end of the day
read past the sharing, with the bound taken from the adoptions alone and from the wording alone,
with those who write it together bounded, with the links to write left, with a sitting going on
over midnight, and with the edition in force asked of today.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from io import BytesIO

import docx
import pytest
from django.urls import reverse
from django.utils import timezone

from samklang.agreements.models import Adoption, Edition, ValidityEvent
from samklang.sharing.models import Purpose, Share
from samklang.texts.actions import write
from samklang.texts.actions.writing import is_one_sitting
from samklang.texts.models import Section
from tests import cast
from tests.texts.desk import client, draft, section, shared, writer

pytestmark = pytest.mark.django_db
ROUGH, SMOOTH, LATE = "Mossan är deras fel.", "Mossan är vår gemensamma.", "Mossan är såld."


def ago(days: int) -> datetime:
    return timezone.now() - timedelta(days=days)


def day(days: int) -> str:
    return timezone.localdate(ago(days)).isoformat()


def worded(edition: Edition, words: str, days: int, *, last: Section | None = None) -> Section:
    """Let the text's only section have been written so many days ago."""
    body = f"<p>{words}</p>"
    if last is None:
        made = section(edition, body=body)
    else:
        anew = Section(edition=edition, key=last.key, heading=last.heading, body=body)
        made = write(anew, by=writer(), seen=last.seen)
    Section.objects.filter(pk=made.pk).update(saved_at=ago(days), rewritten_at=ago(days))
    return made


def rewritten(edition: Edition) -> Section:
    """Rough ten days ago, smooth since five."""
    return worded(edition, SMOOTH, 5, last=worded(edition, ROUGH, 10))


def agreed() -> Edition:
    """A draft of two parties; the other one is Mora."""
    parties = [cast.organization(), cast.organization("mora")]
    return cast.edition(cast.agreement("Lokalavtal om mossar", parties=parties))


def adopted(edition: Edition, days: int) -> None:
    cast.adopted(edition, timezone.localdate(ago(days)))
    Adoption.objects.update(recorded_at=ago(days))


def page(edition: Edition, on: str, name: str = "siri", of: str = "lund") -> str:
    address = f"{reverse('texts:read', args=[edition.pk])}?on={on}"
    return client(name, of).get(address).content.decode()


def told(html: str) -> list[str]:
    return [one for one in (ROUGH, SMOOTH, LATE) if one in html]


def test_those_who_write_it_see_how_it_read_on_a_day_and_since_when() -> None:
    edition = draft()
    rewritten(edition)

    html = page(edition, day(7))

    assert told(html) == [ROUGH]
    since = timezone.localdate(ago(10))
    assert f"Så hade den lytt sedan den {since.day} " in html


def test_an_earlier_state_is_not_written_in() -> None:
    edition = draft()
    made = rewritten(edition)

    html = page(edition, day(7))

    assert reverse("texts:write", args=[edition.pk, made.key]) not in html
    assert reverse("consultations:section", args=[edition.pk, made.key]) not in html


def test_a_day_before_anything_was_written_says_so() -> None:
    edition = draft()
    rewritten(edition)

    html = page(edition, day(11))

    assert "var inget av den här utgåvan skrivet" in html
    assert told(html) == []


def test_a_day_to_come_shows_the_text_as_it_reads_and_says_so() -> None:
    edition = draft()
    rewritten(edition)

    html = page(edition, "2099-01-01")

    assert "är inte här än" in html
    assert told(html) == [SMOOTH]


def test_a_day_that_is_none_is_told_and_the_text_shown_as_it_reads() -> None:
    edition = draft()
    rewritten(edition)

    html = page(edition, "i fjol")

    assert "Skriv ÅÅÅÅ-MM-DD" in html
    assert 'value="i fjol"' in html
    assert told(html) == [SMOOTH]


@pytest.mark.parametrize(
    ("days", "expected"), [(7, []), (4, []), (2, [SMOOTH]), (0, [SMOOTH]), (1, [SMOOTH])]
)
def test_a_receiver_sees_at_most_what_was_shared(days: int, expected: list[str]) -> None:
    edition = draft()
    smooth = rewritten(edition)
    shared(edition)
    Share.objects.update(shared_at=ago(3))
    worded(edition, LATE, 1, last=smooth)

    assert told(page(edition, day(days), "mira", "mora")) == expected


def test_a_receiver_is_told_from_when_the_draft_is_open() -> None:
    edition = draft()
    rewritten(edition)
    shared(edition)

    html = page(edition, day(7), "mira", "mora")

    assert "kan du inte läsa" in html
    assert f"från och med den {timezone.localdate().day} " in html


@pytest.mark.parametrize(("days", "expected"), [(7, []), (4, []), (2, [SMOOTH]), (0, [SMOOTH])])
def test_an_adopted_text_does_not_open_its_drafts_to_the_other_party(
    days: int, expected: list[str]
) -> None:
    edition = agreed()
    rewritten(edition)
    adopted(edition, 3)

    assert told(page(edition, day(days), "mira", "mora")) == expected
    assert told(page(edition, day(7))) == [ROUGH]


def test_a_draft_that_was_vouched_for_too_early_is_not_opened_either() -> None:
    edition = agreed()
    rewritten(edition)
    cast.vouched(edition)
    ValidityEvent.objects.update(recorded_at=ago(20))

    assert told(page(edition, day(7), "mira", "mora")) == []
    assert told(page(edition, day(2), "mira", "mora")) == [SMOOTH]


def test_a_text_that_came_in_after_its_adoption_is_open_from_when_it_came() -> None:
    edition = agreed()
    section(edition, body=f"<p>{SMOOTH}</p>")
    adopted(edition, 30)

    assert told(page(edition, day(7), "mira", "mora")) == []
    assert told(page(edition, day(0), "mira", "mora")) == [SMOOTH]


def test_those_who_write_it_together_look_back_as_far() -> None:
    edition = draft()
    rewritten(edition)
    shared(edition, purpose=Purpose.WRITING)

    assert told(page(edition, day(7), "mira", "mora")) == [ROUGH]


@pytest.mark.parametrize(
    ("who", "of", "expected"), [("siri", "lund", [ROUGH]), ("mira", "mora", [])]
)
def test_a_file_of_an_earlier_day_has_the_same_wall(who: str, of: str, expected: list[str]) -> None:
    edition = draft()
    rewritten(edition)
    shared(edition)
    address = f"{reverse('texts:as_word', args=[edition.pk])}?on={day(7)}"

    answer = client(who, of).get(address)

    made = docx.Document(BytesIO(getattr(answer, "content", b"")))
    assert told("\n".join(one.text for one in made.paragraphs)) == expected
    assert day(7) in answer.headers["Content-Disposition"]


def test_which_edition_was_in_force_is_told_with_a_link_to_it() -> None:
    agreement = cast.agreement("Lokalavtal om mossar")
    older = cast.in_force(agreement, "2021-01-01", "2022-12-31")
    newer = cast.edition(agreement, number=2)
    cast.event(newer, "starts", "2023-01-01")
    cast.vouched(newer)
    link = f'href="{reverse("texts:read", args=[older.pk])}?on=2022-05-01"'

    assert "Gällande den dagen: utgåva 1." in page(newer, "2022-05-01")
    assert link in page(newer, "2022-05-01")
    assert "Gällande den dagen: den här utgåvan." in page(older, "2022-05-01")
    assert "Gällande den dagen: ingen utgåva" in page(newer, "2019-05-01")


def test_a_sitting_ends_with_the_day() -> None:
    # Midnight in Sweden.
    midnight = datetime(2026, 3, 4, 23, 0, tzinfo=UTC)
    minutes = timedelta(minutes=4)

    assert is_one_sitting(midnight, midnight + minutes)
    assert not is_one_sitting(midnight - minutes, midnight)
    assert not is_one_sitting(midnight, midnight + 3 * minutes)
