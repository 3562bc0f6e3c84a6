"""The shared wordings beside the editor: what the section was begun with, and what there is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from samklang.library.api import ClauseVersion, clause_versions, clauses
from samklang.texts.clause_page import VersionRow
from samklang.texts.forms import SectionForm
from samklang.texts.page import TextView


@dataclass(frozen=True)
class Shelf:
    """What the county has for the text's area, beside one section's form."""

    view: TextView
    form: SectionForm

    @cached_property
    def tied(self) -> ClauseVersion | None:
        """The wording that the form says the section was begun with."""
        said = str(self.form["clause_version"].value() or "")
        if not said.isdecimal():
            return None
        return clause_versions(self.view.home_id).filter(pk=said).first()

    @cached_property
    def offered(self) -> tuple[VersionRow, ...]:
        return tuple(self._offered())

    def _offered(self) -> Iterator[VersionRow]:
        area_id = self.view.text.edition.agreement.area_id
        for one in clauses(self.view.acting, self.view.home_id):
            if one.suits(area_id) and not one.is_withdrawn:
                yield VersionRow(one.newest)
