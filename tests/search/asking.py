"""A county whose words are Swedish, and what somebody finds in it."""

from __future__ import annotations

from samklang.organizations.acting import Acting
from samklang.organizations.api import Partnership
from samklang.search.actions import catch_up
from samklang.search.analysis import Analysis, analysis_in
from samklang.search.queries import Found, find
from samklang.search.question import question
from tests import cast
from tests.architecture.tree import ROOT

FOLDERS = (str(ROOT / "packs" / "se" / "reading"),)


def swedish() -> Analysis:
    return analysis_in(FOLDERS)


def swedish_county() -> Partnership:
    made = cast.partnership()
    made.country = "se"
    made.save()
    return made


def asked(acting: Acting, text: str, *, kind: str = "", page: int = 1) -> Found:
    """Ask once the index has taken in what the test has made."""
    catch_up()
    return find(acting, question(text, swedish()), swedish(), kind=kind, page=page)


def titles(found: Found) -> list[str]:
    return [str(hit.title).replace("<mark>", "").replace("</mark>", "") for hit in found.hits]
