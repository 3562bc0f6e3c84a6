"""Third-party assets are copied from where they were fetched, and a missing one is an error."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts import vendor
from tests.architecture.tree import ROOT, committed

CUTS = ("Regular", "It", "Semibold", "Bold")


@pytest.fixture
def fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that npm fills, with one small file for each font."""
    modules = tmp_path / "node_modules"
    names = [f"source-sans/TTF/SourceSans3-{cut}.ttf" for cut in CUTS]
    names += [f"source-serif/TTF/SourceSerif4-{cut}.ttf" for cut in CUTS]
    for font in ("source-sans-3", "source-serif-4"):
        names.append(f"@fontsource-variable/{font}/files/{font}-latin-wght-normal.woff2")
    for name in names:
        path = modules / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, "utf-8")
    monkeypatch.setattr(vendor, "MODULES", modules)
    monkeypatch.setattr(vendor, "VENDOR", tmp_path / "var" / "vendor")
    return modules


def test_pages_and_documents_get_their_fonts(fetched: Path, tmp_path: Path) -> None:
    vendor.main()

    web = tmp_path / "var" / "vendor" / "samklang" / "fonts"
    documents = tmp_path / "var" / "document-fonts"
    assert sorted(one.name for one in web.iterdir()) == [
        "source-sans-3.woff2",
        "source-serif-4.woff2",
    ]
    assert sorted(one.name for one in documents.iterdir()) == sorted(
        f"{family}-{cut}.ttf" for family in ("SourceSans3", "SourceSerif4") for cut in CUTS
    )
    assert (web / "source-sans-3.woff2").read_text("utf-8").startswith("@fontsource-variable")


def test_copying_again_brings_them_up_to_date(fetched: Path, tmp_path: Path) -> None:
    vendor.main()
    (fetched / "source-sans/TTF/SourceSans3-It.ttf").write_text("newer", "utf-8")

    vendor.main()

    copied = tmp_path / "var" / "document-fonts" / "SourceSans3-It.ttf"
    assert copied.read_text("utf-8") == "newer"


def test_a_font_that_was_not_fetched_stops_the_set_up(fetched: Path) -> None:
    (fetched / "source-serif/TTF/SourceSerif4-Bold.ttf").unlink()

    with pytest.raises(FileNotFoundError, match=r"SourceSerif4-Bold\.ttf"):
        vendor.main()


def test_the_style_sheet_asks_for_the_fonts_that_are_copied() -> None:
    style = ROOT / "src/samklang/common/static/samklang/samklang.css"
    asked = style.read_text("utf-8").split('url("fonts/')[1:]

    assert sorted(one.split('"')[0] for one in asked) == sorted(vendor.WEB_FONTS)


def test_nothing_third_party_is_committed() -> None:
    endings = {".woff2", ".ttf", ".otf", ".min.js", ".whl"}

    assert [str(one) for one in committed() if "".join(one.suffixes[-2:]) in endings] == []
    assert [str(one) for one in committed() if one.suffix in endings] == []
