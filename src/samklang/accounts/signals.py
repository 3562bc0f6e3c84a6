"""News about accounts."""

from __future__ import annotations

from django.dispatch import Signal

# Somebody came for the first time by a provider that places its people in an organization.
# Sent with user_id, county and organization (the codes in the pack), inside the transaction.
person_admitted = Signal()
