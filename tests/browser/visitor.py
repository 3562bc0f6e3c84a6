"""Somebody who visits the product with a keyboard, and notices what went wrong on the way."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page, Response

from tests.architecture.tree import ROOT

PICTURES = ROOT / "var" / "screenshots"
MOST_STEPS = 400
READING_SECONDS = 60
QUESTIONS = """() => [...document.querySelectorAll("form[method=get]")].map(form =>
  form.action + "?" + new URLSearchParams(new FormData(form)))"""
IS_OPEN = """() => {
  const at = document.activeElement;
  return at.type === "radio" && ![...document.getElementsByName(at.name)].some(one => one.checked);
}"""
INK = """() => {
  const at = document.activeElement;
  const style = getComputedStyle(at);
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
  return outlined || style.boxShadow !== "none";
}"""


@dataclass
class Visitor:
    """One page in one browser, and what it complained about."""

    page: Page
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))
        self.page.on("response", self._answered)
        # Listened for from the start: asked for later, the first dialog may open unseen.
        self.page.on("filechooser", lambda _chooser: None)

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(f"{self.page.url} {message.type}: {message.text}")

    def _answered(self, answer: Response) -> None:
        if answer.status >= 400 and not answer.request.is_navigation_request():
            self.complaints.append(f"{self.page.url} {answer.status}: {answer.url}")

    def go(self, address: str) -> None:
        self.page.goto(address, wait_until="load")

    def sign_in_as(self, person: str) -> None:
        """One click on the demo sign-in page, by user name."""
        self.go("/logga/in/")
        with self.page.expect_navigation(wait_until="load"):
            self.page.locator(f'button[name="person"][value="{person}"]').click()

    def hand_in(self, files: list[Path]) -> None:
        """Choose the files, send them, and wait until all are read."""
        self.go("/las-in/")
        self.page.locator("input[type=file]").set_input_files(files)
        with self.page.expect_navigation(wait_until="load"):
            self.page.locator("form[data-upload] button").click()
        self.wait_for_reading()

    def wait_for_reading(self) -> None:
        self.page.wait_for_url(re.compile(r"/las-in/\d+/"))
        done = "() => !document.querySelector('#progress[hx-trigger]')"
        self.page.wait_for_function(done, timeout=READING_SECONDS * 1000)

    def links(self) -> list[str]:
        """Return the addresses on the page that stay on this site, without their fragments."""
        hrefs = self.page.eval_on_selector_all("a[href]", "all => all.map(a => a.href)")
        here = urlsplit(self.page.url).netloc
        hrefs += self.page.evaluate(QUESTIONS)
        found = [urljoin(self.page.url, href).split("#")[0] for href in hrefs]
        return [one for one in dict.fromkeys(found) if urlsplit(one).netloc == here]

    def faults(self) -> list[str]:
        """Return what axe finds on the page."""
        found = Axe().run(self.page).response["violations"]
        return [
            f"{one['id']}: {one['help']} {[node['target'] for node in one['nodes']][:3]}"
            for one in found
        ]

    def resize(self, width: int) -> None:
        self.page.set_viewport_size({"width": width, "height": 900})

    def sideways(self) -> int:
        """Return by how many pixels the page scrolls sideways."""
        return int(
            self.page.evaluate(
                "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
        )

    def picture(self, name: str) -> None:
        PICTURES.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=PICTURES / f"{name}.png", full_page=True)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def tab_to(self, selector: str) -> None:
        """Press Tab until the element has focus, and see that the focus shows."""
        for _step in range(MOST_STEPS):
            self.press("Tab")
            if self.page.evaluate("it => document.activeElement.matches(it)", selector):
                assert self.page.evaluate(INK), f"No focus is shown on {selector}."
                return
        raise AssertionError(f"{selector} cannot be reached with Tab on {self.page.url}.")

    def enter(self, selector: str) -> None:
        """Go to a link or a button by keyboard, press it, and wait for the page after it."""
        self.tab_to(selector)
        with self.page.expect_navigation(wait_until="load"):
            self.press("Enter")

    def answer_until(self, selector: str) -> None:
        """Go through a form to its button: say yes, the first answer, where none is given."""
        for _step in range(MOST_STEPS):
            self.press("Tab")
            if self.page.evaluate(IS_OPEN):
                self.press("Space")
            if self.page.evaluate("it => document.activeElement.matches(it)", selector):
                with self.page.expect_navigation(wait_until="load"):
                    self.press("Enter")
                return
        raise AssertionError(f"{selector} cannot be reached with Tab on {self.page.url}.")
