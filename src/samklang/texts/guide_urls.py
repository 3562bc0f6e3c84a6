"""The pages of the guide to a new local text."""

from __future__ import annotations

from django.urls import path

from samklang.texts.views import guiding

app_name = "guide"
urlpatterns = [
    path("", guiding.start, name="start"),
    path("kontrollera/", guiding.check, name="check"),
    path("<slug:slug>/", guiding.step, name="step"),
]
