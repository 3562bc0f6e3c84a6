"""What a writer of files gets: the figures, and where they come from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from samklang.reporting import wording
from samklang.reporting.figures import Inventory
from samklang.reporting.freezing import fingerprint
from samklang.reporting.presentation import Shown, shown


@dataclass(frozen=True, slots=True)
class Approval:
    by: str
    on: date


@dataclass(frozen=True, slots=True)
class Extract:
    """A report on its way out of the house; without an approval it is a draft."""

    figures: Inventory
    # The figures as canonical JSON, byte for byte what the hash is of.
    written: str
    taken_by: str
    taken_on: date
    approval: Approval | None = None

    @property
    def sha256(self) -> str:
        return fingerprint(self.written)

    @property
    def shown(self) -> Shown:
        return shown(self.figures)

    @property
    def state(self) -> str:
        """Say in a few words whether this may be relied on."""
        if self.approval is None:
            return _("draft, not approved")
        return _("approved %(day)s by %(name)s, frozen") % {
            "day": self.approval.on.isoformat(),
            "name": self.approval.by,
        }

    @property
    def footer(self) -> str:
        """What stands at the foot of every page: title, day, state and the hash's beginning."""
        return " · ".join(
            (
                wording.title(),
                self.figures.on.isoformat(),
                self.state,
                f"SHA-256 {self.sha256[:12]}",
            )
        )

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """Everything about the extract, as label and value."""
        account = self.figures.account
        said = (
            (_("Shows"), wording.day_line(self.figures)),
            (_("Areas"), ", ".join(wording.name_of(area) for area in self.figures.areas)),
            (_("Status"), self.state),
            (_("Reported to"), account.addressed_to),
            (_("How the answers were collected"), account.method),
            (_("Taken out"), f"{self.taken_on.isoformat()}, {self.taken_by}"),
            ("SHA-256", self.sha256),
            (_("Note"), _("Example with invented answers") if self.figures.demo else ""),
        )
        return tuple((label, value) for label, value in said if value)
