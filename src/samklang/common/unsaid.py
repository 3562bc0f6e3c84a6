"""What is never written down: the secrets that stand in addresses."""

from __future__ import annotations

import logging
import re

# The secret of an invitation or a new password is a long part of the address; no name of ours is.
_SECRET = re.compile(r"(?<=/)[\w:-]{32,}(?=[/?\s\"']|$)", re.ASCII)
LEFT_OUT = "…"


def without_secrets(text: str) -> str:
    """Return the text with the long parts of every address left out."""
    return _SECRET.sub(LEFT_OUT, text)


class SecretsFilter(logging.Filter):
    """Keeps the secrets in addresses out of every line of the log."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = without_secrets(record.getMessage()), ()
        return True
