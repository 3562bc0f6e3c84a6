"""The pages of the county's shared wordings."""

from __future__ import annotations

from django.urls import path

from samklang.texts.views import clauses

app_name = "clauses"
urlpatterns = [
    path("", clauses.register, name="register"),
    path("ny/", clauses.add, name="add"),
    path("<int:pk>/", clauses.detail, name="detail"),
    path("<int:pk>/andra/", clauses.change, name="change"),
    path("<int:pk>/dra-tillbaka/", clauses.withdraw, name="withdraw"),
    path("<int:pk>/ta-tillbaka/", clauses.bring_back, name="bring_back"),
]
