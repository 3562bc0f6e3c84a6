"""Whether the local texts answer the regional one, and when that must be looked at again.

Seen red: the newest wording not compared, all rows made suspect, a finding about an earlier local
text counted, drafts counted, an empty answer taken for a begun one, the finding put after the
answer, a row that nobody has looked at called unclear, `seen` not compared, a reason not asked
for, an older edition's finding said to stand, one of a text that is undone in the way, the likely
words that were chosen not put in the form, and a heading in common taken for likeness.
"""

from __future__ import annotations

from http import HTTPStatus
from io import BytesIO

import openpyxl
import pytest
from django.urls import reverse
from django.utils import timezone

from samklang.agreements.models import Edition, EventKind
from samklang.texts import actions, queries
from samklang.texts.actions import Conflict, judge
from samklang.texts.coverage import Mark, Row, coverage, mark
from samklang.texts.models import Commitment, Judgement, Section
from samklang.texts.queries import Answered, Judged, Place
from samklang.texts.undertakings import Undertaking, groups
from tests import cast
from tests.texts.county import (
    AREA,
    FIRST,
    SECOND,
    THIRD,
    answer,
    commitments,
    leader,
    local,
    regional,
    undertake,
)
from tests.texts.desk import client, statements

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
FIFTEEN = [f"by{number:02}" for number in range(15)]
Marks = dict[tuple[str, str], Mark | None]


def marks() -> Marks:
    """Return the word of each commitment and municipality, as anybody in the county sees it."""
    acting = leader()
    found = queries.chain(cast.partnership().pk, cast.area(AREA).pk, on=acting.today)
    assert found is not None
    asked = [one for group in groups(found.text) for one in group.undertakings]
    laid = coverage(found, asked, queries.findings(acting, found))
    return {
        (row.undertaking.key, place.code): one
        for row in laid.rows
        for place, one in zip(row.places, row.marks, strict=True)
    }


def judged(upper: Edition, to: Commitment, lower: Edition, found: str, **more: str) -> Judgement:
    seen = Judgement.objects.filter(commitment_key=to.key, edition=lower).order_by("-pk").first()
    made = Judgement(
        upper=upper.agreement,
        commitment_key=to.key,
        organization=lower.agreement.keeper,
        edition=lower,
        coverage=found,
        upper_wording=to.wording,
        **more,
    )
    return judge(made, by=leader(), seen=seen.pk if seen else 0)


def takes_over(made: Edition) -> None:
    """Let the edition hold from New Year on."""
    cast.event(made, EventKind.STARTS, "2026-01-01")
    cast.event(made, EventKind.UNTIL_FURTHER_NOTICE)
    cast.vouched(made)


def revised(upper: Edition, key: str, wording: str) -> Edition:
    """Adopt a new edition of the regional text in which one commitment reads otherwise."""
    made = cast.edition(upper.agreement, number=2)
    actions.carry_over(upper, made, by=leader())
    changed = Commitment.objects.filter(edition=made, key=key).as_of().get()
    changed.wording = wording
    actions.write(changed, by=leader(), seen=changed.seen)
    takes_over(made)
    return made


@pytest.mark.slow
def test_changing_one_commitment_makes_the_fifteen_links_to_it_suspect_until_it_is_withdrawn() -> (
    None
):
    upper = regional(FIRST, SECOND, THIRD)
    one, two, three = commitments(upper)
    for at, code in enumerate(FIFTEEN):
        lower = local(code, upper.agreement)
        answer(lower, one)
        answer(lower, two, when="" if at % 2 else "I maj")
        judged(upper, three, lower, "missing" if at % 3 else "answered")
    before = marks()

    new = revised(upper, two.key, "Båda möts varje höst.")

    after = marks()
    changed = {link for link in before if after[link] != before[link]}
    assert changed == {(two.key, code) for code in FIFTEEN}
    assert {after[link] for link in changed} == {Mark.SUSPECT}
    # The change is withdrawn.
    Edition.objects.filter(pk=new.pk).update(undone_at=timezone.now())
    assert marks() == before


def test_whoever_has_looked_says_that_the_finding_stands() -> None:
    upper = regional(FIRST)
    lower = local("lund", upper.agreement)
    answer(lower, commitments(upper)[0])
    key = commitments(upper)[0].key
    revised(upper, key, "Båda ringer sist.")
    by = client("tove", "support")
    page = by.get(reverse("coverage:link", args=[AREA, "lund", key])).content.decode()
    assert FIRST in page
    assert "Båda ringer sist." in page

    assert 'name="seen" value="0"' in page
    by.post(reverse("coverage:stands", args=[AREA, "lund", key]), {"seen": 0})

    assert marks() == {(key, "lund"): Mark.ANSWERED}
    assert Judgement.objects.get().upper_wording == "Båda ringer sist."


WORD = Judged("partly", FIRST)


