"""What people add to a report before it is frozen and sent on."""

from __future__ import annotations

import pytest

from samklang.reporting.forms import ApproveForm
from tests.inventories.bad_files import TEST_NUMBER


@pytest.mark.parametrize("field", ["addressed_to", "method", "next_steps"])
def test_a_report_names_nobody_by_number(field: str) -> None:
    form = ApproveForm({field: f"Enligt {TEST_NUMBER}"})

    assert form.has_error(field, "personal_number")
    assert TEST_NUMBER not in str(form.errors)
