from django.apps import AppConfig


class ReadingConfig(AppConfig):
    name = "blattwerk.reading"
    label = "reading"

    def ready(self) -> None:
        from blattwerk.reading import views  # noqa: F401  # registers the presenters
