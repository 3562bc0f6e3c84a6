"""The context's site map."""

from __future__ import annotations

from django.urls import path

from samklang.reporting import views

app_name = "reporting"
urlpatterns = [path("", views.reports, name="reports")]
