from django.apps import AppConfig


class EdgeConfig(AppConfig):
    name = "blattwerk.edge"
    label = "edge"

    def ready(self) -> None:
        from blattwerk.common.lasting import tell_by
        from blattwerk.edge import purges  # noqa: F401  # its modules are receivers
        from blattwerk.edge.purging import last_of_all

        tell_by(last_of_all)
