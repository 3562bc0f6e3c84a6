"""The main journey with the keyboard alone: sign in, hand in ten files, confirm, look, report.

Seen red: with tabindex="-1" on the confirm button, with the file field hidden, and with the
outline of links taken away, the walk stops at that place.
"""

from __future__ import annotations

from pathlib import Path

from pptx import Presentation

from tests.browser import letters
from tests.browser.visitor import Visitor

CONFIRM = "Bekräfta och spara"


def unanswered(visitor: Visitor) -> int:
    """Count the cells of the matrix that say that there is no answer."""
    cells = visitor.page.locator("main table").first.locator("td").all_inner_texts()
    return sum("Svar saknas" in text for text in cells)


def hand_in(visitor: Visitor, files: list[Path]) -> None:
    visitor.enter('nav a[href="/las-in/"]')
    visitor.tab_to("input[type=file]")
    with visitor.page.expect_file_chooser() as choosing:
        visitor.press("Enter")
    choosing.value.set_files(files)
    visitor.enter("form[data-upload] button")
    visitor.wait_for_reading()
    visitor.picture("journey-read-1280")


def confirm_all(visitor: Visitor, count: int) -> None:
    visitor.enter(letters.NEXT)
    visitor.picture("journey-confirm-1280")
    for left in range(count - 1, -1, -1):
        visitor.answer_until(letters.CONFIRM)
        assert visitor.page.locator("form[action$='/bekrafta/']").count() == 0, visitor.page.url
        if left:
            visitor.enter(letters.NEXT)


def fetch_slides(visitor: Visitor, folder: Path) -> Path:
    visitor.enter('nav a[href="/rapporter/"]')
    visitor.enter("main form[method=get] button")
    visitor.picture("journey-report-1280")
    visitor.tab_to('a[href*="/pptx/"]')
    with visitor.page.expect_download() as downloading:
        visitor.press("Enter")
    slides = folder / downloading.value.suggested_filename
    downloading.value.save_as(slides)
    return slides


def test_the_whole_way_with_the_keyboard_alone(visitor: Visitor, tmp_path: Path) -> None:
    visitor.go("/")
    visitor.enter('button[value="tove"]')
    before = unanswered(visitor)

    hand_in(visitor, letters.write(tmp_path))
    confirm_all(visitor, len(letters.PLACES))
    visitor.enter('nav a[href="/lanet/"]')
    visitor.picture("journey-county-1280")
    after = unanswered(visitor)
    slides = fetch_slides(visitor, tmp_path)

    assert after == before - len(letters.PLACES)
    assert slides.suffix == ".pptx"
    assert len(Presentation(str(slides)).slides) > 1
    assert visitor.complaints == []


def test_the_first_tab_skips_to_the_content(visitor: Visitor) -> None:
    visitor.sign_in_as("karin")

    visitor.press("Tab", "Enter")
    visitor.page.wait_for_url("**#content")
    visitor.press("Tab")

    assert visitor.page.evaluate(
        "() => document.querySelector('main').contains(document.activeElement)"
    )


def test_what_is_wrong_in_a_form_is_told_where_it_is(visitor: Visitor) -> None:
    visitor.sign_in_as("karin")
    visitor.complaints.clear()
    visitor.go("/avtal/nytt/")

    visitor.page.locator("main form button").last.click()
    visitor.page.wait_for_load_state("load")

    summary = visitor.page.locator(".errsum, [role=alert]").first
    assert summary.is_visible()
    assert visitor.faults() == []
    summary.locator("a").first.click()
    assert visitor.page.evaluate("() => document.activeElement.matches('input, select, textarea')")
