"""What was marked in Word is found in its section, and what is not certain is said to be so.

Seen red, one at a time: untracked words taken as certain; earlier states not asked for; the number
kept in the heading; any heading taken as the section's own; headings not known; the last of two
copies taken; what is struck not told apart, and told of the next section; a hidden number let in;
what was said not asked for; levels and heads of tables as Word has them; what is in the text
already dropped.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from samklang.consultations.returned import ReadComment, ReadSuggestion, Returned
from samklang.consultations.returned.doubts import Doubt, Why
from samklang.documents.api import Kind, Passage, Run, WordText
from tests.consultations import county
from tests.consultations.words import (
    export,
    held_against,
    said,
    text,
    tracked,
    untracked,
    without_marks,
)
from tests.documents.word.test_libreoffice import saved

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
DAY, LAST = "811218", "9876"


def suggestions(found: Returned) -> list[tuple[str, str, tuple[Doubt, ...]]]:
    made = [one for one in found.read.values() if isinstance(one, ReadSuggestion)]
    return [(one.heading, one.body, one.doubts) for one in made]


def comments(found: Returned) -> list[tuple[str, str]]:
    made = [one for one in found.read.values() if isinstance(one, ReadComment)]
    return [(one.base.heading, one.text) for one in made]


def unplaced(found: Returned) -> list[tuple[Why, str]]:
    return [(one.why, one.text) for one in found.unplaced]


def heading(words: str, level: int = 1, key: str = "") -> Passage:
    return Passage(Kind.HEADING, (Run(words),), level=level, key=key)


def paragraph(words: str) -> Passage:
    return Passage(Kind.PARAGRAPH, (Run(words),))


def test_what_nobody_has_touched_suggests_nothing_also_with_lists_tables_and_looks() -> None:
    edition = county.draft()
    county.rewritten(
        edition,
        "<h3>Vem</h3><p>Parterna <strong>ska</strong>:</p>"
        "<ul><li>ett<ol><li>två</li></ol></li></ul>"
        "<table><thead><tr><th><strong>Vem</strong></th></tr></thead>"
        "<tbody><tr><td>Lund</td></tr></tbody></table><h4>Hur</h4><p>Så.</p>",
    )

    for document in (untracked(text(edition)), without_marks(untracked(text(edition)))):
        found = held_against(document, edition)

        assert not found.has_anything
        assert found.is_of_this_text
        assert (found.missing, found.already) == ((), ())


def test_a_tracked_change_is_a_certain_suggestion_for_its_section_by_whoever_made_it() -> None:
    edition = county.draft()
    now = text(edition)

    found = held_against(tracked(now, said(now, om_ansvar="Kommunen svarar.")), edition)

    assert suggestions(found) == [("Ansvar", "<p>Kommunen svarar.</p>", ())]
    assert [one.author for one in found.read.values()] == ["Anna Ek"]
    assert found.certain == [f"f-{county.section(edition).key}"]


def test_a_changed_heading_is_suggested_without_the_number_before_it() -> None:
    edition = county.draft()
    now = text(edition)
    new = tuple(
        replace(one, runs=(Run("2 Vem ansvarar"),)) if one.text == "2 Ansvar" else one
        for one in now
    )

    found = held_against(tracked(now, new), edition)

    assert suggestions(found) == [("Vem ansvarar", "<p>Om ansvar.</p>", ())]


def test_a_comment_is_found_in_its_section_with_the_words_it_is_about() -> None:
    edition = county.draft()
    now = text(edition)

    found = held_against(tracked(now, now, (3, "Vem ringer vi?"), (4, "Hur ofta?")), edition)

    assert comments(found) == [("Ansvar", "Vem ringer vi?"), ("Uppföljning", "Hur ofta?")]
    assert len(found.certain) == 2


def test_what_is_taken_out_at_the_end_of_a_section_is_not_the_next_ones() -> None:
    edition = county.draft()
    county.rewritten(edition, "<p>Om ansvar.</p><p>Detta stryks.</p>")
    now = text(edition)

    found = held_against(
        tracked(now, tuple(one for one in now if one.text != "Detta stryks.")), edition
    )

    assert suggestions(found) == [("Ansvar", "<p>Om ansvar.</p>", ())]
    assert [one.author for one in found.read.values()] == ["Anna Ek"]


def test_what_was_written_without_tracking_is_offered_but_not_certain() -> None:
    edition = county.draft()

    found = held_against(untracked(said(text(edition), om_ansvar="Kommunen svarar.")), edition)

    assert suggestions(found) == [("Ansvar", "<p>Kommunen svarar.</p>", (Doubt.NOT_TRACKED,))]
    assert found.certain == []


def test_other_looks_alone_are_offered_but_not_certain() -> None:
    edition = county.draft()
    heavy = tuple(
        replace(one, runs=(Run(one.text, strong=True),)) if one.text == "Om ansvar." else one
        for one in text(edition)
    )

    (found,) = suggestions(held_against(untracked(heavy), edition))

    assert found[1:] == ("<p><strong>Om ansvar.</strong></p>", (Doubt.LOOKS_ONLY,))


def test_a_change_of_an_older_wording_rests_on_that_wording() -> None:
    edition = county.draft()
    then = text(edition)
    county.shared(edition)
    county.rewritten(edition, "<p>Regionen svarar.</p>")

    found = held_against(tracked(then, said(then, om_ansvar="Kommunen svarar.")), edition)
    untouched = held_against(untracked(then), edition)

    (made,) = found.read.values()
    assert made.doubts == (Doubt.CHANGED_SINCE,)
    assert made.base.body == "<p>Om ansvar.</p>"
    assert not untouched.has_anything


def test_what_is_in_the_text_already_is_said_and_not_suggested() -> None:
    edition = county.draft()
    then = text(edition)
    county.rewritten(edition, "<p>Kommunen svarar.</p>")

    found = held_against(tracked(then, said(then, om_ansvar="Kommunen svarar.")), edition)

    assert suggestions(found) == []
    assert [one.section.heading for one in found.already] == ["Ansvar"]


def test_what_belongs_to_no_section_is_listed_with_a_reason() -> None:
    edition = county.draft()
    now = text(edition)
    new = (paragraph("Missiv."), *now[:4], heading("3 Pengar"), paragraph("Om pengar."), *now[4:])

    found = held_against(untracked(new), edition)

    assert unplaced(found) == [
        (Why.BEFORE_SECTIONS, "Missiv."),
        (Why.NO_SECTION, "3 Pengar\nOm pengar."),
    ]
    assert suggestions(found) == []


def test_what_stands_before_the_sections_is_listed_only_when_it_is_changed() -> None:
    edition = county.draft()
    whole = export(edition)
    first = replace(whole[0], runs=(Run("Vem svarar"),))

    same = held_against(tracked(whole, whole, (1, "Vem är det?")), edition)
    changed = held_against(tracked(whole, (first, *whole[1:])), edition)

    assert whole[0].text == "Kontakt och nästa översyn"
    assert unplaced(same) == [(Why.COMMENT_NOWHERE, "Vem är det?")]
    assert [why for why, _text in unplaced(changed)] == [Why.FRONT]
    assert suggestions(same) == suggestions(changed) == []


def test_a_section_that_is_struck_is_told_apart_from_one_that_was_never_there() -> None:
    edition = county.draft()
    now = text(edition)

    struck = held_against(tracked(now, (*now[:2], *now[4:])), edition)
    absent = held_against(untracked((*now[:2], *now[4:])), edition)

    assert unplaced(struck) == [(Why.REMOVED, "2 Ansvar")]
    assert struck.unplaced[0].author == "Anna Ek"
    assert [one.section.heading for one in absent.missing] == ["Ansvar"]
    assert (suggestions(struck), suggestions(absent)) == ([], [])


def test_a_section_that_stands_twice_is_taken_once_and_the_other_is_listed() -> None:
    edition = county.draft()
    now = text(edition)

    found = held_against(untracked((*now, *now[2:4])), edition)

    assert not suggestions(found)
    assert unplaced(found) == [(Why.NO_SECTION, "2 Ansvar\nOm ansvar.")]


def test_a_mark_that_was_copied_with_its_section_does_not_double_the_section() -> None:
    edition = county.draft()
    now = text(edition)

    copied = said(now[2:4], om_ansvar="Igen.")

    found = held_against(WordText("", (*now, *copied), now, (), ()), edition)

    assert unplaced(found) == [(Why.TWICE, "2 Ansvar\nIgen.")]
    assert suggestions(found) == []


def test_without_marks_sections_are_known_by_their_headings_and_a_renamed_one_is_listed() -> None:
    edition = county.draft()
    now = text(edition)
    new = said(now, om_syfte="Därför.", om_ansvar="Kommunen svarar.")
    renamed = tuple(
        replace(one, runs=(Run("3 Mäta"),)) if one.text == "3 Uppföljning" else one for one in new
    )

    found = held_against(without_marks(tracked(now, new)), edition)
    other = held_against(without_marks(untracked(renamed)), edition)

    assert [one[:2] for one in suggestions(found)] == [
        ("Syfte", "<p>Därför.</p>"),
        ("Ansvar", "<p>Kommunen svarar.</p>"),
    ]
    assert len(found.certain) == 2
    assert unplaced(other) == [(Why.NO_SECTION, "3 Mäta\nOm uppföljning.")]
    assert [one.section.heading for one in other.missing] == ["Uppföljning"]


def test_a_personal_number_is_hidden_and_keeps_what_it_stands_in_out() -> None:
    edition = county.draft()
    now = text(edition)
    new = said(now, om_ansvar=f"Ring {DAY}-{LAST}.")

    found = held_against(tracked(now, new, (1, f"Jag är {DAY}{LAST}")), edition)

    assert not found.read
    (one, two) = found.sections
    assert one.comments[0].doubts == (Doubt.PERSONAL_NUMBER,)
    assert two.suggestion is not None
    assert two.suggestion.doubts == (Doubt.PERSONAL_NUMBER,)
    assert LAST not in repr(found)


def test_what_has_been_said_already_is_not_certain() -> None:
    edition = county.draft()
    now = text(edition)
    document = tracked(now, said(now, om_ansvar="Kommunen svarar."), (1, "Varför?"))
    siri = county.person("siri")
    before = held_against(document, edition)
    county.taken(before, edition, by=siri)

    after = held_against(document, edition)

    assert [one.doubts for one in after.read.values()] == [(Doubt.SAID_ALREADY,)] * 2


@pytest.mark.skipif(not shutil.which("soffice"), reason="left out: LibreOffice is not here")
@pytest.mark.slow
def test_a_document_that_libreoffice_has_saved_comes_back_to_its_sections(tmp_path: Path) -> None:
    edition = county.draft()
    county.rewritten(edition, "<p>Om <strong>ansvar</strong>:</p><ul><li>ett</li><li>två</li></ul>")
    now = text(edition)
    changed = tracked(now, said(now, om_syfte="Därför."), (len(now) - 1, "Hur ofta?"))
    sent = [tmp_path / "orord.docx", tmp_path / "andrad.docx"]
    for path, document in zip(sent, (untracked(now), changed), strict=True):
        path.write_bytes(document)

    untouched, back = (one.read_bytes() for one in saved(sent, "docx", tmp_path / "back"))

    assert not held_against(untouched, edition).has_anything
    found = held_against(back, edition)
    assert suggestions(found) == [("Syfte", "<p>Därför.</p>", ())]
    assert comments(found) == [("Uppföljning", "Hur ofta?")]
    assert len(found.certain) == 2


def test_a_document_about_something_else_is_not_of_this_text() -> None:
    edition = county.draft()

    found = held_against(untracked((heading("Matsedel"), paragraph("Ärtsoppa."))), edition)

    assert not found.is_of_this_text
