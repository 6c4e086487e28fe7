from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeskConfig(AppConfig):
    name = "blattwerk.desk"
    label = "desk"
    verbose_name = _("Desk")

    def ready(self) -> None:
        from blattwerk.desk import tasks  # noqa: F401  # registers what is due
