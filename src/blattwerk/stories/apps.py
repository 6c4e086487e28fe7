from django.apps import AppConfig
from django.db.models.signals import post_migrate


class Stories(AppConfig):
    name = "blattwerk.stories"
    verbose_name = "Stories"

    def ready(self) -> None:
        from blattwerk.newsroom.admin.article_panels import show_in_editor
        from blattwerk.newsroom.desks import desks_may
        from blattwerk.stories import receivers, tasks  # noqa: F401
        from blattwerk.stories.admin.editor_panel import StoryPanel
        from blattwerk.stories.fences import raise_fences

        desks_may("stories.change_story")
        post_migrate.connect(raise_fences, sender=self, dispatch_uid="stories.fences")
        show_in_editor(StoryPanel())
