"""What a password may not be: short, or made of words that everybody here would guess."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samklang.organizations.models import Membership, Organization, Partnership, Role

SHORTEST, SHORTEST_FOR_ADMINISTRATORS, LONGEST = 12, 15, 200
# How many letters must be left when the guessable words are taken away.
LEFT_OVER = 6


class LengthValidator:
    """Long enough for what its owner may do, and no longer than anybody would write."""

    def validate(self, password: str, user: object | None = None) -> None:
        shortest = SHORTEST_FOR_ADMINISTRATORS if _administers(user) else SHORTEST
        if len(password) < shortest:
            raise ValidationError(
                _("The password is too short. Use at least %(count)s characters, like four words.")
                % {"count": shortest}
            )
        if len(password) > LONGEST:
            raise ValidationError(
                _("The password is too long. Use at most %(count)s characters.")
                % {"count": LONGEST}
            )

    def get_help_text(self) -> str:
        return _("At least %(count)s characters, like four words. Administrators: %(more)s.") % {
            "count": SHORTEST,
            "more": SHORTEST_FOR_ADMINISTRATORS,
        }


class GuessableWordsValidator:
    """Refuses what is little more than the product’s, the county’s and the person’s own words."""

    def validate(self, password: str, user: object | None = None) -> None:
        left = _folded(password)
        for word in sorted(_guessable(user), key=len, reverse=True):
            left = left.replace(word, "")
        if len(re.sub(r"[\W\d_]", "", left)) < LEFT_OVER:
            raise ValidationError(
                _(
                    "The password is made of words that are easy to guess here. "
                    "Use words that have nothing to do with your work."
                )
            )

    def get_help_text(self) -> str:
        return _("Not the names of your county, your organization or yourself.")


def _administers(user: object | None) -> bool:
    """Whether the user is an administrator, or is invited to become one (see AcceptForm)."""
    if getattr(user, "to_administer", False):
        return True
    pk = getattr(user, "pk", None)
    return Membership.objects.filter(user_id=pk, role=Role.ADMINISTRATOR).exists() if pk else False


def _guessable(user: object | None) -> set[str]:
    texts = ["samklang", *_of_the_counties()]
    texts += [getattr(user, name, "") or "" for name in ("username", "name", "email")]
    words = (word for text in texts for word in re.split(r"[\W\d_]+", _folded(text)))
    return {word for word in words if len(word) > 2}  # noqa: PLR2004  # shorter ones hide nothing


def _of_the_counties() -> Iterator[str]:
    yield from Organization.objects.values_list("name", flat=True)
    for county in Partnership.objects.all():
        yield county.name
        yield from _strings(county.words)


def _strings(words: object) -> Iterable[str]:
    if isinstance(words, dict):
        return [text for inner in words.values() for text in _strings(inner)]
    return [words] if isinstance(words, str) else []


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()
