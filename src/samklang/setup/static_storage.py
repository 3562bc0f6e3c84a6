"""Static files under names that change with their content, fonts or no fonts."""

from __future__ import annotations

from typing import Any

from whitenoise.storage import CompressedManifestStaticFilesStorage

# Fetched when a checkout is set up; a plain `pip install` has none and falls back to others.
FONTS = (".woff2",)


class StaticStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # has no types
    """WhiteNoise's storage, to which only a missing font is no fault."""

    manifest_strict = False

    def hashed_name(self, name: str, content: Any = None, filename: str | None = None) -> str:
        try:
            return str(super().hashed_name(name, content, filename))
        except ValueError:
            if name.endswith(FONTS):
                return name
            raise
