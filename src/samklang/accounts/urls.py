"""Signing in and out, and one’s own account."""

from __future__ import annotations

from django.urls import path

from samklang.accounts import views

app_name = "accounts"
urlpatterns = [
    path("in/", views.sign_in, name="sign_in"),
    path("demo/", views.demo_sign_in, name="demo_sign_in"),
    path("ut/", views.sign_out, name="sign_out"),
    path("via/<slug:provider>/", views.go_to, name="go_to"),
    path("via/<slug:provider>/klart/", views.come_back, name="come_back"),
    path("konto/", views.account, name="account"),
    path("konto/inloggningar/<int:pk>/avsluta/", views.end_session, name="end_session"),
    path("konto/inloggningar/avsluta/", views.end_other_sessions, name="end_other_sessions"),
    path("konto/tvasteg/kod.svg", views.totp_picture, name="totp_picture"),
]
