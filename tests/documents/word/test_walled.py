"""A Word document from somebody is read in the limited process, and bad ones are refused there.

Seen red: with the document read where it was asked for, in no process of its own.
"""

from __future__ import annotations

from resource import RUSAGE_CHILDREN, getrusage

import pytest
from django.core.files.base import ContentFile

from samklang.documents.api import FileFault, WordText, read_word
from tests.documents.word.test_word import back, revision

pytestmark = [pytest.mark.slow, pytest.mark.one_database]


def test_what_comes_out_of_the_process_is_what_was_read_in_it() -> None:
    before = getrusage(RUSAGE_CHILDREN).ru_minflt

    found = read_word(ContentFile(revision()))

    assert isinstance(found, WordText)
    assert found == back(revision())
    assert getrusage(RUSAGE_CHILDREN).ru_minflt > before


def test_a_fault_comes_out_with_its_name() -> None:
    with pytest.raises(FileFault) as refused:
        read_word(ContentFile(b"PK\x03\x04 trasig"))

    assert refused.value.code == "damaged"
