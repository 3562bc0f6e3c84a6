"""What agreements offers to the contexts below it when the program starts."""

from __future__ import annotations

from samklang.agreements.adopting_editions import AdoptEdition
from samklang.agreements.drafts import Drafts
from samklang.agreements.extending import ExtendAgreements
from samklang.agreements.queries import is_in_decided_text
from samklang.agreements.subjects import Agreements
from samklang.decisions.api import register, register_subjects
from samklang.documents.api import opens
from samklang.sharing.api import offer

offer(Drafts())
opens(is_in_decided_text)
register(ExtendAgreements())
register(AdoptEdition())
register_subjects(Agreements())
