"""What is said once is said in the reader's language and about what is asked.

Seen red: with the language left out of what is kept, and with the arguments left out.
"""

from __future__ import annotations

from django.utils import translation
from django.utils.translation import gettext

from samklang.common.spoken import said_once

made: list[str] = []


@said_once
def greeting(name: str, *, loud: bool = False) -> str:
    made.append(name)
    said = f"{gettext('Sign out')} {name}"
    return said.upper() if loud else said


def in_language(language: str, name: str, *, loud: bool = False) -> str:
    with translation.override(language):
        return greeting(name, loud=loud)


def test_each_language_has_its_own_words() -> None:
    swedish, english = in_language("sv", "Siri"), in_language("en", "Siri")

    assert (swedish, english) == ("Logga ut Siri", "Sign out Siri")


def test_what_is_asked_about_is_told_apart() -> None:
    said = [
        in_language("en", "Rut"),
        in_language("en", "Olle"),
        in_language("en", "Rut", loud=True),
    ]

    assert said == ["Sign out Rut", "Sign out Olle", "SIGN OUT RUT"]


def test_the_same_is_made_once() -> None:
    made.clear()

    for _turn in range(3):
        in_language("sv", "Alm")

    assert made == ["Alm"]
