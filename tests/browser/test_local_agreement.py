"""A local agreement from the first question to its place in the county picture, in the browser.

Mora and the region write it together, Falun is asked what it thinks, both parties adopt it.

Seen red: without the sharing the region finds nothing to write in, and without the second adoption
the matrix says that it is under way.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.browser.conftest import CHROMIUM
from tests.browser.consulting import ask_falun, comment, follow, press
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="Left out: there is no Chromium.")
AREA, DRAFT = "Missbruk och beroende", "Missbruk och beroende i Mora"
BOTH = (1280, 390)
OURS = "Den som först träffar personen ringer samma dag."
THEIRS = "Vårdcentralens samordnare bokar tiden."
COMMENT = "Skriv vem vi ringer när samordnaren är ledig."
REVISED = "Vårdcentralens samordnare bokar tiden, och växeln när hon är ledig."


def looked_over(visitor: Visitor, name: str) -> list[str]:
    faults = []
    for width in BOTH:
        visitor.resize(width)
        visitor.picture(f"walk-{name}-{width}")
        faults += [f"{name} at {width}: {fault}" for fault in visitor.faults()]
    visitor.resize(1280)
    return faults


def begin(karin: Visitor) -> str:
    """Answer the guide, and go on in the draft that the municipality has; return its address."""
    page = karin.page
    karin.go("/avtal/steg-for-steg/")
    page.get_by_label(AREA).check()
    for _question in range(6):
        press(page, "Fortsätt")
    press(page, "Fortsätt i utkastet")
    found = re.search(r"/text/\d+/", page.url)
    assert found is not None
    return found.group()


def share_the_writing(karin: Visitor, text: str) -> None:
    page = karin.page
    karin.go(text)
    follow(page, "Dela med …")
    page.get_by_label("Region Dalarna").check()
    page.get_by_label("Att skriva tillsammans").check()
    press(page, "Se vad de kommer att se")
    press(page, "Dela med Region Dalarna")


def answer(visitor: Visitor, text: str, number: int, *, how: str) -> None:
    page = visitor.page
    visitor.go(f"{text}svar/")
    with page.expect_navigation(wait_until="load"):
        page.locator(f'main a[href^="{text}svar/"]').nth(number).click()
    page.get_by_label("Hur gör ni?").fill(how)
    page.get_by_label("Vem gör det hos Mora").fill("Vuxenenheten, enhetschefen")
    page.get_by_label("Vem gör det hos Region").fill("Vårdcentralen, samordnaren")
    page.get_by_label("När ska det vara gjort?").fill("Inom en vecka")
    page.get_by_label("Ja", exact=True).check()
    page.locator("main form button.btn").click()
    page.wait_for_load_state()


def adopt(visitor: Visitor, party: str) -> None:
    page = visitor.page
    visitor.go("/avtal/")
    follow(page, DRAFT)
    follow(page, "Anteckna ett antagande")
    chosen = page.locator("[name=party]")
    chosen.select_option(label=party)
    page.locator("[name=kind]").select_option("decision")
    page.locator("[name=adopted_date]").fill("2026-10-01")
    page.get_by_label("Utgåvans text, oförändrad").check()
    press(page, "Anteckna antagandet")


def hold(karin: Visitor, kind: str, day: str) -> None:
    """Record when it starts or ends."""
    page = karin.page
    karin.go("/avtal/")
    follow(page, DRAFT)
    follow(page, "Anteckna när den gäller")
    page.locator("[name=kind]").select_option(kind)
    page.locator("[name=when]").fill(day)
    press(page, "Anteckna")


def in_the_matrix(visitor: Visitor) -> str:
    """Return what the county picture says of Mora, in the first area."""
    visitor.go("/lanet/")
    return (
        visitor.page.get_by_role("row", name=re.compile("^Mora")).locator("td").first.inner_text()
    )


def replied(visitor: Visitor, text: str, words: str) -> str:
    """Reply to the first comment, and return what its page says then."""
    page = visitor.page
    visitor.go(f"{text}synpunkter/")
    follow(page, "Svara eller")
    page.locator("main form textarea").first.fill(words)
    with page.expect_navigation(wait_until="load"):
        page.locator("main form:has(textarea) button.btn").first.click()
    return page.locator("main").inner_text()


def consulted(karin: Visitor, idris: Visitor, runar: Visitor, text: str) -> list[str]:
    """Send the draft to Falun, heed what they say of it, and close the consultation."""
    round_ = ask_falun(karin, text)
    comment(idris, text, COMMENT)
    faults = looked_over(idris, "comment")
    karin.go(f"{text}synpunkter/")
    assert COMMENT in karin.page.content()
    answer(runar, text, 2, how=REVISED)
    assert "Nu står det." in replied(karin, text, "Nu står det.")
    faults += looked_over(karin, "reply")
    karin.go(round_)
    faults += looked_over(karin, "round")
    follow(karin.page, "Stäng remissen")
    karin.page.locator("main form button.btn").first.click()
    karin.page.wait_for_load_state()
    assert "Remissen är stängd" in karin.page.locator("main").inner_text()
    return faults


def test_a_local_agreement_is_drafted_consulted_adopted_and_stands_in_the_matrix(
    as_: Callable[[str], Visitor],
) -> None:
    karin, runar, idris = as_("karin"), as_("runar"), as_("idris")
    assert "Under arbete" in in_the_matrix(karin)
    text = begin(karin)
    assert runar.page.goto(text).status == 403  # type: ignore[union-attr]  # it answers

    share_the_writing(karin, text)
    answer(karin, text, 1, how=OURS)
    answer(runar, text, 2, how=THEIRS)
    faults = looked_over(runar, "answer")
    faults += consulted(karin, idris, runar, text)
    hold(karin, "starts", "2026-10-01")
    hold(karin, "ends", "2027-06-30")
    adopt(karin, "Mora kommun")
    adopt(runar, "Region Dalarna")

    karin.go(text)
    faults += looked_over(karin, "adopted")
    assert karin.page.get_by_role("link", name="Skriv", exact=True).count() == 0
    promised = karin.page.locator("main").inner_text()
    assert [one in promised for one in ("Det här gör vi", OURS, REVISED)] == [True] * 3
    assert THEIRS not in promised
    assert "Gäller" in in_the_matrix(karin)
    assert faults == []
