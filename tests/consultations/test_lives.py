"""Whatever people do with a draft, in whatever order, what is promised of it holds.

Some lives here, always the same ones; five thousand steps in tests/evidence. Seen red, one at a
time: with writing let through when a party has adopted, with a closed round not asked when
something is said, and with the words of a withdrawn suggestion emptied.
"""

from __future__ import annotations

import pytest

from tests.consultations.lives import Lives, lived

pytestmark = [pytest.mark.one_database]


@pytest.mark.evidence
@pytest.mark.django_db
def test_whatever_people_do_what_is_promised_holds() -> None:
    lived(steps=80)

    steps = {"write", "add", "comment", "suggest", "share", "consult", "hold", "decide", "adopt"}
    assert steps <= set(Lives.done)
