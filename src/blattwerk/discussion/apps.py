from django.apps import AppConfig


class Discussion(AppConfig):
    name = "blattwerk.discussion"
    verbose_name = "Discussion"
