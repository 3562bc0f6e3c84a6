"""What is done with a text is told in the history of its agreement, to those who may read it.

Seen red: the sayings not added.
"""

from __future__ import annotations

import pytest
from django.urls import reverse

from samklang.texts.models import Judgement
from tests import cast
from tests.texts.county import AREA, FIRST, commitments, local, regional
from tests.texts.desk import client, draft, section

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def test_a_section_that_was_written_is_told_to_its_writers_only() -> None:
    written = section(draft(), heading="Tysta mossar")
    agreement = written.edition.agreement
    cast.in_force(cast.agreement("Annat", keeper=cast.organization("mora")))
    url = reverse("agreements:history", args=[agreement.pk])
    written.edition.begun_date = cast.TODAY
    written.edition.save()

    assert "skrev ”Tysta mossar”" in client().get(url).content.decode()
    assert "Tysta mossar" not in client("bo", "mora").get(url).content.decode()


def test_that_somebody_judged_is_told_of_the_regional_agreement() -> None:
    upper = regional(FIRST)
    local("lund", upper.agreement)
    link = [AREA, "lund", commitments(upper)[0].key]
    client().post(reverse("coverage:link", args=link), {"seen": 0, "coverage": "answered"})
    assert Judgement.objects.exists()

    page = client().get(reverse("agreements:history", args=[upper.agreement.pk])).content.decode()

    assert "Bedömde om Lund besvarar ett av åtagandena" in page
