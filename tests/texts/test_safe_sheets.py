"""What somebody wrote in a text is text in every cell of a workbook, and never a formula.

Seen red: with a cell of each sheet written as a formula.
"""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest
from django.urls import reverse

from samklang.agreements.models import Level
from samklang.organizations.models import OrganizationKind, Role
from samklang.texts import actions
from samklang.texts.models import Section
from tests import cast
from tests.texts.county import local, regional
from tests.texts.desk import client

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
FORMULA = '=HYPERLINK("https://evil.example";"klicka")'


def cells(content: bytes) -> list[tuple[str, object]]:
    book = openpyxl.load_workbook(BytesIO(content))
    return [(one.data_type, one.value) for sheet in book for row in sheet for one in row]


def test_a_commitment_that_looks_like_a_formula_is_text() -> None:
    upper = regional(FORMULA)
    local("mora", upper.agreement)

    answer = client().get(reverse("coverage:sheet", args=["forest"]))

    found = cells(answer.content)
    assert any(FORMULA in str(value) for _kind, value in found)
    assert {kind for kind, _value in found} <= {"s", "n", "d"}


def test_a_section_that_looks_like_a_formula_is_text() -> None:
    region = cast.organization("region", kind=OrganizationKind.REGION)
    by = cast.acting_for(cast.person("rut", Role.EDITOR, of=region))
    for area, time in (("forest", "två"), ("water", "tre")):
        made = cast.agreement(
            f"Ramavtal {area}", level=Level.REGIONAL, keeper=region, about=cast.area(area)
        )
        body = f"<p>Svar ges inom {time} veckor.</p>"
        section = Section(edition=cast.in_force(made), heading=FORMULA, body=body)
        actions.add_section(section, after=None, by=by)

    answer = client().get(reverse("texts:sisters_sheet"))

    found = cells(answer.content)
    assert any("HYPERLINK" in str(value) for _kind, value in found)
    assert {kind for kind, _value in found} <= {"s", "n", "d"}
