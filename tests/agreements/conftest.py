"""Who looks at the agreements in most tests of pages."""

from __future__ import annotations

import pytest
from django.test import Client

from tests import cast


@pytest.fixture
def siri(client: Client) -> Client:
    client.force_login(cast.person("siri"))
    return client
