"""The process that lets an office program make a PDF: gives away its rights, then becomes it.

It is given the program, and a folder of its own with the document in it; it knows no Django.
"""

from __future__ import annotations

import os
import resource
import sys
from pathlib import Path

from samklang.documents.confinement import confine_program

_MEMORY, _SECONDS = 3 * 1024 * 1024 * 1024, 60
_LARGEST_FILE = 200 * 1024 * 1024
# What an office program reads besides its own folder: fonts, and how the system is set up; not
# all of /etc and /var, where services keep their secrets.
_READABLE = (
    *("/bin", "/dev/null", "/dev/urandom", "/proc/self"),
    *(
        "/etc/fonts",
        "/etc/libreoffice",
        "/etc/group",
        "/etc/locale.alias",
        "/etc/nsswitch.conf",
        "/etc/passwd",
    ),
    *("/var/cache/fontconfig", "/var/lib/libreoffice", "/var/spool/libreoffice"),
)


def main(program: str, given: str, document: str) -> None:
    own = str(Path(program).resolve().parents[1])
    folder = confine_program((*_READABLE, own), given)
    for limit, most in (
        (resource.RLIMIT_AS, _MEMORY),
        (resource.RLIMIT_CPU, _SECONDS),
        (resource.RLIMIT_FSIZE, _LARGEST_FILE),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(limit, (most, most))
    os.chdir(folder)
    profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
    told = ("--headless", "--norestore", "--nolockcheck", "--convert-to", "pdf", "--outdir", folder)
    here = {"HOME": folder, "TMPDIR": folder, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
    # The operator’s own choice of program, no shell.
    os.execve(program, [program, profile, *told, document], here)  # noqa: S606


if __name__ == "__main__":
    main(*sys.argv[1:4])
