"""A web worker starts without what reads received files, asks others or writes files.

Each is read in by the process or the request that needs it: workers start sooner and are smaller,
and what takes apart the files of strangers stands behind its own wall.

Seen red: with `import xlsxwriter` at the top of common/workbooks.py.
"""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

LATER = {"authlib", "icalendar", "lxml", "pptx", "pypdfium2", "requests", "typst", "xlsxwriter"}
# Every page is known when its address is.
STARTED = """
import sys
import samklang.config.wsgi
from django.urls import get_resolver
assert len(get_resolver().url_patterns) > 5
print(*sys.modules)
"""


@pytest.mark.slow
def test_a_web_worker_reads_in_nothing_that_is_seldom_needed() -> None:
    told = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", STARTED],
        env=os.environ,
        capture_output=True,
        text=True,
        check=True,
    )

    read_in = set(told.stdout.split())
    assert "samklang.meetings.views" in read_in
    assert read_in & LATER == set()
