"""Everything that says who may speak of a draft, answer, decide, and run a consultation."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from samklang.agreements.api import Edition
from samklang.common.policy import ALLOWED, Verdict, denied
from samklang.consultations.models import Comment, Consultation, Participant, Suggestion
from samklang.consultations.queries import RoundPage, Talk, is_in_closed_round
from samklang.organizations.api import Acting
from samklang.texts.api import can_write, writers

_ADOPTED = denied(_("The text is adopted. Nobody comments on it any more, and it is not changed."))
_OVER = denied(
    _("The consultation is closed. What was said is frozen, and nothing more is added to it.")
)


def can_speak(talk: Talk) -> Verdict:
    """Whoever may read a draft may comment and suggest, until their consultation is closed."""
    if talk.is_settled:
        return _ADOPTED
    return ALLOWED if talk.voices else _OVER


def can_reply(talk: Talk, comment: Comment) -> Verdict:
    """The draft's writers and whoever has a voice in it, as long as nothing is frozen."""
    if is_in_closed_round(comment):
        return _OVER
    return can_speak(talk)


def can_settle(acting: Acting, talk: Talk, comment: Comment) -> Verdict:
    """The draft's writers, and those who write for the organization that commented."""
    if talk.is_settled:
        return _ADOPTED
    if is_in_closed_round(comment):
        return _OVER
    if (talk.writers | {comment.organization_id}) & acting.writes_for():
        return ALLOWED
    return denied(
        _("Only those who write the draft, or for whoever commented, may settle a comment.")
    )


def can_decide(acting: Acting, talk: Talk) -> Verdict:
    """Accepting and rejecting is writing: the same people, until the same moment."""
    return can_write(acting, talk.text.opened)


def can_withdraw(acting: Acting, talk: Talk, suggestion: Suggestion) -> Verdict:
    if talk.is_settled:
        return _ADOPTED
    if is_in_closed_round(suggestion):
        return _OVER
    writes = suggestion.organization_id in acting.writes_for()
    if suggestion.made_by_id == acting.user.pk or writes:
        return ALLOWED
    return denied(_("Only whoever made the suggestion may withdraw it."))


def can_open(talk: Talk, verdict: Verdict) -> Verdict:
    """Those who may share the draft may ask others about it, once at a time."""
    if not verdict:
        return verdict
    if talk.is_settled:
        return _ADOPTED
    if not talk.text.sections:
        return denied(_("Write the text in sections first, so that there is something to ask of."))
    if talk.open_round is not None:
        return denied(_("A consultation is open already. Close it before you open another."))
    return ALLOWED


def can_run(acting: Acting, edition: Edition) -> Verdict:
    """Those who write the draft extend, close and compile its consultations."""
    if writers(edition) & acting.writes_for():
        return ALLOWED
    return denied(
        _("Only those who write for %(keeper)s may do this.") % {"keeper": edition.agreement.keeper}
    )


def can_hand_in(acting: Acting, consultation: Consultation, participant: Participant) -> Verdict:
    """An organization's own writers say what it answers; for a user organization the draft's."""
    if not consultation.is_open:
        return _OVER
    edition = consultation.edition
    by = {participant.organization_id} if participant.organization_id else writers(edition)
    if acting.writes_for() & by:
        return ALLOWED
    return denied(
        _("Only those who write for %(name)s may hand in its answer.") % {"name": participant}
    )


def can_read_compilation(acting: Acting, page: RoundPage) -> Verdict:
    """The draft's readers inside; those asked, when it is closed and they see each other."""
    consultation = page.consultation
    if page.writers & acting.organization_ids:
        return ALLOWED
    if page.speaks_of_later:
        return denied(
            _("Some of the answers are about a later wording, which is not shared with you.")
        )
    if consultation.sees_each_other and not consultation.is_open:
        return ALLOWED
    return denied(_("Only those who write the draft read all the answers together."))
