"""A comparison on a page: changes are marked and said, what is the same is folded.

Seen red: the labels left out; words written as they are; `_blocks` giving each alone; no notes;
sections never taken whole.
"""

from __future__ import annotations

import re

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override

from samklang.documents.api import Kind, Passage, Run, compare, passages, redline
from samklang.documents.redline import Part

pytestmark = pytest.mark.one_database

A = "<h3>1 Syfte</h3><p>Parterna ska mötas två gånger per år.</p><p>Så säger lagen.</p>"
B = "<h3>2 Ansvar</h3><p>Regionen ansvarar för provtagning och bedömning i länet.</p>"
C = "<h3>3 Forum</h3><p>Samverkansgruppen leds av utvecklingsledaren.</p><p>Den bereder.</p>"


def shown(old: str, new: str, seconds: float = 60) -> list[Part]:
    with override("sv"):
        return list(redline(compare(passages(old), passages(new), seconds=seconds)))


def seen(markup: str) -> str:
    """What a screen reader says."""
    return re.sub(r"<[^>]+>", "", markup)


def test_what_came_and_went_is_marked_and_said_in_words() -> None:
    (part, _rest) = shown(A, A.replace("två", "fyra"))

    assert part.heading == "1 Syfte"
    assert seen(part.old) == "Parterna ska mötas [Borttaget: två] gånger per år."
    assert seen(part.new) == "Parterna ska mötas [Tillagt: fyra] gånger per år."
    assert seen(part.both) == "Parterna ska mötas [Borttaget: två][Tillagt: fyra] gånger per år."
    assert '<ins><span class="vh">[Tillagt: </span>fyra' in part.both


def test_a_section_that_is_the_same_is_folded_and_so_is_what_is_the_same_in_others() -> None:
    found = shown(A + B + C, A + B + C.replace("bereder", "beslutar"))

    assert [(part.heading, part.summary) for part in found] == [
        ("", "”1 Syfte” är oförändrat (2 stycken)"),
        ("", "”2 Ansvar” är oförändrat (1 stycke)"),
        ("3 Forum", "1 stycke är oförändrat"),
        ("", ""),
    ]


def test_a_section_that_moved_as_it_was_is_folded_where_it_is_and_where_it_was() -> None:
    found = shown(A + C + B, B + A + C)

    assert [part.summary for part in found] == [
        "”2 Ansvar” är flyttat hit, med samma ord",
        "”1 Syfte” är oförändrat (2 stycken)",
        "”3 Forum” är oförändrat (2 stycken)",
        "”2 Ansvar” är flyttat härifrån",
    ]


def test_a_section_that_moved_and_was_reworded_is_open_and_says_so() -> None:
    here, *_others, away = shown(A + C + B, B.replace("och", "och snabb") + A + C)

    assert not here.is_folded
    assert here.notes == ("Flyttat hit och omskrivet.",)
    assert "[Tillagt: " in seen(here.both)
    assert here.old == ""
    assert away.summary == "”2 Ansvar” är flyttat härifrån"


def test_a_list_is_shown_whole_so_that_it_counts_right() -> None:
    items = "<ol><li>Alfa beta</li><li>Gamma delta</li><li>Zeta eta</li></ol>"

    (part,) = shown(items, items.replace("Gamma", "Ny gamma"))

    assert part.both.count("<li>") == 3


def test_a_table_is_shown_whole_with_its_head() -> None:
    table = "<table><tr><th>Vem<th>När<tr><td>Mora<td>april</table>"

    (part,) = shown(table, table.replace("april", "maj"))

    assert part.both.startswith("<table><thead><tr><th>Vem</th>")
    assert "<td><del>" in part.both
    assert part.notes == ()


def test_a_change_of_form_alone_is_said() -> None:
    (part,) = shown("<p>Parterna <b>ska</b></p>", "<p>Parterna ska</p>")

    assert part.notes == ("Ett stycke har samma ord i annan form.",)


def test_what_was_not_compared_is_said() -> None:
    (part,) = shown("<p>Alfa beta gamma</p>", "<p>Delta</p>", seconds=-1)

    assert part.notes == ("Inte jämfört ord för ord: det var för mycket för tiden.",)


def test_words_are_words_and_never_markup() -> None:
    text = (Passage(Kind.PARAGRAPH, (Run("<script>alert(1)</script>"),)),)

    (part,) = redline(compare((), text))

    assert "<script" not in part.both
    assert "&lt;script&gt;" in part.both


def test_the_page_part_has_both_columns_and_folds() -> None:
    page = render_to_string("documents/_redline.html", {"parts": shown(A + C, A + C + B)})

    assert page.count('<details class="fold">') == 2
    assert page.count('<section class="dif">') == 1
    assert "<ins>" in page
