"""Lead-ins: whose the bullets below a line or a heading are, and how far that reaches."""

from __future__ import annotations

from dataclasses import dataclass, field

from samklang.documents.extraction.text import BlockKind
from samklang.texts.bones.actors import Actor
from samklang.texts.bones.duties import DutyFinder, Manner, actor_or
from samklang.texts.bones.parts import Part, sentences
from samklang.texts.bones.rules import Rules
from samklang.texts.bones.sections import Section

_LONGEST_LAST = 400


@dataclass(frozen=True, slots=True)
class Lead:
    """Somebody's duties follow; `asks` when what follows goes on the sentence ('… ska:')."""

    actor: Actor
    asks: bool
    is_local: bool = False


@dataclass(slots=True)
class _Over:
    """A heading that is open above what is being read."""

    level: int
    title: str
    lead: Lead | None
    is_silent: bool


@dataclass
class Leads:
    """What stands open above each part while a document is read."""

    rules: Rules
    duties: DutyFinder
    is_silent: bool = False
    # The list that is open is of goals or reasons, say: what it describes is nobody's duty.
    is_list_of_something_else: bool = False
    _over: list[_Over] = field(default_factory=list)
    _list: Lead | None = None
    _is_crossed: bool = False
    _awaits_one: bool = False

    @property
    def headings(self) -> list[str]:
        return [one.title for one in self._over]

    @property
    def actor_of_heading(self) -> Actor | None:
        lead = self._of_heading()
        return lead.actor if lead else None

    def enter(self, section: Section) -> None:
        """Take in a heading: it closes those of its own level and below."""
        title = section.heading
        while self._over and self._over[-1].level >= section.level:
            self._over.pop()
        above_is_silent = bool(self._over) and self._over[-1].is_silent
        is_silent = above_is_silent or bool(self.rules.silent_below.fullmatch(title))
        self._over.append(_Over(section.level, title, self._lead_of(title), is_silent))
        self.is_silent = is_silent or bool(self.rules.silent.fullmatch(title))
        self._is_crossed = True
        self._awaits_one = False
        if section.number or self._over[-1].lead:
            self._close()

    def over_bullet(self, part: Part) -> Lead | None:
        """Return the lead-in that a bullet belongs to."""
        self._awaits_one = False
        goes_on = part.text[:1].islower()
        if self._list and (goes_on or not self._is_crossed):
            return self._list
        lead = self._of_heading()
        if lead and lead.asks and not goes_on and self.duties.in_sentence(part.text):
            return None
        return lead

    def over_paragraph(self, part: Part) -> Lead | None:
        """Return the lead-in that a paragraph goes on: '… ansvarar för att:' without a bullet."""
        lead = self._list if self._awaits_one and part.text[:1].islower() else None
        self._awaits_one = False
        if lead is None:
            self._close()
        return lead

    def begin(self, part: Part, after: Part | None) -> Lead | None:
        """Take a paragraph for a lead-in when its last words are one, and what follows a list."""
        self._close()
        if not self._introduces(part, after):
            return None
        lead = self._lead_of(list(sentences(part, self.rules))[-1].text)
        self._list, self._is_crossed = lead, False
        self._awaits_one = bool(lead and lead.asks)
        self.is_list_of_something_else = lead is None
        return lead

    def _introduces(self, part: Part, after: Part | None) -> bool:
        bare = part.text.rstrip(" :")
        if part.kind is BlockKind.TABLE_ROW or part.text[-1:] in ".;!?":
            return False
        has_sign = part.text.endswith(":") or bool(self.rules.lead_end.search(bare))
        return has_sign or bool(after and after.mark) or self._says_whose(bare)

    def _says_whose(self, line: str) -> bool:
        return self.duties.in_lead_line(line) is not None

    def _lead_of(self, line: str) -> Lead | None:
        """Read a line as a lead-in: a heading that names somebody, or a sentence left open."""
        if len(line) > _LONGEST_LAST:
            return None
        bare = line.rstrip(" :")
        if actor := self.duties.in_lead_line(bare):
            return Lead(actor, asks=bool(self.rules.lead_end.search(bare)))
        duty = self.duties.in_sentence(bare)
        if duty is None:
            return None
        is_local = self.duties.about_local_text(bare)
        if duty.manner is Manner.UNNAMED and not is_local and not self.rules.lead_end.search(bare):
            return None
        actor = actor_or(duty, self.actor_of_heading)
        return Lead(actor, asks=True, is_local=is_local)

    def _of_heading(self) -> Lead | None:
        return next((one.lead for one in reversed(self._over) if one.lead), None)

    def _close(self) -> None:
        self._list = None
        self.is_list_of_something_else = False
