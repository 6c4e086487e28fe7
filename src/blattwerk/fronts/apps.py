from django.apps import AppConfig


class FrontsConfig(AppConfig):
    name = "blattwerk.fronts"
    label = "fronts"
