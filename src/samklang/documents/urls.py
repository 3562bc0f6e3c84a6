"""Where kept files are fetched by the organization that registers them."""

from __future__ import annotations

from django.urls import path

from samklang.documents import views

app_name = "documents"
urlpatterns = [path("<int:pk>/", views.download, name="download")]
