"""The pages that join contexts."""

from __future__ import annotations

from django.urls import path

from samklang.portal import views

app_name = "portal"
urlpatterns = [
    path("", views.start, name="start"),
    path("lanet/", views.county, name="county"),
    path("om/sa-raknar-vi/", views.counting, name="counting"),
    path("om/tillganglighet/", views.accessibility, name="accessibility"),
    path("om/", views.about, name="about"),
]
