"""Every page can be used by everybody: axe, phone width, silence in the console, pictures.

Seen red: an image without a text, a table wider than the phone, an inline style, a script that
throws and a form that came back without its summary were each reported; so were a page that needs
its script and a page that no link leads to. A field without a label was reported on the pages of
division, of a pair of coverage, of an answer to a consultation and of the guide.
"""

from __future__ import annotations

import pytest

from tests.architecture.access_table import ACCESS
from tests.browser.looking import look_in_passing, look_over, pages_of
from tests.browser.touring import (
    ADMINISTRATOR,
    ASKED,
    COORDINATOR,
    EDITOR,
    INSIDE,
    NOBODY,
    Tour,
    correctable,
    gettable,
    page_name,
)
from tests.browser.visitor import Visitor
from tests.inventories.bad_files import TEST_NUMBER

# A text is linked to from its own agreement alone, and evidence from its own decision; an
# invitation is a link in a mail. Only one of the demo county's regional texts is in sections, so
# that nothing differs; the file of a comparison is asked for by a form. Minutes are locked by two,
# in test_minutes. Papers are gathered by a job, and a calendar is told its address by a person.
UNLINKED = {
    "agreements:download",
    "agreements:evidence",
    "decisions:atom",
    "decisions:feed_file",
    "meetings:correct",
    "meetings:feed_file",
    "meetings:paper_file",
    "meetings:papers_pdf",
    "meetings:papers_zip",
    "meetings:sealed",
    "organizations:invitation",
    "texts:mark_as_meant",
    "texts:redline",
}
# The sign-in page has two names.
ALIAS = "account_login"
# Forms that no page shows to a coordinator without a clash or before another form is sent, that say
# yes to anything, or that are filled in by those who are asked to carry a decision home.
UNSEEN = {
    "agreements:choose",
    "decisions:save",
    "decisions:write_home",
    "inventories:reject",
    "meetings:autosave_note",
    "decisions:atom",
    "decisions:feed_file",
    "meetings:correct",
    "meetings:propose",
    "meetings:settle",
    "meetings:take_up",
    "organizations:invitation",
}
# The two that signing in and the forms need; nobody is followed.
COOKIES = {"samklang", "samklang-form"}
WRONG = {row.page: row.sending for row in ACCESS if row.method == "post"}
# A stage, and who was there, may be said in any words but a resident's.
WRONG["agreements:move_stage"] = {"stage": TEST_NUMBER}
WRONG["meetings:attendance"] = {"present": f"Tall Lav, {TEST_NUMBER}"}
# Forms about a text, which many persons fill in by turns: test_local_agreement and test_writing
# walk through them. Their pages are opened here like all others.
WALKED = ("texts:", "consultations:", "guide:", "coverage:")
FORMS = {one for one in correctable() - UNSEEN - {ALIAS} if not one.startswith(WALKED)}
SENT_BY = {
    NOBODY: {"accounts:sign_in"},
    ADMINISTRATOR: {name for name in FORMS if name.startswith("organizations:")},
    COORDINATOR: {name for name in FORMS if not name.startswith(("organizations:", "account"))},
}
LONG = "Samverkansöverenskommelsegenomförandeuppföljningsarbetsgrupp " * 4


@pytest.mark.parametrize("person", [NOBODY, COORDINATOR, EDITOR, ADMINISTRATOR, ASKED])
def test_every_page_serves_everybody(
    visitor: Visitor, toured: dict[str, Tour], person: str
) -> None:
    """Each looks at what those before have not; `evidence` lets the editor see it all again."""
    before = {EDITOR: (COORDINATOR,), ADMINISTRATOR: (COORDINATOR,), ASKED: (COORDINATOR, EDITOR)}
    known = {name for one in before.get(person, ()) for name, _at in pages_of(toured[one])}
    pages = [(name, at) for name, at in pages_of(toured[person]) if name not in known]
    if person != NOBODY:
        visitor.sign_in_as(person)
    faults = []

    for number, (name, address) in enumerate(pages):
        visitor.go(address)
        label = f"{person}-{number:02}-{name.replace(':', '-')}"
        faults += look_in_passing(visitor, name, label)

    assert pages
    assert faults == []
    assert visitor.complaints == []
    assert visitor.kept_in_the_browser() == []
    assert {one["name"] for one in visitor.page.context.cookies()} <= COOKIES


