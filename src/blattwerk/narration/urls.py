"""Addresses of what is heard."""

from django.urls import path, re_path

from blattwerk.narration.delivery import NAME, sound_file
from blattwerk.narration.views import listening_card, listening_queue, marks, sound

urlpatterns = [
    re_path(rf"^hoeren/dateien/(?P<name>{NAME})$", sound_file, name="sound_file"),
    path("hoeren/<int:number>.json", listening_card, name="listening_card"),
    path("hoeren/<int:number>/ton.<slug:ext>", sound, name="sound"),
    path("hoeren/<int:number>/marken.json", marks, name="live_marks"),
    path("hoeren/liste/<slug:kind>/<slug:key>.json", listening_queue, name="listening_queue"),
]
