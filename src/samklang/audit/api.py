"""How every context writes down what happened, and shows it."""

from samklang.audit.actions import record, record_reading, record_refusal, record_upkeep
from samklang.audit.checkpoints import (
    Checkpoint,
    CheckpointFault,
    checkpoint_file,
    keep,
    newest,
    present,
)
from samklang.audit.models import Entry
from samklang.audit.queries import (
    by_person,
    history,
    of_organization,
    refusal_count,
    revision,
    revisions,
)
from samklang.audit.verifying import (
    checkpoint_faults,
    record_faults,
    row_faults,
    sealed_by_trial_key,
)

__all__ = [
    "Checkpoint",
    "CheckpointFault",
    "Entry",
    "by_person",
    "checkpoint_faults",
    "checkpoint_file",
    "history",
    "keep",
    "newest",
    "of_organization",
    "present",
    "record",
    "record_faults",
    "record_reading",
    "record_refusal",
    "record_upkeep",
    "refusal_count",
    "revision",
    "revisions",
    "row_faults",
    "sealed_by_trial_key",
]
