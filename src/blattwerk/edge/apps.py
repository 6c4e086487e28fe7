from django.apps import AppConfig


class EdgeConfig(AppConfig):
    name = "blattwerk.edge"
    label = "edge"
