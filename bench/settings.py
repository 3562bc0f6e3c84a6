"""The product’s settings, with the bare view beside its pages."""

import os

from samklang.config.settings import *  # noqa: F403 - the product's own, but for the addresses
from samklang.config.settings import CACHES

ROOT_URLCONF = "bench.urls"
if os.environ.get("SAMKLANG_BENCH_ANEW"):
    # Every page is made from the database, as it is just after a change.
    CACHES["pages"] = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
