"""The context's site map, in the order a user meets it."""

from __future__ import annotations

from django.urls import path

from samklang.decisions.views import feeds, home, recording, showing

app_name = "decisions"
urlpatterns = [
    path("", showing.register, name="register"),
    path("beslut.xlsx", showing.sheet, name="sheet"),
    path("beslut.atom", feeds.feed_in_browser, name="atom"),
    path("flode/", feeds.feed, name="feed"),
    path("flode/avsluta/", feeds.end_feed, name="end_feed"),
    path("flode/<str:secret>/beslut.atom", feeds.feed_file, name="feed_file"),
    path("nytt/", recording.record, name="record"),
    path("nytt/spara/", recording.save, name="save"),
    path("hemtagning/", home.home, name="home"),
    path("hemtagning/hemtagning.xlsx", home.home_sheet, name="home_sheet"),
    path("<int:pk>/", showing.detail, name="detail"),
    path("<int:pk>/bekrafta/", recording.confirm, name="confirm"),
    path("<int:pk>/angra/", recording.undo, name="undo"),
    path("<int:pk>/ta-hem/", home.carry_home, name="carry_home"),
    path("<int:pk>/ta-hem/be/", home.ask_home, name="ask_home"),
    path("<int:pk>/ta-hem/paminn/", home.remind_home, name="remind_home"),
    path("<int:pk>/ta-hem/ta-hem.pdf", home.take_home, name="take_home"),
    path("<int:pk>/ta-hem/<int:row_pk>/", home.write_home, name="write_home"),
]
