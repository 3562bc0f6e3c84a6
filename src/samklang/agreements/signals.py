"""What the register tells those who stand above it."""

from __future__ import annotations

from django.dispatch import Signal

# Sent with `edition_id` and `by` in the transaction of the taking back, so that a file which was
# confirmed as the edition is not left confirmed as nothing.
registration_taken_back = Signal()
