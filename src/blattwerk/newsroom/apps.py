from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class NewsroomConfig(AppConfig):
    name = "blattwerk.newsroom"
    label = "newsroom"
    verbose_name = _("Newsroom")

    def ready(self) -> None:
        from blattwerk.newsroom import receivers, tasks  # noqa: F401
        from blattwerk.newsroom.grant_new_rights import grant_new_rights

        # Rooms stand before django.contrib.auth in INSTALLED_APPS, so this one is asked first.
        post_migrate.connect(grant_new_rights, dispatch_uid="newsroom.grant_new_rights")
