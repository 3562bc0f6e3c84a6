"""An agreement’s page for one reader, as its title and the part that is its own."""

from __future__ import annotations

from collections import defaultdict

from django.utils.safestring import SafeString

from samklang.agreements import policies
from samklang.agreements.models import Edition
from samklang.agreements.page import AgreementPage, banner_lines
from samklang.agreements.queries import Dossier
from samklang.common.jinja import part
from samklang.common.words import words
from samklang.organizations.api import Acting
from samklang.sharing.api import Share, shares_of


def content(acting: Acting, dossier: Dossier) -> tuple[str, SafeString]:
    """Make the page’s own part; it has no forms, so that all with the same seats share it."""
    page = AgreementPage(dossier, words(dossier.agreement.partnership))
    own = _own_drafts(acting, dossier)
    context = {
        "page": page,
        "dossier": dossier,
        "agreement": dossier.agreement,
        "banner": banner_lines(page),
        "words": page.words,
        "is_past": dossier.day != acting.today,
        "may_edit": policies.can_edit(acting, dossier.agreement),
        "own_drafts": own,
        "shares": _shares(own),
        "may_record": policies.can_record_for_party(acting, dossier.agreement, dossier.party_ids),
    }
    return str(dossier.agreement), part("agreements/_detail.html", {**context, "tab": "detail"})


def _own_drafts(acting: Acting, dossier: Dossier) -> frozenset[int]:
    """Return the drafts that the user’s organizations write: they may share them."""
    writes = acting.writes_for()
    return frozenset(
        one.edition.pk
        for one in dossier.editions
        if not one.is_decided and one.edition.inside & writes
    )


def _shares(drafts: frozenset[int]) -> dict[int, list[tuple[Share, str]]]:
    """Return who can read each draft, with the receipt, for those who write it."""
    found: dict[int, list[tuple[Share, str]]] = defaultdict(list)
    for share in shares_of(Edition.KIND, drafts) if drafts else ():
        shown = ", ".join(
            one.organization.short_name for one in share.recipients.all() if one.stands
        )
        if shown:
            found[share.thing_id].append((share, shown))
    return found
