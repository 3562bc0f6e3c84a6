"""The context's site map, in the order a user meets it."""

from __future__ import annotations

from django.urls import path

from samklang.inventories import views

app_name = "inventories"
urlpatterns = [
    path("", views.batches, name="batches"),
    path("ta-emot/", views.receive, name="receive"),
    path("<int:pk>/", views.batch, name="batch"),
    path("lasning/<int:pk>/", views.reading, name="reading"),
    path("lasning/<int:pk>/bekrafta/", views.confirm, name="confirm"),
    path("lasning/<int:pk>/bekrafta-mote/", views.confirm_meeting, name="confirm_meeting"),
    path("lasning/<int:pk>/angra/", views.take_back, name="take_back"),
    path("lasning/<int:pk>/lagg-undan/", views.put_away, name="put_away"),
    path("lasning/<int:pk>/lagg-undan/spara/", views.reject, name="reject"),
    path("lasning/<int:pk>/slapp/", views.release, name="release"),
    path("lasning/<int:pk>/las-om/", views.read_again, name="read_again"),
    path("svar/", views.findings, name="findings"),
    path("svar/nytt/", views.new_finding, name="new_finding"),
    path("svar/spara/", views.record_finding, name="record_finding"),
    path("svar/<int:pk>/ta-tillbaka/", views.withdraw, name="withdraw"),
]
