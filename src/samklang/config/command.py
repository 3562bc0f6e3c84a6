"""The command `samklang`: Django's commands under the product's name."""

from __future__ import annotations

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samklang.config.settings")
    execute_from_command_line(sys.argv)
