"""What decisions themselves let a decision do and come from, registered at the start."""

from __future__ import annotations

from samklang.decisions.ending_bodies import EndBody
from samklang.decisions.following import Follows
from samklang.decisions.origins import originate
from samklang.decisions.registry import register

register(EndBody())
originate(Follows("correct", "corrects"))
originate(Follows("answer", "answers"))
