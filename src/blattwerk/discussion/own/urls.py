from django.urls import path

from blattwerk.discussion.own.views import (
    comments,
    decisions,
    notifications,
    replies,
    unfollow,
    unmute,
)

urlpatterns = [
    path("kommentare/", comments, name="own_comments"),
    path("antworten/", replies, name="own_replies"),
    path("entscheidungen/", decisions, name="own_decisions"),
    path("benachrichtigungen/", notifications, name="own_notifications"),
    path("folgen/<number:number>/ende/", unfollow, name="own_unfollow"),
    path("stumm/<number:writer>/", unmute, name="own_unmute"),
]
