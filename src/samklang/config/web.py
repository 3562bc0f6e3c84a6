"""`python -m samklang.config.web`: the web server, whose workers start with all read in.

The server forks its workers. What is read in before that is read in once for all of them, and the
memory that it takes is shared. A worker that has died is there again at once.
"""

from __future__ import annotations

from granian.cli import entrypoint

from samklang.config.wsgi import application

__all__ = ["application"]

if __name__ == "__main__":
    entrypoint()  # type: ignore[no-untyped-call]  # click has no types here
