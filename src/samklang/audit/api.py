"""How every context writes down what happened, and shows it."""

from samklang.audit.actions import record
from samklang.audit.models import Entry
from samklang.audit.queries import history, of_organization, revision

__all__ = ["Entry", "history", "of_organization", "record", "revision"]
