"""The context's site map."""

from __future__ import annotations

from django.urls import path

from samklang.agreements import views

app_name = "agreements"
urlpatterns = [
    path("", views.register, name="register"),
    path("<int:pk>/", views.detail, name="detail"),
]
