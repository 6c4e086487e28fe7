from django.urls import path

from blattwerk.desk.views import health

urlpatterns = [
    path("gesundheit/", health, name="health"),
]
