from django.apps import AppConfig


class FeedsConfig(AppConfig):
    name = "blattwerk.feeds"
    label = "feeds"
