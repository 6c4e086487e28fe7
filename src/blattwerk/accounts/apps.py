from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "blattwerk.accounts"
    label = "accounts"
    verbose_name = _("Accounts")

    def ready(self) -> None:
        from blattwerk.accounts.limits import share_limits
        from blattwerk.accounts.queries import staff_names
        from blattwerk.accounts.registry import reserve_names
        from blattwerk.common.bodies import takes_bodies

        takes_bodies("/konto/")
        share_limits()
        reserve_names(staff_names)
