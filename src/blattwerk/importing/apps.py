from django.apps import AppConfig


class ImportingConfig(AppConfig):
    name = "blattwerk.importing"
    label = "importing"
