"""Everything that changes an agreement: each verb locks, checks, writes and records."""

from samklang.agreements.actions.locking import Conflict
from samklang.agreements.actions.registering import (
    FileAlreadyRegistered,
    register_read_agreement,
)

__all__ = ["Conflict", "FileAlreadyRegistered", "register_read_agreement"]
