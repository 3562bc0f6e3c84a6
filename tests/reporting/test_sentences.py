"""Each sentence of a report in plain Swedish, with its numbers where they belong."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import translation

from samklang.agreements.api import Status
from samklang.common.periods import StatedDate
from samklang.common.words import Words, words
from samklang.reporting import wording
from samklang.reporting.figures import AreaFigures, Counts, Holding, Inventory, Local
from tests.cast import WORDS

END = StatedDate.parse("2026-06-30")


def known() -> Words:
    return words(figures())


def figures(*areas: AreaFigures, mean: float | None = None) -> Inventory:
    return Inventory(date(2025, 2, 7), "Nordmark", WORDS, False, areas, (), mean)


def area(answers: Counts | None = None, *locals_: Local) -> AreaFigures:
    return AreaFigures("skog", {"": "Skog"}, {}, answers or Counts(), None, locals_, None)


def local(name: str, end: str = "", *, regional_end: str = "", left_out: str = "") -> Local:
    return Local(
        agreement_id=1,
        title="Avtal",
        names=(name,),
        status=Status.IN_FORCE,
        holding=Holding(end=StatedDate.parse(end) if end else None),
        adopted_date=None,
        months=None,
        left_out=left_out,
        outlived_end=StatedDate.parse(regional_end) if regional_end else None,
        clause="",
    )


@pytest.mark.parametrize(
    ("yes", "of", "said"),
    [
        (15, 15, "Alla."),
        (14, 15, "Nästan alla."),
        (27, 30, "Nästan alla."),
        (13, 15, "De flesta."),
        (9, 15, "De flesta."),
        (8, 15, "Ungefär hälften."),
        (6, 15, "Ungefär hälften."),
        (5, 15, "Mindre än hälften."),
        (1, 290, "Mindre än hälften."),
        (0, 15, "Ingen än."),
        (0, 0, "Ingen än."),
    ],
)
def test_the_lead_begins_with_the_share(yes: int, of: int, said: str) -> None:
    """Seen red: with 0.5 for 0.6, eight of fifteen were most of them."""
    found = figures(area(Counts(yes=yes, no=of - yes)))

    assert wording.lead(found).startswith(f"{said} Av {of} möjliga finns {yes}.")


def test_the_lead_says_nothing_of_a_time_that_nobody_can_compute() -> None:
    with_time = wording.lead(figures(area(Counts(1, 1, 1)), mean=28.0))

    assert with_time.endswith("Det tar i snitt 2,3 år från ramavtal till lokalavtal.")
    assert "snitt" not in wording.lead(figures(area(Counts(1, 1, 1))))


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["Ale"], "Ale"),
        (["Ale", "Mora"], "Ale och Mora"),
        (["Ale", "Mora", "Orsa"], "Ale, Mora och Orsa"),
    ],
)
def test_names_are_joined_as_in_a_sentence(names: list[str], said: str) -> None:
    assert wording.joined(names) == said


@pytest.mark.parametrize(
    ("holding", "table", "sentence"),
    [
        (Holding(end=END), "2026-06-30", "t.o.m. 2026-06-30"),
        (Holding(end=StatedDate.parse("2026")), "2026", "t.o.m. 2026"),
        (Holding(until_further_notice=True), "tillsvidare", "tillsvidare"),
        (Holding(), "inte känt", "till en dag som inte är känd"),
    ],
)
def test_an_end_is_said_as_known_in_the_table_and_in_the_sentence(
    holding: Holding, table: str, sentence: str
) -> None:
    assert wording.holds_until(holding) == table
    assert wording.extent(holding) == sentence


@pytest.mark.parametrize(
    ("start", "said"), [("2023-05-01", "2023-05-01"), ("2023", "2023"), ("", "inte känt")]
)
def test_a_start_is_said_no_more_precisely_than_it_is_known(start: str, said: str) -> None:
    stated = StatedDate.parse(start) if start else None

    assert wording.holds_from(Holding(start=stated)) == said


@pytest.mark.parametrize(
    ("status", "end", "said"),
    [
        (Status.IN_FORCE, END, "Gäller t.o.m. 2026-06-30"),
        (Status.IN_FORCE, None, "Gäller"),
        (Status.OUTLIVES, END, "Längre än ramavtal, 2026-06-30"),
        (Status.OUTLIVES, None, "Längre än ramavtal"),
        (Status.EXPIRING, END, "Löper ut 2026-06-30"),
        (Status.EXPIRED, END, "Utgången 2026-06-30"),
        (Status.UNTIL_FURTHER_NOTICE, None, "Tillsvidare"),
        (Status.MISSING, None, "Saknas"),
        (Status.NO_ANSWER, None, "Svar saknas"),
        (Status.UNDER_WAY, None, "Under arbete"),
    ],
)
def test_a_cell_is_said_in_a_few_words(status: Status, end: StatedDate | None, said: str) -> None:
    assert wording.status(status, end, known()) == said


@pytest.mark.parametrize(
    ("count", "said"), [(1, "1 månad"), (24.4, "24 månader"), (0, "0 månader")]
)
def test_months_are_whole_in_words(count: float, said: str) -> None:
    assert wording.months(count) == said


def test_what_was_left_out_is_named_by_its_reason() -> None:
    found = area(
        None,
        local("Ale", left_out="no_adoption"),
        local("Mora", left_out="no_adoption"),
        local("Orsa", left_out="no_start"),
        local("Rättvik", left_out="earlier"),
    )

    said = wording.mean_basis(found, known())

    assert said[0] == "Ale och Mora: beslutsdag saknas och räknas inte med."
    assert said[1].startswith("Orsa: det är inte känt när ")
    assert said[2].startswith("Rättvik: beslutad före ")
    assert len(said) == 3


def test_where_the_regional_ones_end_apart_each_is_said_with_its_own() -> None:
    found = area(
        None,
        local("Ale", "2028-06-30", regional_end="2026-06-30"),
        local("Mora", "2027-06-30", regional_end="2026-12-31"),
        local("Orsa", "2026-01-31"),
    )

    assert wording.both_ends(found, known()) == (
        "Mora: t.o.m. 2027-06-30, ramavtal t.o.m. 2026-12-31",
        "Ale: t.o.m. 2028-06-30, ramavtal t.o.m. 2026-06-30",
    )


@pytest.mark.parametrize(
    ("names", "language", "said"),
    [
        ({"": "Skog", "en": "Forest"}, "en", "Forest"),
        ({"": "Skog", "en": "Forest"}, "sv", "Skog"),
        ({"": "Skog"}, "en", "Skog"),
        ({}, "sv", ""),
    ],
)
def test_a_name_is_in_the_readers_language_or_else_in_the_countys(
    names: dict[str, str], language: str, said: str
) -> None:
    with translation.override(language):
        assert wording.named(names) == said


def test_an_area_without_any_name_is_called_by_its_code() -> None:
    bare = AreaFigures("skog", {}, {}, Counts(), None, (), None)

    assert (wording.name_of(bare), wording.title_of(bare)) == ("skog", "skog")
    assert wording.title_of(area()) == "Skog"


def test_the_line_of_the_day_says_whose_register_and_when() -> None:
    assert wording.day_line(figures()) == ("Nordmark · läget den 7 februari 2025 enligt registret")
