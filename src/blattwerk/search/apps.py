from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "blattwerk.search"
    label = "search"

    def ready(self) -> None:
        from blattwerk.search import receivers, tasks  # noqa: F401
