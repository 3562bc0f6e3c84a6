"""The context’s site map, in the order a user meets it."""

from __future__ import annotations

from django.urls import path

from samklang.agreements import views

app_name = "agreements"
urlpatterns = [
    path("", views.register, name="register"),
    path("nytt/", views.create, name="create"),
    path("<int:pk>/", views.detail, name="detail"),
    path("<int:pk>/historik/", views.history, name="history"),
    path("<int:pk>/liv.svg", views.picture, name="picture"),
    path("<int:pk>/uppgifter/", views.edit, name="edit"),
    path("<int:pk>/uppgifter/val/", views.choose, name="choose"),
    path("<int:pk>/giltighet/", views.add_event, name="add_event"),
    path("<int:pk>/giltighet/<int:entry_pk>/angra/", views.undo_event, name="undo_event"),
    path("<int:pk>/antagande/", views.adopt, name="adopt"),
    path("<int:pk>/antagande/<int:entry_pk>/angra/", views.undo_adoption, name="undo_adoption"),
    path("<int:pk>/antagande/<int:entry_pk>/underlag/ny/", views.add_evidence, name="add_evidence"),
    path("<int:pk>/antagande/<int:entry_pk>/underlag/", views.evidence, name="evidence"),
    path("<int:pk>/utgavor/<int:edition_pk>/antagande/", views.adoption, name="adoption"),
    path(
        "<int:pk>/utgavor/<int:edition_pk>/antagande/<int:organization_pk>/<slug:kind>/",
        views.board_paper,
        name="board_paper",
    ),
    path("<int:pk>/diarienummer/", views.add_diary_number, name="add_diary_number"),
    path(
        "<int:pk>/diarienummer/<int:entry_pk>/angra/",
        views.undo_diary_number,
        name="undo_diary_number",
    ),
    path("<int:pk>/parter/", views.add_party, name="add_party"),
    path("<int:pk>/parter/<int:organization_pk>/ta-bort/", views.remove_party, name="remove_party"),
    path("<int:pk>/utgavor/", views.add_edition, name="add_edition"),
    path("<int:pk>/utgavor/<int:edition_pk>/angra/", views.take_back, name="take_back"),
    path("<int:pk>/utgavor/<int:edition_pk>/skede/", views.move_stage, name="move_stage"),
    path("<int:pk>/filer/", views.add_file, name="add_file"),
    path("<int:pk>/filer/<int:file_pk>/", views.download, name="download"),
]
