"""The pages about the county's bodies."""

from __future__ import annotations

from django.urls import path

from samklang.organizations.views import bodies

app_name = "bodies"
urlpatterns = [
    path("", bodies.register, name="register"),
    path("<int:pk>/", bodies.detail, name="detail"),
]
