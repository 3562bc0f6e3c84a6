"""What agreements let the register of decisions be asked: what was decided about one of them."""

from __future__ import annotations

from samklang.agreements.adopting_editions import AdoptEdition
from samklang.agreements.extending import ExtendAgreements
from samklang.agreements.queries.touched import deciding_effects, find_named
from samklang.decisions.api import Subject
from samklang.organizations.api import Acting


class Agreements:
    """“agreement-12”: the decisions that have extended or adopted it, or wait to."""

    name = "agreement"

    def subject(self, key: int, *, by: Acting) -> Subject | None:
        found = find_named(by, key)
        if found is None:
            return None
        extending, adopting = ExtendAgreements.kind, AdoptEdition.kind
        touching = deciding_effects(by, found, extending=extending, adopting=adopting)
        return Subject(str(found), found.get_absolute_url(), touching)
