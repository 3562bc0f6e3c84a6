"""The pages about an organization’s people."""

from __future__ import annotations

from django.urls import path

from samklang.organizations import views

app_name = "organizations"
urlpatterns = [
    path("", views.start, name="start"),
    path("<int:pk>/", views.people, name="people"),
    path("<int:pk>/bjud-in/", views.invite, name="invite"),
    path("<int:pk>/historik/", views.history, name="history"),
    path("ratt/<int:pk>/ge/", views.give, name="give"),
    path("ratt/<int:pk>/ta-tillbaka/", views.end, name="end"),
    path("ratt/<int:pk>/stammer/", views.confirm, name="confirm"),
    path("inbjudan/<int:pk>/dra-tillbaka/", views.withdraw, name="withdraw"),
    path("inbjudan/<str:secret>/", views.invitation, name="invitation"),
    path("lana-ratt/", views.elevate, name="elevate"),
    path("lana-ratt/lamna/", views.step_down, name="step_down"),
]