@pytest.mark.parametrize(
    ("judgement", "answered", "expected"),
    [
        (None, None, Mark.NOT_JUDGED),
        (None, Answered(True, FIRST), Mark.ANSWERED),
        (None, Answered(False, FIRST), Mark.PARTLY),
        (None, Answered(True, SECOND), Mark.SUSPECT),
        (None, Answered(True, "Båda  ringer\nförst."), Mark.ANSWERED),
        (WORD, Answered(True, FIRST), Mark.PARTLY),
        (WORD, Answered(True, SECOND), Mark.PARTLY),
        (Judged("answered", SECOND), Answered(True, FIRST), Mark.SUSPECT),
        (Judged("not_applicable", FIRST), None, Mark.NOT_APPLICABLE),
    ],
)
def test_a_finding_goes_before_the_answer_and_an_old_wording_before_both(
    judgement: Judged | None, answered: Answered | None, expected: Mark
) -> None:
    assert mark(FIRST, judgement, answered) is expected


def row(*held: Mark | None) -> Row:
    places = tuple(Place(at, str(at), str(at)) for at in range(len(held)))
    return Row(Undertaking("1.1", Commitment()), held, places)


A, M, N, S = Mark.ANSWERED, Mark.MISSING, Mark.NOT_JUDGED, Mark.SUSPECT


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        ((A, M, M, None), True),
        ((M, M, M, None), True),
        ((A, A, M, M), False),
        ((A, M, None, None), False),
        ((A, M, M, N), False),
        ((S, S, S, S), False),
    ],
)
def test_what_all_have_looked_for_and_one_at_most_answers_may_be_unclear_itself(
    held: tuple[Mark | None, ...], expected: bool
) -> None:
    assert row(*held).is_perhaps_unclear is expected


def test_drafts_and_findings_about_earlier_texts_do_not_count() -> None:
    upper = regional(FIRST)
    (one,) = commitments(upper)
    lower = local("lund", upper.agreement)
    judged(upper, one, lower, "answered")
    answer(local("mora", upper.agreement, in_force=False), one)
    assert marks() == {(one.key, "lund"): Mark.ANSWERED, (one.key, "mora"): None}

    renewed = cast.edition(lower.agreement, number=2)
    cast.event(renewed, EventKind.STARTS, "2026-02-01")
    cast.event(renewed, EventKind.UNTIL_FURTHER_NOTICE)
    cast.vouched(renewed)

    assert marks()[one.key, "lund"] is Mark.NOT_JUDGED


def test_an_answer_that_says_nothing_is_none() -> None:
    upper = regional(FIRST)
    (one,) = commitments(upper)
    blank = answer(local("lund", upper.agreement), one, how="", when="")
    blank.by_municipality = ""
    blank.save()

    assert marks() == {(one.key, "lund"): Mark.NOT_JUDGED}


def test_the_second_of_two_who_judge_is_told() -> None:
    upper = regional(FIRST)
    (one,) = commitments(upper)
    lower = local("lund", upper.agreement)
    judged(upper, one, lower, "answered")
    url = reverse("coverage:link", args=[AREA, "lund", one.key])

    answered = client().post(url, {"seen": 0, "coverage": "missing", "reason": "Hittar inget."})

    assert answered.status_code == HTTPStatus.CONFLICT
    assert "Hittar inget." in answered.content.decode()
    assert Judgement.objects.get().coverage == "answered"


def test_what_is_not_applicable_has_a_reason() -> None:
    upper = regional(FIRST)
    (one,) = commitments(upper)
    local("lund", upper.agreement)
    url = reverse("coverage:link", args=[AREA, "lund", one.key])

    refused = client().post(url, {"seen": 0, "coverage": "not_applicable"})
    client().post(url, {"seen": 0, "coverage": "not_applicable", "reason": "Ingen skog."})

    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert Judgement.objects.get().reason == "Ingen skog."


def test_the_page_says_it_in_sentences_table_and_list_and_filters_what_needs_action() -> None:
    upper = regional(FIRST, SECOND)
    one, two = commitments(upper)
    for code in ("lund", "mora", "orsa"):
        lower = local(code, upper.agreement)
        answer(lower, one)
        judged(upper, two, lower, "answered" if code == "orsa" else "missing")
    cast.organization("lima")
    by, url = client(), reverse("coverage:area", args=[AREA])

    whole = by.get(url).content.decode()
    gaps = by.get(url, {"visa": "luckor"}).content.decode()

    assert "Bara Orsa har besvarat 1.2" in whole
    assert f'<a class="v-m" href="lund/{two.key}/">Saknas</a>' in whole
    assert "1 av 2 besvarade. Saknas: 1.2." in whole
    assert "Ingen lokal text gäller: Lima." in whole
    assert [f"{code}/{two.key}/" in gaps for code in ("lund", "mora", "orsa")] == [
        True,
        True,
        False,
    ]
    assert one.key not in gaps


