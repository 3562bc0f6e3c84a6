"""Copies the third-party assets that the pages and documents use from node_modules to var/vendor.

Nothing third-party is committed: `npm ci` fetches it at set-up, this picks what is used.
"""

from __future__ import annotations

import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MODULES = ROOT / "node_modules"
VENDOR = ROOT / "var" / "vendor"

WEB_FONTS = {
    f"{name}.woff2": f"@fontsource-variable/{name}/files/{name}-latin-wght-normal.woff2"
    for name in ("source-sans-3", "source-serif-4")
}
DOCUMENT_FONTS = [
    *(f"source-sans/TTF/SourceSans3-{cut}.ttf" for cut in ("Regular", "It", "Semibold", "Bold")),
    *(f"source-serif/TTF/SourceSerif4-{cut}.ttf" for cut in ("Regular", "It", "Semibold", "Bold")),
]


def main() -> None:
    web = VENDOR / "samklang" / "fonts"
    documents = VENDOR.parent / "document-fonts"
    for folder in (web, documents):
        folder.mkdir(parents=True, exist_ok=True)
    for name, source in WEB_FONTS.items():
        shutil.copyfile(MODULES / source, web / name)
    for source in DOCUMENT_FONTS:
        shutil.copyfile(MODULES / source, documents / Path(source).name)


if __name__ == "__main__":
    main()
