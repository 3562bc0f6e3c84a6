"""What texts do when agreements ask: their parts are shared with the edition."""

from __future__ import annotations

from samklang.agreements.api import share_also
from samklang.texts.shared import TextParts

share_also(TextParts())
