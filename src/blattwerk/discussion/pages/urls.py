"""The public pages of a discussion: the same bytes for every reader."""

from django.urls import path

from blattwerk.discussion.pages.views import comment, thread, thread_frame, thread_newer

urlpatterns = [
    path("<number:number>/", thread, name="thread"),
    path("<number:number>/rahmen/", thread_frame, name="thread_frame"),
    path("<number:number>/neu/", thread_newer, name="thread_newer"),
    path("kommentar/<number:pk>/", comment, name="comment"),
]
