"""The context's site map, in the order a user meets it."""

from __future__ import annotations

app_name = "decisions"
urlpatterns: list[object] = []
