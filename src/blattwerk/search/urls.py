from django.urls import path

from blattwerk.search.views import results

urlpatterns = [path("suche/", results, name="search")]
