"""The context’s site map, in the order a user meets it."""

from __future__ import annotations

from django.urls import path

from samklang.texts import views

app_name = "texts"
urlpatterns = [
    path("lagandringar/", views.law_review, name="law_review"),
    path("skillnader/", views.sisters, name="sisters"),
    path("skillnader/skillnader.xlsx", views.sisters_sheet, name="sisters_sheet"),
    path("skillnader/<slug:fingerprint>/", views.mark_as_meant, name="mark_as_meant"),
    path("skillnader/<slug:fingerprint>/angra/", views.take_back_meant, name="take_back_meant"),
    path("<int:edition_pk>/", views.read, name="read"),
    path("<int:edition_pk>/pdf/", views.as_paper, name="as_paper"),
    path("<int:edition_pk>/word/", views.as_word, name="as_word"),
    path("<int:edition_pk>/jamfor/", views.compare, name="compare"),
    path("<int:edition_pk>/jamfor/<int:other_pk>/word/", views.redline, name="redline"),
    path("<int:edition_pk>/borja/<int:earlier_pk>/", views.begin, name="begin"),
    path("<int:edition_pk>/dela-in/<int:text_pk>/", views.divide, name="divide"),
    path("<int:edition_pk>/avsnitt/nytt/", views.add, name="add"),
    path("<int:edition_pk>/avsnitt/<slug:key>/", views.write, name="write"),
    path("<int:edition_pk>/avsnitt/<slug:key>/spara/", views.autosave, name="autosave"),
    path("<int:edition_pk>/avsnitt/<slug:key>/hamta/", views.fetch_clause, name="fetch_clause"),
    path("<int:edition_pk>/avsnitt/<slug:key>/behall/", views.keep_words, name="keep_words"),
    path("<int:edition_pk>/avsnitt/<slug:key>/flytta/", views.move, name="move"),
    path("<int:edition_pk>/avsnitt/<slug:key>/ta-bort/", views.remove, name="remove"),
    path("<int:edition_pk>/ataganden/", views.commitments, name="commitments"),
    path("<int:edition_pk>/ataganden/nytt/", views.mark, name="mark"),
    path("<int:edition_pk>/ataganden/<slug:key>/", views.mend, name="mend"),
    path("<int:edition_pk>/ataganden/<slug:key>/ta-bort/", views.unmark, name="unmark"),
    path("<int:edition_pk>/mall/", views.template_news, name="template_news"),
    path("<int:edition_pk>/mall/<slug:code>/ta-in/", views.take_in, name="take_in"),
    path("<int:edition_pk>/mall/<slug:code>/lamna/", views.set_aside, name="set_aside"),
    path("<int:edition_pk>/svar/", views.tasks, name="tasks"),
    path("<int:edition_pk>/svar/<slug:key>/", views.answer, name="answer"),
]
