from django.urls import path

from blattwerk.reading.views import author, listening, listening_player

urlpatterns = [
    path("autor/<slug:slug>/", author, name="author"),
    path("hoeren/", listening, name="listening"),
    path("hoeren/spieler/", listening_player, name="listening_player"),
]
