from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "blattwerk.search"
    label = "search"
