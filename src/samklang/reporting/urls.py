"""The context's site map."""

from __future__ import annotations

from django.urls import path

from samklang.reporting import views

app_name = "reporting"
urlpatterns = [
    path("", views.reports, name="reports"),
    path("inventering/", views.draft, name="draft"),
    path("inventering/godkann/", views.approve, name="approve"),
    path("inventering/fil/<slug:kind>/", views.draft_file, name="draft_file"),
    path(
        "remiss/<int:edition_pk>/<int:pk>/<slug:kind>/",
        views.compilation_file,
        name="compilation_file",
    ),
    path(
        "antagande/<int:pk>/<int:edition_pk>/<int:organization_pk>/<slug:paper>/<slug:kind>/",
        views.board_paper,
        name="board_paper",
    ),
    path("mote/<int:pk>/<slug:kind>/", views.meeting_file, name="meeting_file"),
    path("utdrag/<slug:kind>/", views.decision_extract, name="decision_extract"),
    path("<int:pk>/", views.report, name="report"),
    path("<int:pk>/fil/<slug:kind>/", views.file, name="file"),
]
