"""Nothing that people write about files and answers holds a personal identity number."""

from __future__ import annotations

import pytest
from django import forms

from samklang.inventories.forms import FindingForm, RejectForm
from samklang.inventories.forms.fields import fields_for
from samklang.inventories.pages import ConfirmPage
from tests import cast
from tests.inventories import desk
from tests.inventories.bad_files import TEST_NUMBER

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("field", ["answered_by", "quote"])
def test_an_answer_names_nobody_by_number(field: str) -> None:
    form = FindingForm(desk.desk().acting, {field: f"Om {TEST_NUMBER}"})

    assert form.has_error(field, "personal_number")
    assert TEST_NUMBER not in str(form.errors)


def test_a_note_names_nobody_by_number() -> None:
    form = RejectForm({"note": TEST_NUMBER})

    assert form.has_error("note", "personal_number")


@pytest.mark.parametrize("name", ["title", "diary-0"])
def test_a_fact_is_not_changed_to_a_number_of_a_person(name: str) -> None:
    lund = desk.desk()
    (reading,) = lund.read(desk.text_file())
    page = ConfirmPage(reading, today=cast.TODAY)
    question = next(one for one in page.questions if one.name == name)

    with pytest.raises(forms.ValidationError) as refused:
        fields_for(question, page.county)["value"].clean(TEST_NUMBER)

    assert refused.value.error_list[0].code == "personal_number"
