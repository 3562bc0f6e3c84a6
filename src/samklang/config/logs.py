"""What is told on standard error: warnings and faults, each with its occasion's reference."""

from __future__ import annotations

from typing import Any

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {
        "reference": {"()": "samklang.common.occasion.ReferenceFilter"},
        "secrets": {"()": "samklang.common.unsaid.SecretsFilter"},
    },
    "formatters": {
        "line": {"format": "%(asctime)s %(levelname)s %(reference)s %(name)s: %(message)s"}
    },
    "handlers": {
        "stderr": {
            "class": "logging.StreamHandler",
            "filters": ["reference", "secrets"],
            "formatter": "line",
        }
    },
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "INFO"},
        # Pages that were not found or refused stand in the record.
        "django.request": {"level": "ERROR"},
    },
}
