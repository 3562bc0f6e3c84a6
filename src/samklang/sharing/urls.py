"""The context’s site map."""

from __future__ import annotations

from django.urls import path

from samklang.sharing import views

app_name = "sharing"
urlpatterns = [
    path("delat/", views.shares, name="shares"),
    path("delat/<int:pk>/", views.receipt, name="receipt"),
    path("delat/<int:pk>/sluta/<int:organization_pk>/", views.stop, name="stop"),
    path("dela/<slug:slug>/<int:pk>/", views.share, name="share"),
    path(
        "dela/<slug:slug>/<int:pk>/forhandsvisning/<int:organization_pk>/",
        views.preview,
        name="preview",
    ),
]
