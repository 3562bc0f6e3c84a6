"""What standing the text has: under way, decided by whom, or known to hold all the same."""

from __future__ import annotations

from django.utils.translation import gettext as _

from samklang.inventories.phrases import adoption_phrase
from samklang.inventories.proposal.evidence import Result, evidence
from samklang.inventories.questions import Form, Question

DRAFT, ADOPTED, KNOWN_TO_HOLD = "draft", "adopted", "known_to_hold"


def standing(result: Result) -> Question:
    """A person says it: a file that looks finished is not decided for that."""
    signed = result["signed"]
    blank = bool(signed) and signed["value"]["kind"] == "blank"
    remark = _("The file has places for signatures that nobody has filled in.") if blank else ""
    return Question(
        "standing",
        Form.STANDING,
        _("What standing the text has"),
        required=True,
        missing=_("Choose what standing the text has."),
        remark=remark,
    )


def adoption(result: Result) -> Question:
    """A yes without its day cannot be placed in time: then the person writes who and when."""
    fact, label = result["signed"], _("Adopted")
    if fact and len(fact["value"]["date"] or "") == len("YYYY-MM-DD"):
        shown = adoption_phrase(fact["value"])
        return Question("adoption", Form.ADOPTION, label, fact["value"], shown, **evidence(fact))
    return Question("adoption", Form.ADOPTION, label)
