"""What texts do when agreements ask: their parts are shared, and their changes told."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from samklang.agreements.api import share_also, tell_also, tell_fingerprint
from samklang.texts.queries.fingerprint import wording_fingerprint
from samklang.texts.queries.shared import TextParts

share_also(TextParts())
tell_fingerprint(wording_fingerprint)
tell_also(
    {
        "text.part_added": gettext_lazy("Edition %(edition)s: wrote “%(what)s”"),
        "text.part_changed": gettext_lazy("Edition %(edition)s: changed “%(what)s”"),
        "text.part_moved": gettext_lazy("Edition %(edition)s: moved “%(what)s”"),
        "text.words_kept": gettext_lazy(
            "Edition %(edition)s: kept the words of “%(what)s”, though the shared wording is newer"
        ),
        "text.template_left": gettext_lazy(
            "Edition %(edition)s: left “%(what)s” of the template’s new version aside"
        ),
        "text.part_removed": gettext_lazy("Edition %(edition)s: took out “%(what)s”"),
    },
    of_text=True,
)
tell_also(
    {"text.judged": gettext_lazy("Judged whether %(municipality)s answers one of the commitments")}
)
