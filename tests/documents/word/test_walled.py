"""A Word document from somebody is read in the limited process, and bad ones are refused there.

None of it was seen red on purpose: the gate and the process have tests of their own, which were.
"""

from __future__ import annotations

import pytest
from django.core.files.base import ContentFile

from samklang.documents.api import FileFault, WordText, read_word
from samklang.documents.word.reading import read
from tests.documents.word.test_word import back, revision

pytestmark = [pytest.mark.slow, pytest.mark.one_database]


def test_what_comes_out_of_the_process_is_what_was_read_in_it() -> None:
    found = read_word(ContentFile(revision()))

    assert isinstance(found, WordText)
    assert found == back(revision())
    assert read.__module__ == "samklang.documents.word.reading"


def test_a_fault_comes_out_with_its_name() -> None:
    with pytest.raises(FileFault) as refused:
        read_word(ContentFile(b"PK\x03\x04 trasig"))

    assert refused.value.code == "damaged"
