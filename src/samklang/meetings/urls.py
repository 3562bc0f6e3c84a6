"""The context’s site map, in the order a user meets it."""

from __future__ import annotations

from django.urls import path

from samklang.meetings import views

app_name = "meetings"
urlpatterns = [
    path("", views.register, name="register"),
    path("nytt/", views.call, name="call"),
    path("arsplan/", views.year_plan, name="year_plan"),
    path("arsplan/arsplan.xlsx", views.year_sheet, name="year_sheet"),
    path("arsplan/arsplan.<str:form>", views.year_picture, name="year_picture"),
    path("arsplan/serie/ny/", views.begin_series, name="begin_series"),
    path("arsplan/serie/<int:pk>/", views.series, name="series"),
    path("arsplan/serie/<int:pk>/andra/", views.change_series, name="change_series"),
    path("arsplan/serie/<int:pk>/foresla/", views.propose, name="propose"),
    path("kalender/", views.feed, name="feed"),
    path("kalender/avsluta/", views.end_feed, name="end_feed"),
    path("kalender/<str:secret>/moten.ics", views.feed_file, name="feed_file"),
    path("arende/<int:pk>/", views.matter, name="matter"),
    path("<int:pk>/", views.detail, name="detail"),
    path("<int:pk>/projektor/", views.projector, name="projector"),
    path("<int:pk>/projektor/<int:item_pk>/", views.project_item, name="project_item"),
    path("<int:pk>/andra/", views.change, name="change"),
    path("<int:pk>/skicka-ut/", views.send_out, name="send_out"),
    path("<int:pk>/visa-dagen/", views.announce, name="announce"),
    path("<int:pk>/ta-med/", views.carry_on, name="carry_on"),
    path("<int:pk>/stall-in/", views.cancel, name="cancel"),
    path("<int:pk>/ta-bort/", views.delete, name="delete"),
    path("<int:pk>/kalender.ics", views.calendar_file, name="calendar_file"),
    path("<int:pk>/hallet/", views.hold, name="hold"),
    path("<int:pk>/narvaro/", views.attendance, name="attendance"),
    path("<int:pk>/anteckna/", views.begin_minutes, name="begin_minutes"),
    path("<int:pk>/anteckna/<int:item_pk>/", views.note, name="note"),
    path("<int:pk>/anteckna/<int:item_pk>/spara/", views.autosave_note, name="autosave_note"),
    path("<int:pk>/anteckna/<int:item_pk>/valj/", views.settle, name="settle"),
    path("<int:pk>/anteckningar/", views.minutes, name="minutes"),
    path("<int:pk>/anteckningar/justera/", views.check, name="check"),
    path("<int:pk>/anteckningar/oppna/", views.write_on, name="write_on"),
    path("<int:pk>/anteckningar/las/", views.lock, name="lock"),
    path("<int:pk>/anteckningar/ratta/", views.correct, name="correct"),
    path("<int:pk>/anteckningar/last-text/", views.sealed, name="sealed"),
    path("<int:pk>/ta-upp/", views.take_up, name="take_up"),
    path("<int:pk>/punkt/ny/", views.add_item, name="add_item"),
    path("<int:pk>/punkt/<int:item_pk>/", views.change_item, name="change_item"),
    path("<int:pk>/punkt/<int:item_pk>/flytta/", views.move_item, name="move_item"),
    path("<int:pk>/punkt/<int:item_pk>/ta-bort/", views.remove_item, name="remove_item"),
    path("<int:pk>/bilaga/ny/", views.add_attachment, name="add_attachment"),
    path(
        "<int:pk>/bilaga/<int:attachment_pk>/",
        views.change_attachment,
        name="change_attachment",
    ),
    path(
        "<int:pk>/bilaga/<int:attachment_pk>/ta-bort/",
        views.remove_attachment,
        name="remove_attachment",
    ),
    path(
        "<int:pk>/bilaga/<int:attachment_pk>/fil/<int:number>/",
        views.paper_file,
        name="paper_file",
    ),
    path("<int:pk>/justerare/", views.choose_adjusters, name="choose_adjusters"),
    path("<int:pk>/handlingar/", views.pack, name="papers"),
    path("<int:pk>/handlingar/samla/", views.make_pack, name="make_pack"),
    path(
        "<int:pk>/handlingar/handlingar.pdf", views.pack_file, {"ending": "pdf"}, name="papers_pdf"
    ),
    path(
        "<int:pk>/handlingar/handlingar.zip", views.pack_file, {"ending": "zip"}, name="papers_zip"
    ),
]
