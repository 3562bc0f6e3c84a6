"""A section is written as in a word processor, and what was written is never lost (check 24).

Seen red: without the wait for what is under way, with the unsaved text forgotten at a failure, with
autosave going on after a conflict, and with the token of the old session kept.
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import BrowserContext, Page, Request, Route, expect

from tests.browser.conftest import CHROMIUM
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="Left out: there is no Chromium.")
DRAFT = "Missbruk och beroende i Mora"
SAVED, KEYSTROKES = re.compile(r"Sparat \d\d\.\d\d"), 3000
# A part of what Word puts on the clipboard: classes, styles, a list written as paragraphs.
FROM_WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment-->
<p class=MsoNormal style='margin:0cm'><b>Ansvar</b><o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span
style='mso-list:Ignore'>·<span>&nbsp;</span></span>Ring samma dag</p>
<script>alert(1)</script><!--EndFragment--></body></html>"""
PASTE = """html => {
  const held = new DataTransfer();
  held.setData("text/html", html);
  const pasting = new ClipboardEvent(
    "paste", {clipboardData: held, bubbles: true, cancelable: true});
  document.querySelector(".ProseMirror").dispatchEvent(pasting);
}"""


@pytest.fixture
def writer(visitor: Visitor) -> Visitor:
    """Somebody in Mora with a new section of the municipality's draft before them."""
    visitor.sign_in_as("karin")
    visitor.go("/avtal/?level=local")
    visitor.page.get_by_role("link", name=DRAFT).first.click()
    visitor.page.get_by_role("link", name="Texten").first.click()
    visitor.page.get_by_role(
        "link", name=re.compile("Lägg till ett avsnitt|första avsnittet")
    ).click()
    visitor.fill_and_send("#id_heading", "Så gör vi")
    return visitor


def text(page: Page) -> str:
    return page.locator(".ProseMirror").inner_text()


def write(page: Page, words: str) -> None:
    page.locator(".ProseMirror").click()
    page.keyboard.press("Control+End")
    page.keyboard.type(words)


def is_saved(page: Page) -> None:
    expect(page.locator("[data-status]")).to_have_text(SAVED, timeout=KEYSTROKES + 5000)


def kept(page: Page) -> str:
    """Return the section's text as somebody reads it who opens it now."""
    page.goto(page.url)
    return text(page)


@pytest.fixture
def another(writer: Visitor, context: BrowserContext) -> Visitor:
    """The same section in another tab."""
    opened = Visitor(context.new_page())
    opened.go(writer.page.url)
    return opened


def test_what_is_written_is_saved_without_asking_and_looks_as_it_was_written(
    writer: Visitor,
) -> None:
    write(writer.page, "Vi ringer ")
    writer.page.get_by_role("button", name="Fet").click()
    writer.page.keyboard.type("samma dag")
    is_saved(writer.page)

    assert kept(writer.page) == "Vi ringer samma dag"
    assert writer.page.locator(".ProseMirror strong").inner_text() == "samma dag"
    assert writer.complaints == []


def test_what_is_pasted_from_a_word_processor_is_clean(writer: Visitor) -> None:
    writer.page.locator(".ProseMirror").click()
    writer.page.evaluate(PASTE, FROM_WORD)
    is_saved(writer.page)

    writer.page.goto(writer.page.url)
    markup = writer.page.locator(".ProseMirror").inner_html()
    assert "Ring samma dag" in markup
    assert not re.search(r"Mso|<o:p|style=|script", markup)


def test_one_save_at_a_time_and_the_button_waits_for_it(writer: Visitor) -> None:
    page, under_way, at_once = writer.page, [0], [0]

    def asked(request: Request) -> None:
        under_way[0] += request.url.endswith("/spara/")
        at_once[0] = max(under_way[0], at_once[0])

    def answered(request: Request) -> None:
        under_way[0] -= request.url.endswith("/spara/")

    def slowly(route: Route) -> None:
        """Write on, ask for another save and press the button while the first is under way."""
        page.keyboard.type("B")
        page.evaluate("() => window.dispatchEvent(new Event('online'))")
        page.locator("form[data-autosave] button.btn").click(no_wait_after=True)
        route.continue_()

    page.on("request", asked)
    page.on("requestfinished", answered)
    page.route("**/spara/", slowly, times=1)
    with page.expect_navigation(url=re.compile(r"/text/\d+/($|avsnitt/)")):
        write(page, "A")

    assert at_once == [1]
    page.go_back()
    assert kept(page) == "AB"


def test_what_is_written_without_a_network_is_saved_when_it_is_back(
    writer: Visitor, context: BrowserContext
) -> None:
    context.set_offline(True)
    write(writer.page, "Skrivet på tåget.")
    expect(writer.page.locator("[data-status]")).to_contain_text("utan nät", timeout=10_000)
    context.set_offline(False)
    is_saved(writer.page)

    assert kept(writer.page) == "Skrivet på tåget."


def test_two_tabs_lose_nothing_and_the_second_is_told(writer: Visitor, another: Visitor) -> None:
    write(another.page, "Från den andra fliken.")
    is_saved(another.page)

    write(writer.page, "Från den första.")
    expect(writer.page.locator("[data-status]")).to_contain_text("Någon annan har sparat")
    writer.page.locator("form[data-autosave] button.btn").click()

    assert writer.page.get_by_text("Från den andra fliken.").count() == 1
    assert writer.page.get_by_text("Från den första.").count() == 1
    assert writer.faults() == []
    with writer.page.expect_navigation():
        writer.page.get_by_role("button", name="Behåll båda").click()
    another.page.on("dialog", lambda dialog: dialog.accept())
    assert kept(another.page) == "Från den andra fliken.\n\nFrån den första."


def test_the_text_outlives_a_session_that_has_ended(
    writer: Visitor, context: BrowserContext
) -> None:
    context.clear_cookies()
    write(writer.page, "Skrivet efteråt.")
    expect(writer.page.locator("[data-status]")).to_contain_text("logga in igen", timeout=10_000)

    Visitor(context.new_page()).sign_in_as("karin")
    is_saved(writer.page)

    assert kept(writer.page) == "Skrivet efteråt."
