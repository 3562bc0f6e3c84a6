"""A browser, and the demo county served as `make run` serves it."""

from __future__ import annotations

import json
import os
import queue
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.urls import resolve, reverse
from playwright.sync_api import Browser, BrowserContext, Playwright, sync_playwright

from tests.architecture.tree import ROOT
from tests.browser import letters
from tests.browser.consulting import ask_falun, comment, suggest
from tests.browser.convening import call_and_begin, convene, write_minutes
from tests.browser.deciding import decide
from tests.browser.sharing import share_a_draft
from tests.browser.touring import (
    ADMINISTRATOR,
    ASKED,
    COORDINATOR,
    DRAFT,
    EDITOR,
    NETWORK,
    NOBODY,
    REGIONAL_TEXT,
    UNASKED,
    WITHOUT_A_PASSWORD,
    WRITING,
    Named,
    Tour,
    tour,
)
from tests.browser.visitor import Visitor
from tests.migrated import migrated

# The one without a window is quickest.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
CHROMIUM = next(filter(None, map(shutil.which, BROWSERS)), "")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # No page of ours lives long enough for its scripts to be worth compiling over again.
    "--js-flags=--no-maglev --no-turbofan",
]
START_SECONDS = 90
# Several commands in one start of Python.
IN_TURN = """import json, sys, django
django.setup()
from django.core.management import call_command
for words in json.loads(sys.argv[1]):
    call_command(*words)"""
# The persons of the empty site: two with a seat (one to try keys with), one without.
SEATED, KEYED, SEATLESS, PASSWORD = "siri", "petra", "sten", "en lång mening för provet"
# Whoever has just become the administrator of a municipality.
NEW_ADMINISTRATOR = "ada"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if not CHROMIUM:
                item.add_marker(
                    pytest.mark.skip("Left out: there is no Chromium. apt-get install chromium")
                )


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start the product with the demo county in a folder of its own; yield its address."""
    with served(begun(tmp_path_factory, SAMKLANG_DEMO="1"), "--demo") as address:
        yield address


@pytest.fixture(scope="session")
def empty_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start it as an installation on its first day: a county, four persons, nothing handed in."""
    settings = environment(
        tmp_path_factory, SAMKLANG_PACK="xx-nordmark", DJANGO_SUPERUSER_PASSWORD=PASSWORD
    )
    persons = (SEATED, KEYED, SEATLESS, NEW_ADMINISTRATOR)
    made = [["createsuperuser", "--noinput", *account(name)] for name in persons]
    seats = [
        ["seat", SEATED, "landskapet", "coordinator"],
        ["seat", KEYED, "landskapet", "administrator"],
        ["seat", NEW_ADMINISTRATOR, "bergvik", "administrator"],
    ]
    commands = [["migrate", "--verbosity=0"], ["load_pack", "xx-nordmark"], *made, *seats]
    subprocess.run(
        [sys.executable, "-c", IN_TURN, json.dumps(commands)],
        cwd=ROOT,
        env=settings,
        check=True,
        capture_output=True,
        timeout=START_SECONDS,
    )
    with served(settings) as address:
        yield address


def account(name: str) -> list[str]:
    return [f"--username={name}", f"--email={name}@example.test"]


def begun(folders: pytest.TempPathFactory, **settings: str) -> dict[str, str]:
    """An environment in which the database is migrated already."""
    made = environment(folders, **settings)
    shutil.copyfile(migrated(), Path(made["SAMKLANG_STATE_DIR"], "samklang.sqlite3"))
    return made


def environment(folders: pytest.TempPathFactory, **settings: str) -> dict[str, str]:
    state = folders.mktemp("state")
    for assets in ("vendor", "document-fonts"):
        (state / assets).symlink_to(ROOT / "var" / assets)
    return {
        **os.environ,
        "PYTHONPATH": str(ROOT / "src"),
        "DJANGO_SETTINGS_MODULE": "samklang.config.settings",
        "SAMKLANG_STATE_DIR": str(state),
        "SAMKLANG_DEMO": "0",
        "SAMKLANG_DATABASE": "",
        **settings,
    }


