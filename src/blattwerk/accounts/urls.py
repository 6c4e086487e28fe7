"""`/konto/…`: allauth's views at short German addresses, and the reader's own page."""

from allauth.account import views as account
from allauth.mfa.base import views as factor
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as passkeys
from allauth.usersessions import views as sessions
from django.urls import URLPattern, path

from blattwerk.accounts import data_views, views
from blattwerk.accounts.elsewhere_urls import elsewhere_patterns
from blattwerk.accounts.private import View, private


def door(address: str, view: View, name: str) -> URLPattern:
    """A private page."""
    return path(address, private(view), name=name)


urlpatterns = [
    door("", views.own_page, "account"),
    door("name/", views.change_name, "account_name"),
    door("bedingungen/", views.terms, "account_terms"),
    door("daten/", data_views.export, "account_data"),
    door("loeschen/", data_views.erase, "account_erase"),
    door("loeschen/code/", data_views.ask_farewell_code, "account_farewell_code"),
    door("geloescht/", data_views.erased, "account_erased"),
    door("anmelden/", account.login, "account_login"),
    door("anmelden/code/", account.request_login_code, "account_request_login_code"),
    door("anmelden/code/eingeben/", account.confirm_login_code, "account_confirm_login_code"),
    door("anmelden/passkey/", passkeys.login_webauthn, "mfa_login_webauthn"),
    door("registrieren/", account.signup, "account_signup"),
    door("registrieren/passkey/", account.signup_by_passkey, "account_signup_by_passkey"),
    door("registrieren/passkey/anlegen/", passkeys.signup_webauthn, "mfa_signup_webauthn"),
    door("abmelden/", account.logout, "account_logout"),
    door("stillgelegt/", account.account_inactive, "account_inactive"),
    door("pruefen/", account.reauthenticate, "account_reauthenticate"),
    door("e-mail/", account.email, "account_email"),
    door("e-mail/code/", views.confirm_address, "account_email_verification_sent"),
    door("passwort/", account.password_change, "account_change_password"),
    door("passwort/setzen/", account.password_set, "account_set_password"),
    door("passwort/vergessen/", account.password_reset, "account_reset_password"),
    door(
        "passwort/code/",
        account.confirm_password_reset_code,
        "account_confirm_password_reset_code",
    ),
    door("passwort/neu/", account.complete_password_reset, "account_complete_password_reset"),
    door(
        "passwort/fertig/",
        account.password_reset_from_key_done,
        "account_password_reset_completed",
    ),
    door("sitzungen/", sessions.list_usersessions, "usersessions_list"),
    door("sitzungen/<int:number>/beenden/", views.end_session, "account_end_session"),
    door("zweiter-faktor/", factor.index, "mfa_index"),
    door("zweiter-faktor/eingeben/", factor.authenticate, "mfa_authenticate"),
    door("zweiter-faktor/pruefen/", factor.reauthenticate, "mfa_reauthenticate"),
    door("zweiter-faktor/app/", app.activate_totp, "mfa_activate_totp"),
    door("zweiter-faktor/app/entfernen/", app.deactivate_totp, "mfa_deactivate_totp"),
    door("notfallcodes/", codes.view_recovery_codes, "mfa_view_recovery_codes"),
    door("notfallcodes/neu/", codes.generate_recovery_codes, "mfa_generate_recovery_codes"),
    door("notfallcodes/datei/", codes.download_recovery_codes, "mfa_download_recovery_codes"),
    door("passkeys/", passkeys.list_webauthn, "mfa_list_webauthn"),
    door("passkeys/neu/", passkeys.add_webauthn, "mfa_add_webauthn"),
    door("passkeys/pruefen/", passkeys.reauthenticate_webauthn, "mfa_reauthenticate_webauthn"),
    door("passkeys/<int:pk>/entfernen/", passkeys.remove_webauthn, "mfa_remove_webauthn"),
    door("passkeys/<int:pk>/umbenennen/", passkeys.edit_webauthn, "mfa_edit_webauthn"),
    *elsewhere_patterns(door),
]
