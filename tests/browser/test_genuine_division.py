"""A genuine county agreement is handed in, divided and answered locally, in the browser.

The file stands outside the repository; without it this test is left out and says so. What a careful
person found in it is read from beside it. Its county is another one, so that the area and the
parties are chosen by hand: a person does so where the product finds nothing that it knows.

Seen red: with the choice for the rest not heard the numbers differ, with commitments that need no
answer among the tasks the list is too long, and with the file still called by its suffix too few
of the commitments are proposed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.consulting import press
from tests.browser.visitor import Visitor

REAL = Path(__file__).parents[3] / "shared" / "real" / "agreements"
FILES = sorted(REAL.glob("01-*"))
LIST = REAL.parent / "commitments.json"
AREA = "Placering på hem för vård eller boende"
MOSTLY = 0.95
TITLE = "Samverkan som den har lästs"

pytestmark = pytest.mark.skipif(
    not (FILES and LIST.exists()),
    reason="the genuine agreements are not beside the repository (../shared/real)",
)


def read_and_confirmed(tove: Visitor) -> None:
    """Hand the file in, and confirm that it is a regional agreement which holds."""
    page = tove.page
    tove.hand_in(FILES)
    follow_exactly(page, FILES[0].name)
    page.locator("[name=kind-answer][value=accept]").check()
    page.locator("[name=title-answer][value=change]").check()
    page.locator("[name=title-value]").fill(TITLE)
    page.locator("[name=area-value]").select_option(label=AREA)
    for party in ("Region Dalarna", "Mora kommun"):
        page.get_by_label(party, exact=True).check()
    page.locator("[name=keeper-value]").select_option(label="RSS Dalarna")
    page.locator("[name=standing-value][value=known_to_hold]").check()
    page.locator("[name=valid_from-value]").fill("2020-02-01")
    page.locator("[name=valid_until-open]").check()
    press(page, "Bekräfta och spara")
    # The county has an agreement of the same area and parties: it is another one.
    page.get_by_label("Det här är en annan överenskommelse").check()
    press(page, "Bekräfta och spara")
    follow_exactly(page, TITLE)


def follow_exactly(page: Page, name: str) -> None:
    with page.expect_navigation(wait_until="load"):
        page.get_by_role("link", name=name, exact=True).first.click()


def share_proposed(wordings: list[str]) -> float:
    """Return how many of the commitments that a careful person is sure of are proposed."""
    listed = json.loads(LIST.read_text("utf-8"))["sections"]
    begun = [
        one["starts_with"].casefold()
        for section in listed
        for one in section["commitments"]
        if one["sure"] and one["file"] == FILES[0].name
    ]
    read = [one.casefold() for one in wordings]
    return sum(any(begin in one for one in read) for begin in begun) / len(begun)


def divided(tove: Visitor) -> int:
    """Confirm the division as proposed, but for one; return how many ask for a local answer."""
    page = tove.page
    follow_exactly(page, "Texten")
    with page.expect_navigation(wait_until="load"):
        page.get_by_role("link", name="Dela in i avsnitt").click()
    ticked = page.locator("[name=kept]:checked")
    asked = ":has([name=kept]:checked):has(select[name^=needs-] option[value=yes]:checked)"
    proposed, sure = page.locator("[name=kept]").count(), ticked.count()
    assert proposed > sure
    assert share_proposed(page.locator(".fact .serif").all_inner_texts()) >= MOSTLY
    page.locator(f".fact{asked} [name=kept]").first.uncheck()
    page.locator("[name=rest][value=no]").check()
    asking = page.locator(f".fact{asked}").count()
    press(page, "Bekräfta indelningen")
    assert "Texten är indelad i avsnitt." in page.content()
    follow_exactly(page, "Åtaganden")
    said = page.locator("main").inner_text()
    needed = said.count("Behöver ett lokalt svar")
    assert needed == asking
    assert needed + said.count("Behöver inget lokalt svar") == sure - 1
    return needed


def drafted(karin: Visitor) -> None:
    """Go through the guide’s questions to the draft’s task list."""
    page = karin.page
    karin.go("/avtal/steg-for-steg/")
    page.get_by_label(AREA).check()
    press(page, "Fortsätt")
    press(page, "Fortsätt")
    page.get_by_label(TITLE).check()
    for _question in range(4):
        press(page, "Fortsätt")
    press(page, "Påbörja utkastet")


def answered(karin: Visitor) -> str:
    """Answer the fourth task; return what its commitment says."""
    page = karin.page
    with page.expect_navigation(wait_until="load"):
        page.locator("main a.row").nth(3).click()
    promised = page.locator(".ask__said").inner_text()
    page.get_by_label("Hur gör ni?").fill("Den som först träffar personen ringer samma dag.")
    page.get_by_label("Vem gör det hos Mora").fill("Hemvården, enhetschefen")
    page.get_by_label("Vem gör det hos Region").fill("Vårdcentralen, samordnaren")
    page.get_by_label("När ska det vara gjort?").fill("Inom en vecka")
    page.get_by_label("Ja", exact=True).check()
    page.locator("main form button.btn").click()
    page.wait_for_load_state()
    return promised


def test_a_genuine_agreement_is_divided_and_each_commitment_that_asks_is_a_task(
    as_: Callable[[str], Visitor],
) -> None:
    tove, karin = as_("tove"), as_("karin")

    read_and_confirmed(tove)
    asking = divided(tove)
    faults = tove.faults("landmark-unique", "duplicate-id-aria")
    drafted(karin)
    first = karin.page.locator("main").inner_text()
    listed = karin.page.locator("main a.row").count()
    promised = answered(karin)
    window = karin.page.locator(".sects li").count()
    follow_exactly(karin.page, f"Se alla {asking}")

    assert f"0 av {asking} klara" in first
    assert listed == asking
    assert window < asking
    then = karin.page.locator("main").inner_text()
    assert f"1 av {asking} klara" in then
    assert "Hemvården, enhetschefen · Vårdcentralen, samordnaren" in then
    assert re.search(r"^\.\d", then, re.M) is None
    assert promised
    assert faults == []
