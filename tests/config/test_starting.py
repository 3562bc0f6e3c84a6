"""The server reads in all pages once, for all its workers, and nothing that is seldom needed.

What reads received files, asks others or writes files is read in by the process or the request
that needs it: workers start sooner and are smaller, and what takes apart the files of strangers
stands behind its own wall.

Seen red: with `import xlsxwriter` at the top of common/workbooks.py; without the addresses in
config/wsgi.py; with a server that leaves reading in to its workers.
"""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from samklang.setup.serving import web_server

LATER = {
    "authlib", "cryptography", "fido2", "icalendar", "lxml", "pptx", "pypdfium2", "requests",
    "typst", "xlsxwriter",
}  # fmt: skip
# All that the server does before it forks its workers.
STARTED = "import sys, samklang.config.web; print(*sys.modules)"


@pytest.mark.slow
def test_the_server_reads_in_all_pages_and_nothing_that_is_seldom_needed() -> None:
    told = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", STARTED],
        env=os.environ,
        capture_output=True,
        text=True,
        check=True,
    )

    read_in = set(told.stdout.split())
    assert "samklang.meetings.views" in read_in
    assert web_server("", 1)[1:3] == ("-m", "samklang.config.web")
    assert read_in & LATER == set()
