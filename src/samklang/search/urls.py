"""The page of searching."""

from __future__ import annotations

from django.urls import path

from samklang.search import views

app_name = "search"
urlpatterns = [path("", views.search, name="search")]
