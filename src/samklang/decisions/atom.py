"""The register as an Atom feed (RFC 4287): what was recorded last comes first.

Each entry is named by the lasting address of its decision, so that a reader knows it again for
ever. How a decision stands on the day is left to its page: what is sent is what was decided.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from django.utils.feedgenerator import Atom1Feed
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samklang.common.letters import clean
from samklang.decisions.decision_words import numbered
from samklang.decisions.models import Decision

ATOM_TYPE = "application/atom+xml; charset=utf-8"
# A title is a line in a list: the whole clause stands under it.
_LINE = 200


@dataclass(frozen=True, slots=True)
class FeedHead:
    """Whose register it is, where it is, which question was asked, and since when it is told."""

    county: str
    site: str
    register: str
    feed: str
    since: datetime


class _Feed(Atom1Feed):
    """An empty feed has changed when it began, not now."""

    def latest_post_date(self) -> datetime:
        since: datetime = self.feed["since"]
        return super().latest_post_date() if self.items else since


def written(decisions: Iterable[Decision], head: FeedHead) -> tuple[bytes, datetime]:
    """Return the feed and when what is in it last changed; its head has no secret in it."""
    feed = _Feed(
        title=_("Decisions in %(county)s") % {"county": head.county},
        link=head.site + head.register,
        description=None,
        subtitle=_("What the county’s bodies have decided, clause by clause."),
        language=get_language(),
        author_name=clean(head.county),
        feed_url=head.site + head.feed,
        since=head.since,
    )
    for one in decisions:
        _add(feed, one, head.site)
    made = BytesIO()
    feed.write(made, "utf-8")
    return made.getvalue(), feed.latest_post_date()


def _add(feed: _Feed, decision: Decision, site: str) -> None:
    address = site + decision.get_absolute_url()
    wording = clean(decision.wording)
    done = [one.done_at for one in decision.effects.all() if one.done_at]
    feed.add_item(
        title=_line(wording),
        link=address,
        unique_id=address,
        description=_description(decision, wording),
        author_name=clean(decision.body.name),
        pubdate=decision.recorded_at,
        updateddate=max((decision.recorded_at, *done)),
        categories=[clean(area.short_name) for area in decision.areas.all()],
    )


def _line(wording: str) -> str:
    line = " ".join(wording.split())
    return line if len(line) <= _LINE else f"{line[:_LINE].rstrip()}…"


def _description(decision: Decision, wording: str) -> str:
    day = date_format(decision.decided_date, "j F Y")
    body = clean(decision.body.name)
    said = _("Decided by %(body)s, %(day)s.") % {"body": body, "day": day}
    where = [numbered(clean(decision.paragraph)), clean(decision.source)]
    return format_html("<p>{}</p><p>{} {}</p>", wording, said, ", ".join(filter(None, where)))
