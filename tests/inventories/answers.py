"""A person’s answers on the confirm page, as a browser sends them."""

from __future__ import annotations

from samklang.inventories.models import Reading
from samklang.inventories.pages import ConfirmPage
from samklang.inventories.questions import Answer, Form
from tests import cast


def all_right(reading: Reading, **changed: object) -> dict[str, object]:
    """Accept everything that was found; `changed` is by field name, with _ for -."""
    page = ConfirmPage(reading, today=cast.TODAY)
    sent: dict[str, object] = {}
    by_name = {question.name: question for question in page.questions}
    adopted = by_name["adoption"].value is not None
    sent["standing-value"] = "adopted" if adopted else "known_to_hold"
    for question in page.questions:
        if question.value is not None and not question.alternatives:
            sent[f"{question.name}-answer"] = Answer.ACCEPT.value
        elif question.form is Form.PARENT:
            sent[f"{question.name}-answer"] = Answer.LEAVE.value
    return {**sent, **{name.replace("__", "-"): value for name, value in changed.items()}}
