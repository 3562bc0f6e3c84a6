"""The context’s site map, in the order a user meets it."""

from __future__ import annotations

from django.urls import path

from samklang.consultations import views

app_name = "consultations"
urlpatterns = [
    path("<int:edition_pk>/synpunkter/", views.opinions, name="opinions"),
    path("<int:edition_pk>/synpunkter/<slug:key>/", views.section, name="section"),
    path("<int:edition_pk>/synpunkter/<slug:key>/foresla/", views.suggest, name="suggest"),
    path("<int:edition_pk>/word/in/", views.word, name="word"),
    path("<int:edition_pk>/word/in/spara/", views.take_in, name="take_in"),
    path("<int:edition_pk>/synpunkt/<int:pk>/", views.reply, name="reply"),
    path("<int:edition_pk>/synpunkt/<int:pk>/klar/", views.settle, name="settle"),
    path("<int:edition_pk>/synpunkt/<int:pk>/oppna/", views.reopen, name="reopen"),
    path("<int:edition_pk>/forslag/<int:pk>/", views.suggestion, name="suggestion"),
    path("<int:edition_pk>/forslag/<int:pk>/godta/", views.accept, name="accept"),
    path("<int:edition_pk>/forslag/<int:pk>/avsla/", views.reject, name="reject"),
    path("<int:edition_pk>/forslag/<int:pk>/ta-tillbaka/", views.withdraw, name="withdraw"),
    path(
        "<int:edition_pk>/forslag/godta-redaktionella/",
        views.accept_editorial,
        name="accept_editorial",
    ),
    path("<int:edition_pk>/remiss/ny/", views.open_round, name="open_round"),
    path("<int:edition_pk>/remiss/<int:pk>/", views.consultation, name="consultation"),
    path("<int:edition_pk>/remiss/<int:pk>/svar.svg", views.answers, name="answers"),
    path(
        "<int:edition_pk>/remiss/<int:pk>/svar/<int:participant_pk>/",
        views.hand_in,
        name="hand_in",
    ),
    path("<int:edition_pk>/remiss/<int:pk>/forlang/", views.extend, name="extend"),
    path("<int:edition_pk>/remiss/<int:pk>/stang/", views.close, name="close"),
    path("<int:edition_pk>/remiss/<int:pk>/anmarkning/", views.remark, name="remark"),
    path(
        "<int:edition_pk>/remiss/<int:pk>/sammanstallning/",
        views.compilation,
        name="compilation",
    ),
]