def test_the_workbook_says_what_the_page_says() -> None:
    upper = regional(FIRST, SECOND)
    answer(local("lund", upper.agreement), commitments(upper)[0])

    made = client().get(reverse("coverage:sheet", args=[AREA])).content

    book = openpyxl.load_workbook(BytesIO(made))
    table = [[cell.value for cell in line] for line in book.worksheets[0].iter_rows()]
    assert [line[1:] for line in table[1:]] == [[FIRST, "Besvarat"], [SECOND, "Ej bedömd"]]
    assert book.worksheets[1].max_row == 3


@pytest.mark.slow
@pytest.mark.parametrize("page", ["coverage:area", "texts:read"])
def test_a_long_regional_text_takes_as_many_statements_as_a_short_one(page: str) -> None:
    upper = regional(FIRST)
    by, counts = client("tove", "support"), []
    url = reverse(page, args=[AREA if page == "coverage:area" else upper.pk])
    for length in (1, 29):
        for _section in range(length):
            undertake(upper, SECOND)
        counts.append(statements(by, url))

    assert counts[0] == counts[1]


@pytest.mark.slow
def test_the_page_takes_as_many_statements_for_thirty_as_for_one() -> None:
    upper = regional(FIRST, SECOND)
    by, url, counts = client("tove", "support"), reverse("coverage:area", args=[AREA]), []
    for names in (["mora"], [f"by{number}" for number in range(29)]):
        for name in names:
            lower = local(name, upper.agreement)
            answer(lower, commitments(upper)[0])
            judged(upper, commitments(upper)[1], lower, "answered")
        counts.append(statements(by, url))

    assert counts[0] == counts[1]


def stood(key: str, seen: int) -> int:
    by = client("tove", "support")
    answer = by.post(reverse("coverage:stands", args=[AREA, "lund", key]), {"seen": seen})
    return answer.status_code


def test_what_stands_is_what_was_found_of_the_text_in_force_and_seen() -> None:
    upper = regional(FIRST)
    (one,) = commitments(upper)
    lower = local("lund", upper.agreement)
    answer(lower, one, when="")
    held = judged(upper, one, lower, "missing", reason="Inget står.")
    following = cast.edition(lower.agreement, number=2)
    answer(following, one)
    takes_over(following)
    revised(upper, one.key, "Båda ringer sist.")

    assert stood(one.key, 0) == HTTPStatus.CONFLICT
    assert Judgement.objects.count() == 1
    assert stood(one.key, held.pk) == HTTPStatus.FOUND

    newest = Judgement.objects.latest("pk")
    assert (newest.edition, newest.coverage, newest.reason) == (following, "answered", "")


def test_what_was_found_of_a_text_that_is_undone_is_in_nobodys_way() -> None:
    upper = regional(FIRST)
    (one,) = commitments(upper)
    first = local("lund", upper.agreement)
    following = cast.edition(first.agreement, number=2)
    takes_over(following)
    judged(upper, one, following, "answered")
    Edition.objects.filter(pk=following.pk).update(undone_at=timezone.now())
    url = reverse("coverage:link", args=[AREA, "lund", one.key])

    page = client("tove", "support").get(url).content.decode()
    sent = {"seen": 0, "coverage": "missing", "reason": "Hittar inget."}

    assert 'name="seen" value="0"' in page
    assert client("tove", "support").post(url, sent).status_code == HTTPStatus.FOUND
    assert marks() == {(one.key, "lund"): Mark.MISSING}


def test_what_is_most_like_the_commitment_in_the_local_text_is_shown_for_somebody_to_judge() -> (
    None
):
    upper = regional("Parterna ringer varandra samma dag.")
    (one,) = commitments(upper)
    lower = local("lund", upper.agreement)
    said = "Växeln ringer parterna samma dag."
    body = f"<p>Mossan vid ringleden är alldeles tyst.</p><ul><li>{said}</li></ul>"
    by = cast.acting_for(cast.person("writer-lund", of=cast.organization("lund")))
    laid = Section(heading="Varandra", body=body)
    actions.lay_out(lower, [laid], [], by=by)
    url, tove = reverse("coverage:link", args=[AREA, "lund", one.key]), client("tove", "support")

    page = tove.get(url).content.decode()
    chosen = tove.get(url, {"words": "1"}).content.decode()
    strange = [
        tove.get(url, {"words": it}).status_code for it in ("0", "9", "x", "\N{SUPERSCRIPT TWO}")
    ]

    assert "Ingen har bedömt dem" in page
    assert page.count(said) == 1
    assert "Mossan vid" not in page
    assert f"#a-{laid.key}" in page
    assert chosen.count(said) == 2
    assert strange == [HTTPStatus.OK] * 4
    assert not Judgement.objects.exists()


def test_a_finding_is_not_written_over_unseen() -> None:
    upper = regional(FIRST)
    lower = local("lund", upper.agreement)
    first = judged(upper, commitments(upper)[0], lower, "answered")
    first.pk = None

    with pytest.raises(Conflict):
        judge(first, by=leader(), seen=0)
