from django.urls import path

from blattwerk.newsroom.views import picture

urlpatterns = [
    path(
        "bilder/<int:number>-<slug:mark>/<slug:slot>-<int:width>.<slug:file_format>",
        picture,
        name="picture",
    ),
]