@pytest.mark.evidence
def test_the_editors_own_look_of_every_page_serves_everybody_on_a_phone(
    visitor: Visitor, toured: dict[str, Tour]
) -> None:
    visitor.sign_in_as(EDITOR)
    faults = []

    for name, address in pages_of(toured[EDITOR]):
        visitor.go(address)
        faults += look_in_passing(visitor, name, widths=(390,))

    assert faults == []


def test_no_page_is_out_of_reach(toured: dict[str, Tour]) -> None:
    """What can be had by GET is linked to from somewhere, for somebody."""
    found = {name for one in toured.values() for name in one}
    newcomers = {name for name, _args in INSIDE} | {"account_change_password"}

    assert sorted(gettable() - found - newcomers - UNLINKED - {ALIAS}) == []


@pytest.mark.parametrize("widths", [(390,), pytest.param((1280,), marks=pytest.mark.evidence)])
@pytest.mark.parametrize("person", [NOBODY, COORDINATOR, ADMINISTRATOR])
def test_every_form_that_comes_back_serves_everybody(
    visitor: Visitor, toured: dict[str, Tour], person: str, widths: tuple[int, ...]
) -> None:
    """Each form is sent with next to nothing: its summary leads to what is missing."""
    faults, seen = [], set[str]()
    if person != NOBODY:
        visitor.sign_in_as(person)

    for page, address in pages_of(toured[person]):
        if seen == SENT_BY[person]:
            break
        for name in SENT_BY[person] & toured[person].sends[address] - seen:
            visitor.go(address)
            status = visitor.send_wrongly(name, WRONG[name])
            faults += [] if status == 422 else [f"{name} from {page}: {status}"]
            faults += look_in_passing(visitor, name, f"error-{name.replace(':', '-')}", widths)
            faults += [] if visitor.summary_leads_to_a_field() else [f"{name}: no way to the field"]
            seen.add(name)

    assert SENT_BY[person] - seen == set()
    assert faults == [], "\n".join(faults)


@pytest.mark.parametrize("address", ["/finns-inte/", "/avtal/999999/"])
def test_an_error_page_serves_everybody(visitor: Visitor, address: str) -> None:
    visitor.sign_in_as(EDITOR)
    visitor.complaints.clear()

    visitor.go(address)

    assert look_over(visitor, address) == []


@pytest.mark.evidence
def test_words_stay_readable_in_the_dark(visitor: Visitor, toured: dict[str, Tour]) -> None:
    visitor.sign_in_as(COORDINATOR)
    visitor.page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    faults = []

    for name, address in pages_of(toured[COORDINATOR]):
        visitor.go(address)
        faults += [f"{name}: {fault}" for fault in visitor.faults("color-contrast")]

    assert faults == []


def test_a_name_of_two_hundred_letters_fits_on_the_phone(visitor: Visitor) -> None:
    visitor.sign_in_as(COORDINATOR)
    visitor.go("/avtal/14/uppgifter/")
    before = visitor.page.locator("#id_title").input_value()

    try:
        visitor.fill_and_send("#id_title", LONG[:200])
        for address in ("/avtal/14/", "/avtal/", "/avtal/14/historik/", "/lanet/substance_use/"):
            visitor.go(address)
            visitor.resize(320)
            visitor.picture(f"long-{page_name(visitor.page.url).replace(':', '-')}-320")
            assert visitor.sideways() == 0, address
    finally:
        visitor.go("/avtal/14/uppgifter/")
        visitor.fill_and_send("#id_title", before)


@pytest.mark.parametrize(
    "turn", [0, *(pytest.param(one, marks=pytest.mark.evidence) for one in (1, 2, 3))]
)
def test_pages_work_without_scripts(visitor: Visitor, toured: dict[str, Tour], turn: int) -> None:
    """Every fourth page, and in `make evidence` the others."""
    visitor.sign_in_as(COORDINATOR)
    state = visitor.page.context.storage_state()
    browser = visitor.page.context.browser
    assert browser is not None

    context = browser.new_context(java_script_enabled=False, storage_state=state, locale="sv-SE")
    page = context.new_page()
    for name, address in pages_of(toured[COORDINATOR])[turn::4]:
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 200, name
        assert page.locator("h1:visible").count() == 1, name
    context.close()
