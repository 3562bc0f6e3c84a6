"""What the writers of a text answer when a shared wording that it was begun with is reworded."""

from __future__ import annotations

from django.db import transaction

from samklang.library.api import ClauseVersion
from samklang.organizations.api import Acting
from samklang.texts.actions.writing import write, written_down
from samklang.texts.models import Section


@transaction.atomic
def keep_words(section: Section, newest: ClauseVersion, *, by: Acting) -> Section:
    """Let the section read as it does, though the clause reads otherwise now."""
    section.clause_version = newest
    kept = write(section, by=by, seen=section.seen)
    written_down("text.words_kept", kept, by=by)
    return kept
