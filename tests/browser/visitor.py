"""Somebody who visits the product with a keyboard, and notices what went wrong on the way."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page, Response

from tests.architecture.tree import ROOT

PICTURES = ROOT / "var" / "screenshots"
MOST_STEPS = 400
FOCUSED = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return "";
  const labels = at.labels ? [...at.labels].map(label => label.textContent) : [];
  const named = (at.getAttribute("aria-labelledby") || "").split(" ").filter(Boolean)
    .map(id => document.getElementById(id)?.textContent || "");
  const words = [at.getAttribute("aria-label"), ...named, ...labels, at.textContent, at.title];
  return words.filter(Boolean).join(" ").replace(/\\s+/g, " ").trim();
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
        self.page.locator(f'button[name="person"][value="{person}"]').click()
        self.page.wait_for_load_state("load")

    def links(self) -> list[str]:
        """Return the addresses on the page that stay on this site, without their fragments."""
        hrefs = self.page.eval_on_selector_all("a[href]", "all => all.map(a => a.href)")
        here = urlsplit(self.page.url).netloc
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

    def tab_to(
        self, name: str, *, kind: str = "a, button, input, select, textarea, summary"
    ) -> None:
        """Press Tab until what has this name has focus, and see that the focus shows."""
        wanted = re.compile(name)
        for _step in range(MOST_STEPS):
            self.press("Tab")
            on_kind = self.page.evaluate("kind => document.activeElement.matches(kind)", kind)
            if on_kind and wanted.search(self.page.evaluate(FOCUSED)):
                assert self.page.evaluate(INK), f"No focus is shown on {name!r}."
                return
        raise AssertionError(f"{name!r} cannot be reached with Tab on {self.page.url}.")

    def enter(self, name: str, *, kind: str = "a, button, summary") -> None:
        """Go to a link or a button by keyboard, press it, and wait for the page after it."""
        self.tab_to(name, kind=kind)
        self.press("Enter")
        self.page.wait_for_load_state("load")
