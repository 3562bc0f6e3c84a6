"""What an agreement's history says of consultations; told to those who write the draft alone."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from samklang.agreements.api import tell_also

tell_also(
    {
        "comment.made": _("Commented on “%(what)s” in edition %(edition)s"),
        "comment.replied": _("Replied to a comment on “%(what)s” in edition %(edition)s"),
        "comment.settled": _("Marked a comment on “%(what)s” in edition %(edition)s as settled"),
        "comment.reopened": _("Reopened a comment on “%(what)s” in edition %(edition)s"),
        "suggestion.made": _("Suggested other words for “%(what)s” in edition %(edition)s"),
        "suggestion.accepted": _("Accepted a suggestion for “%(what)s” in edition %(edition)s"),
        "suggestion.rejected": _("Rejected a suggestion for “%(what)s” in edition %(edition)s"),
        "suggestion.withdrawn": _("Withdrew a suggestion for “%(what)s” in edition %(edition)s"),
        "consultation.opened": _("Sent edition %(edition)s on consultation to %(what)s"),
        "consultation.answered": _("Consultation on edition %(edition)s: %(what)s"),
        "consultation.extended": _(
            "Consultation on edition %(edition)s: answers are wanted by %(what)s"
        ),
        "consultation.closed": _("Closed and froze the consultation on edition %(edition)s"),
        "consultation.remarked": _(
            "Wrote a remark to the closed consultation on edition %(edition)s"
        ),
    }
)
