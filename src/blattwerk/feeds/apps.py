from django.apps import AppConfig


class FeedsConfig(AppConfig):
    name = "blattwerk.feeds"
    label = "feeds"

    def ready(self) -> None:
        from blattwerk.feeds import receivers  # noqa: F401
