"""Below /diskussion/."""

from django.urls import path

from blattwerk.discussion.law import everybody, views

urlpatterns = [
    path("melden/", views.notice, name="notice"),
    path("meldung/<slug:token>/", views.notice_state, name="notice_state"),
    path("entscheidung/<slug:token>/", views.statement, name="statement"),
    path("entscheidung/<slug:token>/beschwerde/", views.complain, name="complain"),
    path("beschwerde/<slug:token>/", views.complaint_state, name="complaint_state"),
    path("regeln/", everybody.rules, name="forum_rules"),
    path("kontakt/", everybody.contact, name="forum_contact"),
    path("zahlen/", everybody.numbers, name="forum_numbers"),
    path("zahlen/<number:year>.csv", everybody.numbers_csv, name="forum_numbers_csv"),
    path("zahlen/<number:year>.json", everybody.numbers_json, name="forum_numbers_json"),
]
