"""What agreements offers to the contexts below it when the program starts."""

from __future__ import annotations

from samklang.agreements.drafts import Drafts
from samklang.sharing.api import offer

offer(Drafts())
