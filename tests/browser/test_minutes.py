"""Two secretaries write the same minutes at once, and no sentence is lost (checks 19, 24).

Seen red: with a page that does not go on in the name of the one that was closed. On a machine with
much else to do: without waiting for the answer to what is saved first.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import unquote_plus

from playwright.sync_api import Page, Response, expect

from tests.browser.convening import ask_to_check, call_and_begin
from tests.browser.visitor import Visitor

# All that the browser kept has been saved.
NOTHING_LEFT = "() => localStorage.length === 0"
SENTENCES = (
    "Tove föredrog förslaget.",
    "Frågor ställdes.",
    "Falun var emot.",
    "Läget gicks igenom. Inga frågor. Skrivet på tåget. Sist av allt.",
    "att anta stigarna",
    "att notera läget",
)
SAVED = re.compile(r"Sparat \d\d\.\d\d")


def write(page: Page, words: str) -> None:
    page.locator("#id_text").focus()
    page.keyboard.press("Control+End")
    page.keyboard.type(words)


def write_and_save(page: Page, words: str) -> None:
    """Wait for the answer: a page that saved a while ago says so until the next save begins."""

    def is_kept(answer: Response) -> bool:
        return answer.ok and words.strip() in unquote_plus(answer.request.post_data or "")

    with page.expect_response(is_kept):
        write(page, words)
    says(page, SAVED)


def says(page: Page, words: str | re.Pattern[str]) -> None:
    expect(page.locator("[data-status]")).to_contain_text(words, timeout=10_000)


def test_two_secretaries_write_at_once_one_loses_the_network_and_a_tab_and_no_sentence_is_lost(
    as_: Callable[[str], Visitor],
) -> None:
    tove, otto = as_("tove"), as_("otto")
    first, second = call_and_begin(tove)
    tove.go(first)
    otto.go(second)

    write_in_an_item_each(tove, otto)
    otto.go(first)
    write_in_the_same_item(tove, otto)
    otto.go(second)
    last = lose_the_network_and_two_tabs(otto, second)

    notes = re.sub(r"anteckna/.*", "anteckningar/", second)
    last.go(notes)
    said = last.page.locator("main").inner_text()
    assert [one for one in SENTENCES if one not in said] == []
    assert last.faults() == []
    last.picture("minutes")
    close(tove, last, notes)


def write_in_an_item_each(tove: Visitor, otto: Visitor) -> None:
    """Both are saved, and each sees the other."""
    write(tove.page, "Tove föredrog förslaget.")
    tove.page.get_by_role("button", name="Som förslaget").click()
    write(otto.page, "Läget gicks igenom.")
    says(tove.page, SAVED)
    write(otto.page, " Inga frågor.")
    says(otto.page, SAVED)
    expect(otto.page.locator("[data-presence]")).to_contain_text("Tove Hagelin skriver i ")
    assert otto.faults() == []
    otto.picture("minutes-note")


def write_in_the_same_item(tove: Visitor, otto: Visitor) -> None:
    """Whoever comes second is shown both, and chooses both."""
    write_and_save(tove.page, " Frågor ställdes.")
    write(otto.page, " Falun var emot.")
    says(otto.page, "Tove Hagelin har sparat i samma punkt")
    with otto.page.expect_navigation():
        otto.page.locator("[data-save]").click()
    assert otto.page.locator("mark").all_inner_texts() != []
    assert otto.faults() == []
    otto.picture("minutes-clash")
    press(otto, "Spara mitt val")


def lose_the_network_and_two_tabs(otto: Visitor, second: str) -> Visitor:
    """Close a tab without a network, and the next in the middle of a sentence; return the last."""
    browser = otto.page.context
    browser.set_offline(True)
    write(otto.page, " Skrivet på tåget.")
    otto.page.get_by_role("button", name="notera").click()
    otto.page.keyboard.type("läget")
    says(otto.page, "finns kvar i den här webbläsaren")
    otto.page.locator("[data-save]").click()
    says(otto.page, "finns kvar i den här webbläsaren")
    otto.page.close()
    browser.set_offline(False)
    again = Visitor(browser.new_page())
    again.go(second)
    expect(again.page.locator("#id_text")).to_have_value(
        "Läget gicks igenom. Inga frågor. Skrivet på tåget."
    )
    again.page.wait_for_function(NOTHING_LEFT)

    write(again.page, " Sist av allt.")
    again.page.close()
    last = Visitor(browser.new_page())
    last.go(second)
    last.page.wait_for_function(NOTHING_LEFT)
    last.page.get_by_label("Lagd till handlingarna").check()
    says(last.page, SAVED)
    return last


def close(secretary: Visitor, checker: Visitor, notes: str) -> None:
    """Say how the item ended, then check, lock and correct, each by who may."""
    secretary.page.reload()
    secretary.page.get_by_label("Beslutad").check()
    says(secretary.page, SAVED)
    ask_to_check(secretary, notes.removesuffix("anteckningar/"), "Otto Bäckvall")
    assert secretary.faults() == []
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
