"""How well the proposals fit a list that a careful person has made of the same texts.

The list is JSON: `sections`, each with its `file`, `first_line`, `last_line`, `also_accept` and
`commitments` (`line`, `who`, `who_also_accept`, `sure`), and `links` (`upper_file`, `upper_line`,
`lower_file`, `lower_line`). Lines count from 1. See docs/reference/commands.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from samklang.texts.bones.commitments import Bones, Proposal
from samklang.texts.bones.rules import Rules
from samklang.texts.bones.suggesting import MOST, suggestions

Listed = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Figures:
    """What was found of what was wanted; what was wrong of what was proposed; links in the first.

    `missed` and `wrong` are the lines, for whoever wants to see.
    """

    wanted: int
    found: int
    proposed: int
    wrong: tuple[int, ...]
    missed: tuple[int, ...]
    links: int = 0
    linked: int = 0

    @property
    def share_found(self) -> float | None:
        return self.found / self.wanted if self.wanted else None

    @property
    def share_wrong(self) -> float | None:
        return len(self.wrong) / self.proposed if self.proposed else None

    @property
    def share_linked(self) -> float | None:
        return self.linked / self.links if self.links else None


def measure(readings: Mapping[str, Bones], listed: Listed) -> Figures:
    """Hold the readings of files, by their names, against the sections of them that are listed."""
    sections = [one for one in listed.get("sections", ()) if one["file"] in readings]
    met = [_met(readings[one["file"]], one) for one in sections]
    return Figures(
        wanted=sum(one.wanted for one in met),
        found=sum(one.found for one in met),
        proposed=sum(one.proposed for one in met),
        wrong=tuple(line for one in met for line in one.wrong),
        missed=tuple(line for one in met for line in one.missed),
    )


def _met(bones: Bones, section: Listed) -> Figures:
    """Hold one section against its list."""
    ours = _within(bones, section)
    pairs = _paired(ours, section["commitments"])
    sure = [(one, proposal) for one, proposal in pairs if one.get("sure", True)]
    missed = [one["line"] for one, proposal in sure if not _is_right(proposal, one)]
    accepted = {id(proposal) for _, proposal in pairs}
    rest = [one.line for one in ours if id(one) not in accepted]
    wrong = [line for line in rest if line not in section.get("also_accept", ())]
    proposed = len(ours) - len(rest) + len(wrong)
    return Figures(len(sure), len(sure) - len(missed), proposed, tuple(wrong), tuple(missed))


def _within(bones: Bones, section: Listed) -> list[Proposal]:
    first, last = section["first_line"], section["last_line"]
    return [one for one in bones.commitments if first <= one.line <= last]


def _paired(
    ours: Sequence[Proposal], listed: Sequence[Listed]
) -> list[tuple[Listed, Proposal | None]]:
    """Give each listed commitment the proposal that begins on its line, the right actor's first."""
    left = list(ours)
    pairs: list[tuple[Listed, Proposal | None]] = []
    for one in listed:
        there = [proposal for proposal in left if proposal.line == one["line"]]
        best = max(there, key=lambda proposal: _is_right(proposal, one), default=None)
        if best is not None:
            left.remove(best)
        pairs.append((one, best))
    return pairs


def _is_right(ours: Proposal | None, one: Listed) -> bool:
    return ours is not None and ours.actor.side in {
        *one["who"],
        *(one.get("who_also_accept") or ()),
    }


def measure_links(
    upper: tuple[str, Bones], lower: tuple[str, Bones], listed: Listed, rules: Rules
) -> tuple[int, int]:
    """Return how many links are listed, and how many of them are among the first three."""
    names = (upper[0], lower[0])
    links = [
        (link["upper_line"], link["lower_line"])
        for link in listed.get("links", ())
        if (link["upper_file"], link["lower_file"]) == names
    ]
    found: dict[int, set[int]] = {}
    ranked = suggestions(upper[1], lower[1], rules, most=MOST)
    for one, best in zip(upper[1].commitments, ranked, strict=True):
        lines = {lower[1].commitments[suggestion.position].line for suggestion in best}
        found.setdefault(one.line, set()).update(lines)
    return len(links), sum(line in found.get(above, ()) for above, line in links)
