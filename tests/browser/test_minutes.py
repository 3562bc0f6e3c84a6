"""Two secretaries write the same minutes at once, and no sentence is lost (checks 19, 24).

"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import CHROMIUM
from tests.browser.convening import call_and_begin
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="Left out: there is no Chromium.")
SAVED = re.compile(r"Sparat \d\d\.\d\d")


def write(page: Page, words: str) -> None:
    page.locator("#id_text").focus()
    page.keyboard.press("Control+End")
    page.keyboard.type(words)


def says(page: Page, words: str | re.Pattern[str]) -> None:
    expect(page.locator("[data-status]")).to_contain_text(words, timeout=10_000)


def text(page: Page) -> str:
    return page.locator("#id_text").input_value()


def test_two_secretaries_write_at_once_one_loses_the_network_and_a_tab_and_no_sentence_is_lost(
    as_: Callable[[str], Visitor],
) -> None:
    tove, otto = as_("tove"), as_("otto")
    first, second = call_and_begin(tove)
    ours, theirs = tove.page, otto.page
    tove.go(first)
    otto.go(second)

    # In an item each: both are saved, and each sees the other.
    write(ours, "Tove föredrog förslaget.")
    ours.get_by_role("button", name="Som förslaget").click()
    write(theirs, "Läget gicks igenom.")
    says(ours, SAVED)
    write(theirs, " Inga frågor.")
    says(theirs, SAVED)
    expect(theirs.locator("[data-presence]")).to_contain_text("Tove Hagelin skriver i 1")
    otto.picture("minutes-note")

    # In the same item: whoever comes second sees both, and chooses both.
    otto.go(first)
    write(ours, " Frågor ställdes.")
    says(ours, SAVED)
    write(theirs, " Falun var emot.")
    says(theirs, "Tove Hagelin har sparat i samma punkt")
    with theirs.expect_navigation():
        theirs.locator("[data-save]").click()
    assert theirs.locator("mark").all_inner_texts() != []
    otto.picture("minutes-clash")
    assert otto.faults() == []
    with theirs.expect_navigation():
        theirs.get_by_role("button", name="Spara mitt val").click()
    assert all(one in text(theirs) for one in ("Frågor ställdes.", "Falun var emot."))

    # Without a network, and with the tab closed before it is back.
    otto.go(second)
    theirs.context.set_offline(True)
    write(theirs, " Skrivet på tåget.")
    theirs.get_by_role("button", name="notera").click()
    theirs.keyboard.type("läget")
    says(theirs, "finns kvar i den här webbläsaren")
    theirs.close()
    otto.page.context.set_offline(False)
    again = Visitor(theirs.context.new_page())
    again.go(second)
    assert text(again.page) == "Läget gicks igenom. Inga frågor. Skrivet på tåget."
    says(again.page, SAVED)
    assert again.kept_in_the_browser() == []

    # Closed in the middle of a sentence, with the network there.
    write(again.page, " Sist av allt.")
    again.page.close()
    last = Visitor(again.page.context.new_page())
    last.go(second)
    says(last.page, SAVED)

    notes = re.sub(r"anteckna/.*", "anteckningar/", second)
    last.go(notes)
    said = last.page.locator("main").inner_text()
    for sentence in (
        "Tove föredrog förslaget.",
        "Frågor ställdes.",
        "Falun var emot.",
        "Läget gicks igenom. Inga frågor. Skrivet på tåget. Sist av allt.",
        "att notera läget",
    ):
        assert sentence in said
    assert last.faults() == []
    last.picture("minutes")
    close(tove, last, notes)


def close(secretary: Visitor, checker: Visitor, notes: str) -> None:
    """Say how the item ended, then check, lock and correct, each by who may."""
    secretary.page.get_by_label("Beslutad").check()
    says(secretary.page, SAVED)
    checker.go(notes)
    press(checker, "Så var det: justera")
    press(checker, "Mötet har hållits")
    checker.go(notes)
    press(checker, "Lås anteckningarna")
    checker.page.get_by_role("link", name="Rätta anteckningarna").click()
    assert checker.faults() == []
    checker.page.get_by_label("Det rätta").fill("Falun var för.")
    press(checker, "Spara")
    assert "Falun var för." in checker.page.locator("main").inner_text()
    assert checker.faults() == []
    checker.picture("minutes-locked")


def press(visitor: Visitor, button: str) -> None:
    with visitor.page.expect_navigation():
        visitor.page.get_by_role("button", name=button).click()
