"""An invented text as a demo tells of it, with what is said to have been answered and found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KnownCommitment:
    code: str
    wording: str
    actor: str
    scope: str


@dataclass(frozen=True, slots=True)
class KnownSection:
    heading: str
    body: tuple[str, ...]
    commitments: tuple[KnownCommitment, ...]
    is_done: bool = True
    # The shared wording that it was begun with: the code of the clause, and which of its versions.
    clause: str = ""
    clause_version: int = 1
    # The template's section that it was begun as.
    template: str = ""


@dataclass(frozen=True, slots=True)
class KnownAnswer:
    """`code` is that of the commitment."""

    edition_id: int
    code: str
    how: str
    by_municipality: str
    by_region: str
    when: str
    is_done: bool


@dataclass(frozen=True, slots=True)
class KnownJudgement:
    """`earlier_wording` is how the commitment read then, where it read otherwise."""

    edition_id: int
    organization_id: int
    code: str
    coverage: str
    reason: str
    earlier_wording: str


@dataclass(frozen=True, slots=True)
class KnownText:
    edition_id: int
    sections: tuple[KnownSection, ...]
    answers: tuple[KnownAnswer, ...]
    judgements: tuple[KnownJudgement, ...]
    # The template that it was begun from, and in which version.
    template: tuple[str, int] | None = None

    @property
    def wordings(self) -> dict[str, str]:
        return {one.code: one.wording for held in self.sections for one in held.commitments}
