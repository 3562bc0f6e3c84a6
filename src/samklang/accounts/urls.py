"""Signing in and out."""

from __future__ import annotations

from django.urls import path

from samklang.accounts import views

app_name = "accounts"
urlpatterns = [
    path("in/", views.sign_in, name="sign_in"),
    path("demo/", views.demo_sign_in, name="demo_sign_in"),
    path("ut/", views.sign_out, name="sign_out"),
]
