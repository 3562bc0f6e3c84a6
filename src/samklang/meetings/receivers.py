"""What meetings offers to the contexts below it when the program starts."""

from __future__ import annotations

from samklang.decisions.api import originate
from samklang.meetings.origins import Clauses

originate(Clauses())
