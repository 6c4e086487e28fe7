from django.apps import AppConfig


class Topics(AppConfig):
    name = "blattwerk.topics"
    verbose_name = "Topics"

    def ready(self) -> None:
        from blattwerk.newsroom.admin.article_panels import show_in_editor
        from blattwerk.newsroom.desks import chiefs_may, desks_may
        from blattwerk.topics import receivers, tasks  # noqa: F401
        from blattwerk.topics.admin.editor_panel import TopicsPanel

        desks_may("topics.add_topic", "topics.change_topic", "topics.add_assignment")
        chiefs_may("topics.delete_topic", "topics.rename_topic", "topics.merge_topic")
        show_in_editor(TopicsPanel())
