from django.apps import AppConfig


class EdgeConfig(AppConfig):
    name = "blattwerk.edge"
    label = "edge"

    def ready(self) -> None:
        from blattwerk.edge import purges  # noqa: F401  # its modules are receivers
