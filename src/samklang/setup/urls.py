"""The pages for those who run the installation."""

from __future__ import annotations

from django.urls import path

from samklang.setup import views

app_name = "setup"
urlpatterns = [
    path("", views.status, name="status"),
]
