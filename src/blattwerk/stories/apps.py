from django.apps import AppConfig
from django.db.models.signals import post_migrate


class Stories(AppConfig):
    name = "blattwerk.stories"
    verbose_name = "Stories"

    def ready(self) -> None:
        from blattwerk.discussion.registry import leads_on, names_topics, tells_topics
        from blattwerk.newsroom.admin.article_panels import show_in_editor
        from blattwerk.newsroom.desks import desks_may
        from blattwerk.stories import receivers, tasks  # noqa: F401
        from blattwerk.stories.admin.editor_panel import StoryPanel
        from blattwerk.stories.fences import raise_fences
        from blattwerk.stories.lead_on import names_of_topics, open_on_the_same, topics_of_pages
        from blattwerk.topics.queries import topics_called

        desks_may("stories.change_story")
        post_migrate.connect(raise_fences, sender=self, dispatch_uid="stories.fences")
        show_in_editor(StoryPanel())
        leads_on(open_on_the_same)
        tells_topics(topics_of_pages)
        names_topics(names_of_topics, topics_called)
