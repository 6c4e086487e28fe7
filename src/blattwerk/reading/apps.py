from django.apps import AppConfig


class ReadingConfig(AppConfig):
    name = "blattwerk.reading"
    label = "reading"

    def ready(self) -> None:
        from blattwerk.reading import queues, views  # noqa: F401  # registers queues and presenters
        from blattwerk.shell.page_scripts import on_every_page

        on_every_page("reading/listen.js")
