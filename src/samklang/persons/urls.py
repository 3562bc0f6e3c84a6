"""What is held about people: one’s own copy, and the pages for whoever runs the installation."""

from __future__ import annotations

from django.urls import path

from samklang.persons import views

app_name = "persons"
urlpatterns = [
    path("mina-uppgifter.zip", views.own_copy, name="own_copy"),
    path("", views.register, name="register"),
    path("<int:pk>/", views.person, name="person"),
    path("<int:pk>/uppgifter.zip", views.copy, name="copy"),
    path("<int:pk>/radera/", views.erase, name="erase"),
]
