"""What people write in the fields, and what it amounts to."""

from __future__ import annotations

from typing import Any

import pytest
from django import forms
from django.utils.translation import override

from samklang.common.written_dates import NotADate
from samklang.inventories.forms.fields import WrittenDateField
from samklang.inventories.forms.values import stated, written_value
from samklang.inventories.phrases import adoption_phrase, contradiction_phrase, review_phrase
from samklang.inventories.questions import Form, Question


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-01-31", "2026-01-31"),
        ("2026-01", "2026-01"),
        ("2026", "2026"),
        ("den 1 april 2017", "2017-04-01"),
        ("", ""),
    ],
)
def test_a_date_is_taken_as_precisely_as_it_is_written(written: str, meant: str) -> None:
    assert WrittenDateField(required=False).clean(written) == meant


@pytest.mark.parametrize(
    "written", ["snart", "2026-02-30", "31 februari 2021", "2024-01-01 eller 2025-01-01"]
)
def test_what_is_not_one_date_is_refused(written: str) -> None:
    with pytest.raises(forms.ValidationError):
        WrittenDateField(required=False).clean(written)


@pytest.mark.parametrize(
    ("sent", "meant"),
    [
        ({"kind": "yearly", "value": "2"}, {"kind": "yearly", "value": None}),
        ({"kind": "every_n_years", "value": "2"}, {"kind": "every_n_years", "value": 2}),
        ({"kind": "every_n_years", "value": "två"}, {"kind": "every_n_years", "value": None}),
        ({"kind": "revise_by", "value": "2026-01"}, {"kind": "revise_by", "value": "2026-01"}),
        (
            {"kind": "follow_up_period", "value": "2024-10-01 – 2024-12-31"},
            {"kind": "follow_up_period", "value": "2024-10-01/2024-12-31"},
        ),
        (
            {"kind": "revise_by", "value": "1 juni 2026"},
            {"kind": "revise_by", "value": "2026-06-01"},
        ),
        ({"kind": "revise_by", "value": ""}, {"kind": "revise_by", "value": None}),
        ({"kind": "", "value": "x"}, None),
    ],
)
def test_a_clause_on_review_is_put_together(sent: dict[str, str], meant: Any) -> None:
    question = Question("review-0", Form.REVIEW, "")

    assert written_value(question, {f"review-0-{k}": v for k, v in sent.items()}) == meant


@pytest.mark.parametrize("written", ["snart", "31 februari 2021", "2024-12-31 – 2024-10-01"])
@pytest.mark.parametrize("kind", ["revise_by", "follow_up_period"])
def test_a_clause_on_review_never_takes_a_part_of_what_was_written(kind: str, written: str) -> None:
    question = Question("review-0", Form.REVIEW, "")

    with pytest.raises(NotADate):
        written_value(question, {"review-0-kind": kind, "review-0-value": written})


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2021", "2021"),
        (["2024-10-01", "2024-12-31"], "2024-10-01/2024-12-31"),
        ("2021-09/2021-11", "2021-09-01/2021-11-30"),
    ],
)
def test_a_value_means_certain_days(value: Any, days: str) -> None:
    assert str(stated(value)) == days


def test_what_is_no_date_means_no_days() -> None:
    assert stated("until_further_notice") is None


@pytest.mark.parametrize(
    ("review", "said"),
    [
        ({"kind": "yearly", "value": 1}, "reviewed every year"),
        ({"kind": "every_n_years", "value": 2}, "reviewed every 2 years"),
        ({"kind": "when_regional_revised", "value": None}, "revised when the regional one is"),
        ({"kind": "revise_by", "value": "2026"}, "to be revised no later than 2026"),
        ({"kind": "follow_up_period", "value": ["2024", "2025"]}, "followed up 2024 – 2025"),
        ({"kind": "follow_up_period", "value": "2024/2025"}, "followed up 2024 – 2025"),
        ({"kind": "other", "value": "vid behov"}, "vid behov"),
    ],
)
def test_a_clause_is_said_in_words(review: dict[str, Any], said: str) -> None:
    with override("en"):
        assert review_phrase(review) == said


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("status", "Draft or approved"),
        ("number of målgrupper", "How many: målgrupper"),
        ("attachment 2", "Attachment 2"),
        ("något", "något"),
    ],
)
def test_a_contradiction_is_named(what: str, said: str) -> None:
    with override("en"):
        assert contradiction_phrase(what) == said


def test_an_adoption_says_for_whom_it_counts() -> None:
    with override("en"):
        said = adoption_phrase({"kind": "board_decision", "date": "2022-09-15"})

    assert said == "decided by a board 2022-09-15, for one party"
