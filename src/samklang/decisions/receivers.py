"""What decisions themselves let a decision do and come from, registered at the start."""

from __future__ import annotations

from samklang.decisions.adopting_assignments import AdoptAssignment
from samklang.decisions.changing_bodies import ChangeBodies
from samklang.decisions.following import Follows
from samklang.decisions.origins import originate
from samklang.decisions.registry import register

register(ChangeBodies())
register(AdoptAssignment())
originate(Follows("correct", "corrects"))
originate(Follows("answer", "answers"))
