from django.apps import AppConfig


class ReadingConfig(AppConfig):
    name = "blattwerk.reading"
    label = "reading"

    def ready(self) -> None:
        from blattwerk.accounts.registry import name_paper, reserve_names
        from blattwerk.reading import queues, views  # noqa: F401  # registers queues and presenters
        from blattwerk.reading.names import author_names, title_of_paper
        from blattwerk.shell.page_scripts import on_every_page

        on_every_page("reading/listen.js")
        reserve_names(author_names)
        name_paper(title_of_paper)
