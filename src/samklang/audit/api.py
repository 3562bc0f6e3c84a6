"""How every context writes down what happened, and shows it."""

from samklang.audit.actions import record, record_refusal
from samklang.audit.checkpoints import (
    Checkpoint,
    CheckpointFault,
    checkpoint_file,
    keep,
    newest,
    present,
)
from samklang.audit.models import Entry
from samklang.audit.queries import history, of_organization, revision
from samklang.audit.verifying import record_faults, row_faults, sealed_by_trial_key

__all__ = [
    "Checkpoint",
    "CheckpointFault",
    "Entry",
    "checkpoint_file",
    "history",
    "keep",
    "newest",
    "of_organization",
    "present",
    "record",
    "record_faults",
    "record_refusal",
    "revision",
    "row_faults",
    "sealed_by_trial_key",
]
