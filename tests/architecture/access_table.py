"""Who gets what from each page: one row per page, method and thing it is about.

Add a row when you add a page. `about` names one of the things in scene.py (its address is made
from that), and `sending` is what is posted. The words:

    LOGIN   sent to the sign-in page         HIDDEN  404: for them it does not exist
    OK      200, the page                    NO      403, with the reason
    DONE    done, and sent on (302 or 204)   FORM    422, asked to correct what was sent
"""

from __future__ import annotations

from dataclasses import dataclass, field

LOGIN, OK, DONE, HIDDEN, NO, FORM = "LOGIN", "OK", "DONE", "HIDDEN", "NO", "FORM"

# outsider: signed in without a seat; stranger: an editor in another county;
# member: a reader of the organization that keeps the thing; editor: its editor;
# other_party: an editor of another party in the same county; coordinator: of the support unit;
# administrator: of the organization.
PERSONAS = (
    "anonymous",
    "outsider",
    "stranger",
    "member",
    "editor",
    "other_party",
    "coordinator",
    "administrator",
)


@dataclass(frozen=True)
class Row:
    """What each persona is answered, in the order of PERSONAS."""

    page: str
    method: str
    about: str
    expected: tuple[str, ...]
    sending: dict[str, object] = field(default_factory=dict, hash=False)

    def __str__(self) -> str:
        return f"{self.method} {self.page} {self.about}".rstrip()


def row(
    page: str,
    method: str,
    *expected: str,
    about: str = "",
    sending: dict[str, object] | None = None,
) -> Row:
    return Row(page, method, about, expected, sending or {})


EVERYBODY = (OK,) * 8
SIGNED_IN = (LOGIN, *(OK,) * 7)

# fmt: off
ACCESS = (
    #                                        anonymous outsider stranger member editor other_party coordinator administrator
    row("portal:start",             "get",   *(DONE,) * 8),
    row("portal:county",            "get",   *SIGNED_IN),
    row("portal:counting",          "get",   *EVERYBODY),
    row("portal:accessibility",     "get",   *EVERYBODY),
    row("portal:about",             "get",   *EVERYBODY),
    row("accounts:sign_in",         "get",   *EVERYBODY),
    row("accounts:sign_in",         "post",  *(FORM,) * 8),
    row("accounts:demo_sign_in",    "post",  *(HIDDEN,) * 8),
    row("accounts:sign_out",        "post",  LOGIN, *(LOGIN,) * 7),
    row("set_language",             "post",  *(DONE,) * 8, sending={"language": "en"}),
    row("agreements:register",      "get",   *SIGNED_IN),
    row("agreements:detail",        "get",   LOGIN, HIDDEN, HIDDEN, OK, OK, OK, OK, OK, about="agreement"),
    row("inventories:batches",      "get",   *SIGNED_IN),
    row("reporting:reports",        "get",   *SIGNED_IN),
)
# fmt: on
