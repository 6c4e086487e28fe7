from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FrontsConfig(AppConfig):
    name = "blattwerk.fronts"
    label = "fronts"
    verbose_name = _("Fronts")

    def ready(self) -> None:
        from blattwerk.fronts import receivers  # noqa: F401
        from blattwerk.newsroom.desks import chiefs_may

        chiefs_may("fronts.change_front", "fronts.view_front")
