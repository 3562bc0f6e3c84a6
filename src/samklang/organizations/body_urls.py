"""The pages about the county's bodies."""

from __future__ import annotations

from django.urls import path

from samklang.organizations.views import bodies, changing_bodies, chartering

app_name = "bodies"
urlpatterns = [
    path("", bodies.register, name="register"),
    path("ny/", changing_bodies.start, name="start"),
    path("excel/", bodies.sheet, name="sheet"),
    path("karta/", bodies.chart, name="chart"),
    path("karta/<str:form>/", bodies.chart_file, name="chart_file"),
    path("<int:pk>/", bodies.detail, name="detail"),
    path("<int:pk>/beskriv/", changing_bodies.describe, name="describe"),
    path("<int:pk>/flytta/", changing_bodies.move, name="move"),
    path("<int:pk>/avsluta/", changing_bodies.end, name="end"),
    path("<int:pk>/uppdrag/", chartering.give_assignment, name="give_assignment"),
    path("<int:pk>/mandat/", chartering.give_mandate, name="give_mandate"),
    path("<int:pk>/platser/", chartering.add_post, name="add_post"),
    path("uppdrag/<int:pk>/avsluta/", chartering.end_charter, name="end_charter"),
    path("plats/<int:pk>/fyll/", chartering.fill_post, name="fill_post"),
    path("plats/<int:pk>/ratta/", chartering.change_post, name="change_post"),
    path("plats/<int:pk>/avsluta/", chartering.end_post, name="end_post"),
]
