"""A meeting from the year plan to locked minutes, and one decision that extends three agreements.

Seen red: with minutes that are being written open to the county, with no decision outside a
mandate, and with a bookmark and a page of the papers looked for where they are not.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import FilePayload
from pypdf import PdfReader
from pypdf.generic import Destination

from tests.browser.consulting import follow, press
from tests.browser.convening import ask_to_check
from tests.browser.visitor import READING_SECONDS, Visitor
from tests.meetings.papers import pdf

NETWORK, STEERING = "Länschefsnätverket", "Styrgruppen för Länschefsnätverket"
THREE = ("Samverkan om missbruk", "Samverkan kring psykisk", "Samverkan för barns")
PROPOSAL = "att förlänga de tre överenskommelserna till och med den 30 juni 2028"
ADOPTED = f"{PROPOSAL}."
# The desk, a phone and a projector.
WIDTHS = (1280, 390, 1920)


def looked_over(visitor: Visitor, name: str) -> list[str]:
    faults = [f"{name}: {fault}" for fault in visitor.faults()]
    for width in WIDTHS:
        visitor.resize(width)
        visitor.picture(f"meeting-{name}-{width}")
        if visitor.sideways():
            faults.append(f"{name} at {width} scrolls sideways")
    visitor.resize(1280)
    return faults


def plan_the_year(tove: Visitor) -> str:
    """Begin a series, have its days proposed and tell the county; return the first meeting."""
    page = tove.page
    tove.go("/moten/arsplan/serie/ny/")
    page.locator("[name=body]").select_option(label=NETWORK)
    page.locator("[name=keeper]").select_option(label="RSS Dalarna")
    page.locator("[name=name]").fill("Nätverkets möten")
    page.locator("[name=weekday]").select_option(label="Torsdag")
    page.locator("[name=start_time]").fill("13.00")
    page.locator("[name=chair]").fill("Alva Almskog")
    page.locator("[name=matters_days]").fill("21")
    press(page, "Spara")
    follow(page, "Föreslå årets dagar")
    page.locator("[name=way][value=months]").check()
    page.locator("[name=first_day]").fill("2026-11-01")
    page.locator("[name=last_day]").fill("2027-03-31")
    page.locator("[name=nth]").select_option(label="Tredje")
    press(page, "Visa dagarna")
    assert page.locator("[name=day]").count() == 5
    page.locator("[name=known][value=announced]").check()
    press(page, "Skapa mötena")
    follow(page, re.compile("19 november 2026"))
    return page.url


def call(tove: Visitor, meeting: str) -> list[str]:
    """Put the extension on the agenda, with its proposal, and send it out."""
    page = tove.page
    tove.go(f"{meeting}punkt/ny/")
    page.get_by_label("Rubrik").fill("Förläng de regionala överenskommelserna")
    page.locator("[name=kinds][value=for_decision]").check()
    page.get_by_label("Förslag till beslut").fill(PROPOSAL)
    press(page, "Spara")
    tove.go(f"{meeting}bilaga/ny/")
    page.get_by_label("Beteckning").fill("1")
    page.get_by_label("Vad det är").fill("Underlag")
    page.get_by_label("Förläng de regionala").check()
    content = pdf("Underlaget, första sidan", "Underlaget, andra sidan")
    paper = FilePayload(name="underlag.pdf", mimeType="application/pdf", buffer=content)
    page.locator("[name=file]").set_input_files(paper)
    page.locator("[name=about_nobody]").check()
    press(page, "Spara")
    tove.go(f"{meeting}skicka-ut/")
    press(page, "Skicka ut dagordningen till länet")
    return looked_over(tove, "agenda")


def gather(karin: Visitor, meeting: str) -> list[str]:
    """Order the papers, see how far they have come, and fetch both files when they are there."""
    page = karin.page
    karin.go(meeting + "handlingar/")
    press(page, "Samla handlingarna")
    # The same page says so, and goes on by itself: nobody reloads it.
    assert "Handlingarna samlas" in page.locator("[role=status]").first.inner_text()
    ready = page.get_by_role("link", name=re.compile("^Hämta PDF-filen"))
    ready.wait_for(timeout=READING_SECONDS * 1000)
    document = PdfReader(_fetched(karin, "Hämta PDF-filen"))
    assert bookmarks(document) == [
        (0, "Kallelse", 0),
        (0, "5 Förläng de regionala överenskommelserna", 1),
        (1, "Bilaga 1: Underlag", 1),
    ]
    assert "Underlaget, andra sidan" in document.pages[3].extract_text()
    with zipfile.ZipFile(_fetched(karin, "Hämta ZIP-filen")) as archive:
        assert archive.namelist() == ["00 Kallelse.pdf", "05 Bilaga 1 – Underlag.pdf"]
    return looked_over(karin, "papers")


def bookmarks(document: PdfReader) -> list[tuple[int, str, int | None]]:
    """Return each bookmark with how deep it lies and the page that it leads to."""

    def told(marks: object, depth: int) -> list[tuple[int, str, int | None]]:
        found = []
        for one in marks if isinstance(marks, list) else ():
            if isinstance(one, Destination):
                found.append((depth, str(one.title), document.get_destination_page_number(one)))
            found += told(one, depth + 1)
        return found

    return told(document.outline, 0)


def _fetched(visitor: Visitor, name: str) -> Path:
    with visitor.page.expect_download() as downloading:
        visitor.page.get_by_role("link", name=re.compile(f"^{name}")).click()
    return Path(downloading.value.path())


def write_minutes(tove: Visitor, meeting: str) -> list[str]:
    """Write during the meeting what is said and what is adopted, in other words than proposed."""
    page = tove.page
    tove.go(f"{meeting}anteckna/")
    press(page, "Påbörja anteckningarna")
    page.get_by_label("Vad sades?").fill("Fem kommuner frågade vad det betyder för dem.")
    page.get_by_label("Antagen lydelse").fill(ADOPTED)
    page.locator("[name=outcome][value=decided]").check()
    press(page, "Spara")
    faults = looked_over(tove, "minutes")
    tove.go(f"{meeting}narvaro/")
    page.locator("[name=present]").fill("Alva Almskog, Leksand\nTove Hagelin, RSS Dalarna")
    page.locator("[name=excused]").fill("Iris Skoglid, Mora")
    press(page, "Spara")
    return faults


def extend(tove: Visitor, meeting: str) -> list[str]:
    """Record the decision from the meeting: choose the three, look at what changes, and do it."""
    page = tove.page
    tove.go(meeting)
    follow(page, re.compile("^Registrera beslutet"))
    page.locator("[name=c0-what]").select_option(label="Förlänga överenskommelser")
    press(page, "Fortsätt")
    for agreement in THREE:
        page.get_by_label(agreement).check()
    page.get_by_label("Ny sista dag").fill("2028-06-30")
    press(page, "Se vad som skulle ändras")
    touched = page.locator("main").inner_text()
    for local in ("Missbruk och beroende i Falun", "Barn och unga i Falun", "i Rättvik"):
        assert local in touched
    faults = looked_over(tove, "preview")
    press(page, "Registrera beslutet")
    return faults + looked_over(tove, "decision")


def lock(tove: Visitor, otto: Visitor, meeting: str) -> list[str]:
    """Mark it as held; somebody else than the secretary checks, and the minutes are locked."""
    tove.go(meeting)
    press(tove.page, "Mötet har hållits")
    ask_to_check(tove, meeting, "Otto Bäckvall")
    otto.go(f"{meeting}anteckningar/")
    press(otto.page, "Så var det: justera")
    tove.go(f"{meeting}anteckningar/")
    tove.page.get_by_role("button", name=re.compile("^Lås")).click()
    tove.page.wait_for_load_state()
    assert re.search(r"[0-9a-f]{64}", tove.page.content())
    return looked_over(tove, "locked")


def falun_on(visitor: Visitor, day: str) -> str:
    """Return what the county picture of the day says of Falun, in the first area."""
    visitor.go(f"/lanet/?on={day}")
    row = visitor.page.get_by_role("row", name=re.compile("^Falun"))
    return row.locator("td").first.inner_text()


def refused(tove: Visitor) -> str:
    """Let the steering group try the same, and return what is said of its mandate."""
    page = tove.page
    tove.go("/beslut/nytt/")
    page.get_by_label("Vilken grupp beslutade?").select_option(label=STEERING)
    page.get_by_label("Vilken dag?").fill("2026-11-20")
    page.get_by_label("Att-sats", exact=True).first.fill("att förlänga överenskommelserna ett år")
    page.locator("[name=c0-what]").select_option(label="Förlänga överenskommelser")
    press(page, "Fortsätt")
    page.get_by_label(THREE[0]).check()
    page.get_by_label("Ny sista dag").fill("2029-06-30")
    press(page, "Se vad som skulle ändras")
    return page.locator("main").inner_text()


def test_a_meeting_goes_from_the_year_plan_to_locked_minutes_and_extends_three_agreements(
    as_: Callable[[str], Visitor],
) -> None:
    tove, otto, karin = as_("tove"), as_("otto"), as_("karin")
    meeting = plan_the_year(tove)
    faults = call(tove, meeting)
    faults += gather(karin, meeting)
    faults += write_minutes(tove, meeting)
    karin.go(meeting)
    assert "Fem kommuner frågade" not in karin.page.content()
    faults += extend(tove, meeting)
    faults += lock(tove, otto, meeting)

    assert "Längre än RÖK" in falun_on(karin, "2026-11-18")
    assert "Längre än RÖK" not in falun_on(karin, "2026-11-19")
    karin.go(f"{meeting}anteckningar/")
    assert "Fem kommuner frågade" in karin.page.content()
    assert "Utanför mandatet" in refused(tove)
    faults += looked_over(tove, "outside")
    assert faults == []
