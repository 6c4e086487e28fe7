from django.apps import AppConfig
from django.db.models.signals import post_migrate


class Discussion(AppConfig):
    name = "blattwerk.discussion"
    verbose_name = "Discussion"

    def ready(self) -> None:
        from blattwerk.common.bodies import takes_bodies
        from blattwerk.discussion.fences import raise_fences
        from blattwerk.newsroom.desks import chiefs_may

        chiefs_may("discussion.moderate", "discussion.lead")
        takes_bodies("/diskussion/")
        post_migrate.connect(raise_fences, sender=self, dispatch_uid="discussion.fences")
