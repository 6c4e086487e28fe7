"""Below /diskussion/."""

from django.urls import path

from blattwerk.discussion.admin.by_mail import ByMail

urlpatterns = [path("moderation/<str:token>/", ByMail.as_view(), name="moderation_link")]
