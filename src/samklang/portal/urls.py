"""The pages that join contexts."""

from __future__ import annotations

from django.urls import path

from samklang.portal import views

app_name = "portal"
urlpatterns = [
    path("", views.start, name="start"),
    path("lanet/", views.county, name="county"),
    path("lanet/matris.xlsx", views.sheet, name="sheet"),
    path("lanet/matris.<str:form>", views.matrix_picture, name="matrix_picture"),
    path("lanet/rutkarta.<str:form>", views.tile_picture, name="tile_picture"),
    path("lanet/<slug:area>/", views.area, name="area"),
    path("lanet/<slug:area>/tidslinje.<str:form>", views.area_picture, name="area_picture"),
    path("lanet/<slug:municipality>/<slug:area>/", views.cell, name="cell"),
    path("att-gora/", views.todo, name="todo"),
    path("lagar/", views.laws, name="laws"),
    path("lagar/lagkalender.<str:form>", views.laws_picture, name="laws_picture"),
    path("lagar/<slug:code>/", views.law, name="law"),
    path("kollega/<int:seat>/", views.colleague, name="colleague"),
    path("om/sa-raknar-vi/", views.counting, name="counting"),
    path("om/tillganglighet/", views.accessibility, name="accessibility"),
    path("om/", views.about, name="about"),
    path(".well-known/security.txt", views.security_txt, name="security_txt"),
]
