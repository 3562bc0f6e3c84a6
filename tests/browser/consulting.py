"""How a draft is sent for comments, and what those who are asked say of it, by the forms."""

from __future__ import annotations

import re

from playwright.sync_api import Page

from tests.browser.visitor import Visitor


def press(page: Page, name: str) -> None:
    with page.expect_navigation(wait_until="load"):
        page.get_by_role("button", name=name).first.click()


def follow(page: Page, name: str | re.Pattern[str]) -> None:
    with page.expect_navigation(wait_until="load"):
        page.get_by_role("link", name=name).first.click()


def ask_falun(karin: Visitor, text: str) -> str:
    page = karin.page
    karin.go(f"{text}remiss/ny/")
    page.get_by_label("Falu kommun").check()
    page.locator("[name=deadline_date]").fill("2030-12-20")
    page.locator("[name=sees_each_other][value=no]").check()
    press(page, "Se vad de kommer att se")
    press(page, "Skicka till Falu kommun")
    return page.url


def comment(idris: Visitor, text: str, words: str) -> None:
    page = idris.page
    idris.go(f"{text}synpunkter/")
    with page.expect_navigation(wait_until="load"):
        page.locator(f'main a[href^="{text}synpunkter/"]').first.click()
    page.locator("main form textarea").first.fill(words)
    with page.expect_navigation(wait_until="load"):
        page.locator("main form:has(textarea) button.btn").first.click()


def suggest(visitor: Visitor, text: str, words: str) -> None:
    """Suggest another wording of the first section, beside what is said of it."""
    page = visitor.page
    visitor.go(f"{text}synpunkter/")
    with page.expect_navigation(wait_until="load"):
        page.locator(f'main a[href^="{text}synpunkter/"]').first.click()
    with page.expect_navigation(wait_until="load"):
        page.locator('main a[href$="/foresla/"]').first.click()
    page.locator(".ProseMirror").click()
    page.keyboard.press("Control+End")
    page.keyboard.type(words)
    with page.expect_navigation(wait_until="load"):
        page.locator("main form:has(textarea) button.btn").first.click()
