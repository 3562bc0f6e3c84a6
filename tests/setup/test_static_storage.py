"""Pages have their style under a lasting name, with or without the fonts."""

from __future__ import annotations

from pathlib import Path

import pytest

from samklang.setup.static_storage import StaticStorage


def storage(tmp_path: Path) -> StaticStorage:
    (tmp_path / "a.css").write_text("p { color: red }")
    return StaticStorage(location=str(tmp_path), base_url="/static/")


def test_a_file_gets_a_name_that_follows_its_content(tmp_path: Path) -> None:
    assert storage(tmp_path).hashed_name("a.css").startswith("a.")
    assert storage(tmp_path).hashed_name("a.css") != "a.css"


def test_a_missing_font_is_no_fault(tmp_path: Path) -> None:
    assert storage(tmp_path).hashed_name("fonts/b.woff2") == "fonts/b.woff2"


def test_any_other_missing_file_is_one(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"b\.css"):
        storage(tmp_path).hashed_name("b.css")
