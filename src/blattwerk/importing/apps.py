from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ImportingConfig(AppConfig):
    name = "blattwerk.importing"
    label = "importing"
    verbose_name = _("Importing")

    def ready(self) -> None:
        from blattwerk.newsroom.desks import chiefs_may

        chiefs_may("importing.change_item")
