"""The context's site map."""

from __future__ import annotations

from django.urls import path

from samklang.inventories import views

app_name = "inventories"
urlpatterns = [path("", views.batches, name="batches")]