@contextmanager
def served(environment: dict[str, str], *options: str) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with subprocess.Popen(
        [sys.executable, "manage.py", "serve", "--port", str(port), *options],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as served:
        try:
            yield _address(served)
        finally:
            os.killpg(served.pid, signal.SIGTERM)


def _address(served: subprocess.Popen[str]) -> str:
    """Wait for the address that the product prints when it can be visited."""
    said: list[str] = []
    lines: queue.Queue[str] = queue.Queue()

    def listen() -> None:
        for line in served.stdout or ():
            lines.put(line)
        lines.put("")

    threading.Thread(target=listen, daemon=True).start()
    while line := lines.get(timeout=START_SECONDS):
        said.append(line)
        if found := re.search(r"http://(?:localhost|127\.0\.0\.1):\d+", line):
            return found.group()
    pytest.fail(f"The product did not start:\n{''.join(said)}")


@pytest.fixture(autouse=True, scope="session")
def _side_by_side() -> Iterator[None]:
    """The browser keeps a loop of its own in this thread, in which Django would see a danger."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        yield


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    started = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
    yield started
    started.close()


@pytest.fixture(scope="session")
def furnished(
    browser: Browser, site: str, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Named, ...]:
    """Hand in files, approve a report, begin a meeting and share a draft: there are such pages.

    Return those that no link of the tour leads to: the draft's own forms of sharing, who has
    adopted a local text, where evidence can be added, and a file's text that can be divided.
    """
    folder = tmp_path_factory.mktemp("letters")
    empty = folder / "tom.txt"
    empty.touch()
    opened = browser.new_context(base_url=site, locale="sv-SE")
    visitor = Visitor(opened.new_page())
    visitor.sign_in_as("tove")
    visitor.hand_in([*letters.write(folder, letters.ASIDE), empty, write_minutes(folder)])
    visitor.enter(letters.NEXT)
    visitor.answer_until(letters.CONFIRM)
    undivided = _text_of_the_agreement(visitor)
    visitor.go("/rapporter/inventering/")
    with visitor.page.expect_navigation(wait_until="load"):
        visitor.page.locator('form[action$="/godkann/"] button').click()
    own = [_named(address) for address in (convene(visitor), _called(visitor), decide(visitor))]
    draft, receiver = share_a_draft(visitor)
    opened.close()
    adopted = ("agreements:adoption", ("5", "5"))
    sharing = ("sharing:share", draft), ("sharing:preview", (*draft, receiver))
    return *sharing, adopted, undivided, *own


def _text_of_the_agreement(visitor: Visitor) -> Named:
    """Return the page where the text that has just been confirmed can be divided."""
    for link in ('main a[href^="/avtal/"]', 'main a[href^="/text/"]', 'main a[href*="/dela-in/"]'):
        address = visitor.page.locator(link).first.get_attribute("href") or ""
        visitor.go(address)
    return _named(address)


def _called(visitor: Visitor) -> str:
    """Return the address of a meeting that is sent out, and of which minutes are written."""
    return re.sub(r"anteckna/.*", "", call_and_begin(visitor)[0])


def _named(address: str) -> Named:
    found = resolve(urlsplit(address).path)
    return found.view_name, tuple(str(one) for one in found.kwargs.values())


@pytest.fixture(scope="session")
def consulted(browser: Browser, site: str) -> tuple[Named, ...]:
    """Let the editor send their draft for comments, and somebody comment on it and suggest words.

    Return its pages, the first of which is where the asked hand in their answer.
    """
    opened = [_new_context(browser, site) for _person in (EDITOR, ASKED)]
    editor, asked = (Visitor(one.new_page()) for one in opened)
    editor.sign_in_as(EDITOR)
    asked.sign_in_as(ASKED)
    text = reverse("texts:read", args=[DRAFT])
    round_ = ask_falun(editor, text)
    comment(asked, text, "Skriv vem vi ringer när samordnaren är ledig.")
    suggest(asked, text, " Det gäller även om natten.")
    asked.go(round_)
    answer = asked.page.locator('main a[href*="/svar/"]:not([href$=".svg"])').first
    handing = resolve(answer.get_attribute("href") or "")
    for one in opened:
        one.close()
    there = tuple(str(one) for one in handing.kwargs.values())
    return (("consultations:hand_in", there), ("consultations:consultation", there[:2]))


@pytest.fixture(scope="session")
def toured(
    browser: Browser,
    site: str,
    furnished: tuple[Named, ...],
    consulted: tuple[Named, ...],
) -> dict[str, Tour]:
    """What each of four persons, and nobody, finds by following links, most from the start."""
    handing, round_ = consulted
    begun = {
        COORDINATOR: (REGIONAL_TEXT, NETWORK, *furnished, *WITHOUT_A_PASSWORD),
        EDITOR: (*WRITING, round_, *WITHOUT_A_PASSWORD),
        ADMINISTRATOR: WITHOUT_A_PASSWORD,
        NOBODY: UNASKED,
        ASKED: (handing,),
    }
    found, files = {}, set[str]()
    for person, named in begun.items():
        opened = _new_context(browser, site)
        walking = Visitor(opened.new_page())
        walking.go("/logga/in/")
        if person != NOBODY:
            walking.sign_in_as(person)
        of = "consultations:" if person == ASKED else ""
        found[person] = tour(walking, *named, files=files, of=of)
        opened.close()
    return found


@pytest.fixture
def context(browser: Browser, site: str) -> Iterator[BrowserContext]:
    opened = _new_context(browser, site)
    yield opened
    opened.close()


@pytest.fixture
def visitor(context: BrowserContext) -> Visitor:
    return Visitor(context.new_page())


@pytest.fixture(scope="session")
def own_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A county for the walks that adopt what others go on writing; each walks in its own area."""
    with served(begun(tmp_path_factory, SAMKLANG_DEMO="1"), "--demo") as address:
        yield address


@pytest.fixture
def as_(browser: Browser, own_site: str) -> Iterator[Callable[[str], Visitor]]:
    """Open a browser of their own for each of the persons."""
    opened = []

    def enter(person: str) -> Visitor:
        context = browser.new_context(base_url=own_site, locale="sv-SE")
        opened.append(context)
        visitor = Visitor(context.new_page())
        visitor.sign_in_as(person)
        return visitor

    yield enter
    for context in opened:
        context.close()


@pytest.fixture
def newcomer(browser: Browser, empty_site: str) -> Iterator[Visitor]:
    """Somebody at an installation where nothing has been handed in."""
    opened = _new_context(browser, empty_site)
    yield Visitor(opened.new_page())
    opened.close()


def _new_context(browser: Browser, address: str) -> BrowserContext:
    """A browser that nobody has used, at the desk's size."""
    opened = browser.new_context(
        base_url=address,
        locale="sv-SE",
        reduced_motion="reduce",
        viewport={"width": 1280, "height": 900},
        accept_downloads=True,
    )
    opened.set_default_timeout(15_000)
    return opened
