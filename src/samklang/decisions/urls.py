"""The context's site map, in the order a user meets it."""

from __future__ import annotations

from django.urls import path

from samklang.decisions.views import recording, showing

app_name = "decisions"
urlpatterns = [
    path("", showing.register, name="register"),
    path("beslut.xlsx", showing.sheet, name="sheet"),
    path("nytt/", recording.record, name="record"),
    path("nytt/spara/", recording.save, name="save"),
    path("<int:pk>/", showing.detail, name="detail"),
    path("<int:pk>/bekrafta/", recording.confirm, name="confirm"),
    path("<int:pk>/angra/", recording.undo, name="undo"),
]
