from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "blattwerk.accounts"
    label = "accounts"
    verbose_name = _("Accounts")

    def ready(self) -> None:
        from allauth.account.signals import email_confirmed
        from django.contrib.auth.signals import user_logged_in

        from blattwerk.accounts import tasks  # noqa: F401  # registers what is due
        from blattwerk.accounts.holders import holds_data
        from blattwerk.accounts.limits import share_limits
        from blattwerk.accounts.own_data import erase_account, export_account
        from blattwerk.accounts.queries import staff_names
        from blattwerk.accounts.receivers import on_proof, on_sign_in
        from blattwerk.accounts.registry import reserve_names
        from blattwerk.common.bodies import takes_bodies

        takes_bodies("/konto/")
        share_limits()
        user_logged_in.connect(on_sign_in, dispatch_uid="accounts")
        email_confirmed.connect(on_proof, dispatch_uid="accounts")
        reserve_names(staff_names)
        holds_data(
            "accounts",
            export=export_account,
            erase=erase_account,
            removes=_(
                "Name, address, password, passkeys, consents, sessions and former public names."
            ),
            keeps=_(
                "A number without a name, so that others' answers keep their place; and, beside "
                "it, measures taken against the account, to answer for them."
            ),
        )
