"""What is told to whoever comes second stands in one place, whichever context's form it is.

Seen red: with the sentence in a template of meetings.
"""

from __future__ import annotations

import pytest

from tests.architecture.tree import ROOT

pytestmark = pytest.mark.one_database
PLACE = "src/samklang/common/templates/ui/_late.html"


def test_the_words_for_whoever_comes_second_stand_in_one_place() -> None:
    said = "Save again if yours still holds."
    templates = sorted((ROOT / "src").rglob("templates/**/*.html"))
    where = [one.relative_to(ROOT).as_posix() for one in templates if said in one.read_text()]
    assert where == [PLACE]
    using = [one.parts[-4] for one in templates if '"ui/_late.html"' in one.read_text()]
    assert sorted(using) == ["decisions", "meetings", "meetings", "organizations"]
