"""Somebody who visits the product with a keyboard, and notices what went wrong on the way."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from django.urls import resolve
from playwright.sync_api import ConsoleMessage, Page, Request, Response

from tests.architecture.tree import ROOT

# Half a megabyte that the browser keeps: sent to every page, it took as long as half a page.
BRING_AXE = f"window.bringAxe = () => {{ if (!window.axe) {{ {Axe().axe_script} }} }};"
PICTURES = ROOT / "var" / "screenshots"
MOST_STEPS = 400
READING_SECONDS = 60
IS_OPEN = """() => {
  const at = document.activeElement;
  return at.type === "radio" && ![...document.getElementsByName(at.name)].some(one => one.checked);
}"""
# A form with nothing in it but what is given, and what says whose it is.
FILLED = """(form, given) => {
  const kept = ["csrfmiddlewaretoken", "next", "version"];
  for (const it of form.elements) {
    if (kept.includes(it.name)) continue;
    if (["radio", "checkbox"].includes(it.type)) it.checked = false;
    else if (["INPUT", "SELECT", "TEXTAREA"].includes(it.tagName)) it.value = given[it.name] || "";
  }
}"""
IN_A_FIELD = """() => {
  const at = document.activeElement;
  return at.matches("input, select, textarea, fieldset") || location.hash.length > 1;
}"""
# Every pair of ink and ground on the page that is not known, with whether the letters are large;
# what stands in such a pair is kept for a closer look.
FRESH = """known => {
  const told = new Map();
  const ground = at => {
    const style = at && getComputedStyle(at);
    if (!style) return "";
    const own = [style.backgroundColor, style.backgroundImage, style.opacity].join(" ");
    const opaque = style.backgroundColor.startsWith("rgb(") && style.opacity === "1";
    return opaque ? own : `${own} on ${ground(at.parentElement)}`;
  };
  const tell = at => {
    const {color, fontSize, fontWeight} = getComputedStyle(at);
    // From where on WCAG lets letters be paler.
    const isLarge = parseFloat(fontSize) >= (fontWeight >= 700 ? 18.66 : 24);
    const pair = [color, isLarge, ground(at)].join(" ");
    if (!known.includes(pair)) told.set(pair, [...(told.get(pair) || []), at]);
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    if (texts.currentNode.data.trim()) tell(texts.currentNode.parentElement);
  }
  document.querySelectorAll("input, select, textarea").forEach(tell);
  window.fresh = [...told.values()].flat();
  return [...told.keys()];
}"""
# Those that axe has found readable: three quarters of its time goes to contrast, page after page.
# What is laid over something else, and is not inside it, counts as standing on its own parents.
READABLE = set[str]()
CONTRAST = "color-contrast"
VIOLATIONS = "async chosen => (await axe.run(document, chosen)).violations"
OF_THE_FRESH = "async chosen => (await axe.run({include: window.fresh}, chosen)).violations"
SAYS_DRAFT = "() => document.activeElement.value === 'draft'"
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
        self.page.add_init_script(BRING_AXE)
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))
        self.page.on("response", self._answered)
        self.page.on("request", self._asked)
        # Listened for from the start: asked for later, the first dialog may open unseen.
        self.page.on("filechooser", lambda _chooser: None)

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(f"{self.page.url} {message.type}: {message.text}")

    def _answered(self, answer: Response) -> None:
        if answer.status >= 400 and not answer.request.is_navigation_request():
            self.complaints.append(f"{self.page.url} {answer.status}: {answer.url}")

    def _asked(self, request: Request) -> None:
        """Nobody but the product’s own host is asked for anything."""
        asked, own = urlsplit(request.url), urlsplit(self.page.url)
        if own.netloc and asked.scheme in {"http", "https"} and asked.netloc != own.netloc:
            self.complaints.append(f"{self.page.url} asked {request.url}")

    def kept_in_the_browser(self) -> list[str]:
        """Return what the pages have put in the browser's own stores, cookies aside."""
        stores = "() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]"
        return list(self.page.evaluate(stores))

    def go(self, address: str) -> None:
        self.page.goto(address, wait_until="load")

    def sign_in_as(self, person: str) -> None:
        """One click on the demo sign-in page, by user name."""
        self.go("/logga/in/")
        with self.page.expect_navigation(wait_until="load"):
            self.page.locator(f'button[name="person"][value="{person}"]').click()

    def sign_in_with(self, username: str, password: str) -> None:
        """As somebody does where there is no demo."""
        self.go("/logga/in/")
        self.page.locator("#id_login").fill(username)
        self.fill_and_send("#id_password", password)

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

    def forms(self) -> list[str]:
        """Return the names of what the page's forms are sent to."""
        actions = self.page.eval_on_selector_all(
            "main form[method=post]", "all => all.map(form => form.action)"
        )
        return [resolve(urlsplit(action).path).view_name for action in actions]

    def send_wrongly(self, name: str, wrong: Mapping[str, object]) -> int:
        """Send the page's form of that name with only this in it; return the answer's status."""
        form = self.page.locator("main form[method=post]").nth(self.forms().index(name))
        form.evaluate(FILLED, wrong)
        with self.page.expect_navigation(wait_until="load") as going:
            form.evaluate("form => HTMLFormElement.prototype.submit.call(form)")
        answer = going.value
        return answer.status if answer else 0

    def summary_leads_to_a_field(self) -> bool:
        """Follow the first link of the summary of what is wrong."""
        link = self.page.locator(".errsum a").first
        if link.count():
            link.click()
        return bool(self.page.evaluate(IN_A_FIELD))

    def fill_and_send(self, selector: str, text: str) -> None:
        self.page.locator(selector).fill(text)
        with self.page.expect_navigation(wait_until="load"):
            self.page.locator(selector).press("Enter")

    def faults(self, *rules: str) -> list[str]:
        """Return what axe finds on the page, by all rules or only some.

        The same ink on the same ground is not judged again, unless contrast is what is asked for.
        """
        # Read in where a page is judged, and only what it finds brought out: half of `AXE.run`.
        self.page.evaluate("window.bringAxe()")
        if rules:
            found = self._violations(VIOLATIONS, runOnly=list(rules))
        else:
            found = self._violations(VIOLATIONS, rules={CONTRAST: {"enabled": False}})
            found += self._too_pale()
        return [
            f"{one['id']}: {one['help']} {[node['target'] for node in one['nodes']][:3]}"
            for one in found
        ]

    def _violations(self, of: str, **chosen: object) -> list[Any]:
        return list(self.page.evaluate(of, {"resultTypes": ["violations"], **chosen}))

    def _too_pale(self) -> list[Any]:
        fresh = set[str](self.page.evaluate(FRESH, list(READABLE)))
        found = self._violations(OF_THE_FRESH, runOnly=[CONTRAST]) if fresh else []
        if not found:
            READABLE.update(fresh)
        return found

    def is_at(self, width: int) -> bool:
        now = self.page.viewport_size
        return now is not None and now["width"] == width

    def resize(self, width: int) -> None:
        if not self.is_at(width):
            self.page.set_viewport_size({"width": width, "height": 900})

    def sideways(self) -> int:
        """Return by how many pixels the page scrolls sideways."""
        return int(
            self.page.evaluate(
                "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
        )

    def picture(self, name: str) -> None:
        """Keep a picture of the whole page for whoever wants to look: PICTURES=1 make test."""
        if not os.environ.get("PICTURES"):
            return
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

    def write(self, selector: str, text: str) -> None:
        """Go to a field by keyboard and type in it."""
        self.tab_to(selector)
        self.page.keyboard.type(text)

    def enter(self, selector: str) -> None:
        """Go to a link or a button by keyboard, press it, and wait for the page after it."""
        self.tab_to(selector)
        with self.page.expect_navigation(wait_until="load"):
            self.press("Enter")

    def enter_the_one(self, selector: str, about: str) -> None:
        """As `enter`, where several look alike: the one whose text names what it is about."""
        number = next(
            number
            for number, one in enumerate(self.page.locator(selector).all())
            if about in (one.text_content() or "")
        )
        mark = "(all, at) => all[at].setAttribute('data-chosen', '')"
        self.page.eval_on_selector_all(selector, f"(all) => ({mark})(all, {number})")
        self.enter("[data-chosen]")

    def answer_until(self, selector: str) -> None:
        """Go through a form to its button: where nothing is said, say yes and decided."""
        for _step in range(MOST_STEPS):
            self.press("Tab")
            if self.page.evaluate(IS_OPEN):
                self.press("Space")
                if self.page.evaluate(SAYS_DRAFT):
                    self.press("ArrowDown")
            if self.page.evaluate("it => document.activeElement.matches(it)", selector):
                with self.page.expect_navigation(wait_until="load"):
                    self.press("Enter")
                return
        raise AssertionError(f"{selector} cannot be reached with Tab on {self.page.url}.")
