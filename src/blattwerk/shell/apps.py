from django.apps import AppConfig


class ShellConfig(AppConfig):
    name = "blattwerk.shell"
    label = "shell"
