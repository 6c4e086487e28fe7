"""Addresses of those who write; all answers belong to one person."""

from django.urls import URLPattern, path

from blattwerk.accounts.private import View, private
from blattwerk.discussion.writing import own_views, reader_views, views
from blattwerk.discussion.writing.unsubscribe import unsubscribe


def own(address: str, view: View, name: str) -> URLPattern:
    """A private answer."""
    return path(address, private(view), name=name)


urlpatterns = [
    own("<number:number>/formular/", views.form_page, "thread_form"),
    own("<number:number>/kommentare/", views.write, "comment_write"),
    own("<number:number>/meine/", reader_views.own_part, "thread_own"),
    own("<number:number>/folgen/", reader_views.follow, "thread_follow"),
    own("kommentar/<number:pk>/bearbeiten/", own_views.edit, "comment_edit"),
    own("kommentar/<number:pk>/loeschen/", own_views.delete, "comment_delete"),
    own("kommentar/<number:pk>/empfehlen/", reader_views.recommend, "comment_recommend"),
    own("kommentar/<number:pk>/stumm/", reader_views.mute, "writer_mute"),
    own("abmelden/<str:token>/", unsubscribe, "unsubscribe"),
]
