"""News about accounts."""

from __future__ import annotations

from django.dispatch import Signal

# Somebody came for the first time by a provider that places its people in an organization.
# Sent with user_id, county and organization (the codes in the pack), inside the transaction.
person_admitted = Signal()
# Somebody was taken away. Sent with user_id, the name that they have from now on and the address
# that they had, inside the transaction: what a context holds about them it forgets at once.
person_erased = Signal()
