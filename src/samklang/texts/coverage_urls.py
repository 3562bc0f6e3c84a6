"""The pages of the county about how its local texts answer the regional ones."""

from __future__ import annotations

from django.urls import path

from samklang.texts.views import covering, judging

app_name = "coverage"
urlpatterns = [
    path("", covering.index, name="index"),
    path("<slug:area>/", covering.area, name="area"),
    path("<slug:area>/tackning.xlsx", covering.sheet, name="sheet"),
    path("<slug:area>/<slug:municipality>/", covering.municipality, name="municipality"),
    path("<slug:area>/<slug:municipality>/<slug:key>/", judging.link, name="link"),
    path("<slug:area>/<slug:municipality>/<slug:key>/star-sig/", judging.stands, name="stands"),
]
