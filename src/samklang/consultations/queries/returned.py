"""What a Word document that came back is held against, as far as its reader may know the text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from samklang.consultations.lifecycle import Fate
from samklang.consultations.queries.opinions import Talk
from samklang.consultations.returned import Against
from samklang.texts.api import Section, Shown


def against(talk: Talk, sections: tuple[Shown, ...]) -> Against:
    return Against(
        sections,
        _states(talk),
        suggested=frozenset(
            (one.key, *one.wording) for one in talk.suggestions if one.fate == Fate.OPEN
        ),
        commented=frozenset((one.key, one.text) for one in talk.comments),
    )


def _states(talk: Talk) -> Mapping[str, list[Section]]:
    """Return how each section has read until today, or until the text was opened."""
    found: dict[str, list[Section]] = defaultdict(list)
    rows = Section.objects.filter(edition=talk.edition, is_removed=False)
    for one in rows.filter(saved_at__lte=talk.text.opened.until).order_by("-pk"):
        found[one.key].append(one)
    return found
