from django.urls import path, re_path

from blattwerk.reading.story_pages import stories, story, story_discovery
from blattwerk.reading.topic_pages import topic, topics
from blattwerk.reading.views import author, listening, listening_player

STORY = r"^story/(?P<slug>[a-z0-9-]+)-(?P<pk>[0-9]{1,18})/$"

urlpatterns = [
    path("autor/<slug:slug>/", author, name="author"),
    path("hoeren/", listening, name="listening"),
    path("hoeren/spieler/", listening_player, name="listening_player"),
    path("themen/", topics, name="topics"),
    path("thema/<slug:slug>/", topic, name="topic"),
    path("stories/", stories, name="stories"),
    path("stories/entdecken/", story_discovery, name="story_discovery"),
    re_path(STORY, story, name="story"),
]
