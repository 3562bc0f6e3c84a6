"""What one sentence or one line says of who shall do something."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from samklang.texts.bones.actors import NOBODY, Actor, Names, Run, Side, side_of
from samklang.texts.bones.rules import Rules
from samklang.texts.bones.subjects import COMMA, SubjectFinder

_WORD = re.compile(r"\w+")
_NEAR, _ATTRIBUTE = 40, 4


class Manner(StrEnum):
    """How the text lays a duty on somebody."""

    SAID = "said"  # a named subject and a verb of duty
    UNNAMED = "unnamed"  # shall be done, by nobody in particular
    DESCRIBED = "described"  # a named subject does it, in the present tense


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty in a sentence; `actor` is None when only what stands around it can tell whose."""

    actor: Actor | None
    manner: Manner
    words: str = ""  # the subject's


class DutyFinder:
    """Reads the sentences of one document."""

    def __init__(self, rules: Rules, names: Names) -> None:
        self._rules = rules
        self._subjects = SubjectFinder(rules, names)
        self.names = names
        self._leads = [
            re.compile(rf"{line.replace('{actor}', f'(?P<actor>{names.form})')}:?", re.IGNORECASE)
            for line in rules.lead_lines
        ]

    def in_sentence(self, text: str) -> Duty | None:
        """Return the duty that a sentence lays on somebody, if it does.

        The sentence's own verb goes before one in a clause of it, and a name before none.
        """
        unnamed: Duty | None = None
        in_clause: Duty | None = None
        for verb in self._rules.duty.finditer(text):
            subject = self._subjects.of(text, verb)
            is_main = self._is_main(text, verb.start())
            if subject is None or self._is_passive(text, verb, subject):
                if is_main and unnamed is None:
                    unnamed = self._done_by(text, verb.end()) or Duty(None, Manner.UNNAMED)
            elif not subject.is_person:
                named = self._duty(text, verb.start(), subject)
                if is_main:
                    return named
                in_clause = in_clause or named
        return self._laid_on(text) or unnamed or in_clause

    def described(self, text: str) -> Duty | None:
        """Return what somebody does, said in the present tense as if it were done already."""
        subject = self.names.at(text, 0)
        if subject is None or not subject.is_party or self._rules.negation.search(text):
            return None
        verb = self._verb_behind(text, subject)
        if verb is None or self._rules.describes.match(text, verb):
            return None
        return self._duty(text, verb, subject, Manner.DESCRIBED)

    def _verb_behind(self, text: str, subject: Run) -> int | None:
        """Find the present tense behind a subject, or behind what says where it is."""
        if self._rules.genitive.search(subject.words):
            return None
        words = list(islice(_WORD.finditer(text, subject.end), _ATTRIBUTE))
        if not words or not self._rules.beside.match(words[0].group()):
            words = words[:1]
        found = (one for one in words if self._rules.present.fullmatch(one.group()))
        return next((one.start() for one in found), None)

    def in_lead_line(self, line: str) -> Actor | None:
        """Return whose duties a whole line announces: 'Kommunens ansvar'."""
        bare = line.strip(" :")
        for pattern in self._leads:
            found = pattern.fullmatch(bare)
            if found and (run := self.names.whole(found["actor"])) and (side := side_of(run.sides)):
                return Actor(side, run.words, run.is_staff)
        return Actor(Side.BOTH, bare) if self._rules.both_line.fullmatch(bare) else None

    def about_local_text(self, text: str) -> bool:
        """Tell whether the sentence says what the agreement of the other level shall hold."""
        found = self._rules.local_text.search(text)
        verb = self._rules.duty.search(text)
        return bool(found and verb and found.start() < verb.start() and found.start() < _NEAR)

    def _is_main(self, text: str, verb: int) -> bool:
        """Tell the sentence's own verb from one in 'som ska …' or 'att … ska …'.

        Behind an opening clause that has a verb of its own the last modal is the sentence's:
        'vid fall som händer ska …'.
        """
        comma = max([0, *(found.end() for found in COMMA.finditer(text, 0, verb))])
        if self._rules.clause.search(text, comma, verb) is None:
            return True
        begin = self._subjects.clause_begin(text, verb)
        if self._rules.purpose.search(text[:begin]) or self._rules.modal.search(text, verb + 1):
            return False
        is_opened = self._rules.opener.match(text) is not None
        return is_opened and self._rules.present.search(text, begin, verb) is not None

    def _is_passive(self, text: str, verb: re.Match[str], subject: Run | None) -> bool:
        """Tell whether something shall be done to the subject: 'kommunen ska informeras'."""
        if not self._rules.modal.match(text, verb.start()):
            return False
        begin = verb.end()
        if subject and subject.begin >= verb.end():
            begin = subject.end
        found = self._rules.passive.search(text, begin, begin + _NEAR)
        return bool(found) and not COMMA.search(text, begin, found.start() if found else begin)

    def _laid_on(self, text: str) -> Duty | None:
        """Read 'det åligger kommunen att' and 'görs av regionen'."""
        for verb in self._rules.duty_on.finditer(text):
            run = self.names.at(text, verb.end())
            if run and run.is_party:
                return self._duty(text, verb.start(), run)
        return None

    def _done_by(self, text: str, begin: int) -> Duty | None:
        """Read who shall do it in 'ska följas upp av regionen', but not in 'av regionens skäl'."""
        for agent in self._rules.agent.finditer(text, begin):
            run = self.names.at(text, agent.end())
            if run and run.is_party and not self._rules.genitive.search(run.words):
                return self._duty(text, agent.start(), run)
        return None

    def _duty(self, text: str, verb: int, subject: Run, manner: Manner = Manner.SAID) -> Duty:
        """Say whose the subject is; of a mere role what stands beside it may tell."""
        end = verb if subject.end <= verb else subject.end + _NEAR
        side = side_of(subject.sides)
        if side is None or subject.sides == {Side.PROVIDER}:
            beside = {found for found, _ in self.names.sides_in(text[subject.end : end])}
            side = side_of(beside) or side
        actor = Actor(side, subject.words, subject.is_staff) if side else None
        return Duty(actor, manner, subject.words)


def actor_or(duty: Duty, otherwise: Actor | None) -> Actor:
    """Return the duty's own actor, else the one that the text around it names."""
    if duty.actor is not None:
        return duty.actor
    if otherwise is not None:
        return Actor(otherwise.side, duty.words or otherwise.words, otherwise.is_staff)
    return Actor(Side.OTHER, duty.words) if duty.words else NOBODY
