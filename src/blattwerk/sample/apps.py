from django.apps import AppConfig


class SampleConfig(AppConfig):
    name = "blattwerk.sample"
    label = "sample"
