"""The command `samklang`: Django's commands under the product's name."""

from __future__ import annotations

import os
import sys

from django.core.management import execute_from_command_line

from samklang.common.occasion import begin
from samklang.config.rubbish import look_seldom


def main() -> None:
    look_seldom()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samklang.config.settings")
    begin(" ".join(["command", *sys.argv[1:2]]))
    execute_from_command_line(sys.argv)
