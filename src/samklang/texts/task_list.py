"""What a local text has left to answer: the task list, in the order of the regional text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from samklang.texts.models import Answer
from samklang.texts.queries import Chain
from samklang.texts.same_words import is_same
from samklang.texts.undertakings import Group, Undertaking, groups

# So many tasks stand beside the form of one of them, and so many of them before it.
_NEAR, _BEFORE = 12, 3


@dataclass(frozen=True, slots=True)
class Task:
    """A commitment that asks for a local answer, and how far the answer has come."""

    undertaking: Undertaking
    answer: Answer | None
    # The heading that it stands under.
    section: str = ""

    @property
    def is_suspect(self) -> bool:
        """Whether the regional text has other words now than when it was answered."""
        return self.answer is not None and not is_same(
            self.answer.upper_wording, self.undertaking.commitment.wording
        )

    @property
    def is_done(self) -> bool:
        return self.answer is not None and self.answer.is_done and not self.is_suspect

    @property
    def symbol(self) -> str:
        if self.is_suspect:
            return "warning"
        if self.is_done:
            return "in-force"
        return "under-way" if self.answer else "missing"

    @property
    def said(self) -> str:
        if self.is_suspect:
            return _("The regional text has changed since")
        if self.is_done:
            return _("done")
        return _("begun") if self.answer else _("not begun")


@dataclass(frozen=True)
class Tasks:
    """All that a local text is to answer."""

    chain: Chain
    answers: Mapping[str, Answer]

    @cached_property
    def groups(self) -> tuple[tuple[Group, tuple[Task, ...]], ...]:
        found = ((group, tuple(self._asked(group))) for group in groups(self.chain.text))
        return tuple((group, tasks) for group, tasks in found if tasks)

    def _asked(self, group: Group) -> Iterator[Task]:
        for one in group.undertakings:
            if one.commitment.needs_local_answer:
                yield Task(one, self.answers.get(one.key), group.title)

    @cached_property
    def all(self) -> tuple[Task, ...]:
        return tuple(task for _group, tasks in self.groups for task in tasks)

    @property
    def done_count(self) -> int:
        return sum(task.is_done for task in self.all)

    @property
    def unsorted_count(self) -> int:
        """Of how many commitments nobody has said whether they ask for a local answer."""
        return sum(one.needs_local_answer is None for one in self.chain.text.commitments)

    def find(self, key: str) -> Task | None:
        return next((one for one in self.all if one.undertaking.key == key), None)

    def near(self, key: str) -> tuple[Task, ...]:
        """Return the task with its neighbours; of a short list all of it."""
        keys = [one.undertaking.key for one in self.all]
        first = min(keys.index(key) - _BEFORE, len(keys) - _NEAR)
        return self.all[max(first, 0) :][:_NEAR]

    def after(self, key: str) -> Task | None:
        keys = [one.undertaking.key for one in self.all]
        at = keys.index(key) + 1
        return self.all[at] if at < len(keys) else None
