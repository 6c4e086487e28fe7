"""allauth's questions, answered the paper's way."""

import logging
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as current
from django.core.mail import EmailMultiAlternatives
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.http import url_has_allowed_host_and_scheme

from blattwerk.accounts.limits import client_address
from blattwerk.accounts.models import User
from blattwerk.accounts.registry import paper_name

logger = logging.getLogger(__name__)

MAIL_FAILED = "accounts_mail_failed"  # in the session: the last code did not go out


def shown_name(user: User) -> str:
    """What messages call a user."""
    return user.public_name or user.email


class Doorkeeper(DefaultAccountAdapter):
    """Local addresses only, mails in the paper's name, and a mail server may be down."""

    def is_safe_url(self, url: str) -> bool:
        """Paths of this paper; a host of any kind, even our own, is not followed."""
        return url_has_allowed_host_and_scheme(url, allowed_hosts=None)

    def get_client_ip(self, request: HttpRequest) -> str:
        """The same address that wrong passwords are counted by."""
        return client_address(request) or ""

    def format_email_subject(self, subject: str) -> str:
        return f"{paper_name()}: {subject}"

    def render_mail(
        self,
        template_prefix: str,
        email: str | list[str],
        context: dict[str, Any],
        headers: dict[str, str] | None = None,
    ) -> EmailMultiAlternatives:
        """Text and HTML; what has no HTML of its own gets its text in the paper's look."""
        told = {"paper": paper_name(), **context}
        mail: EmailMultiAlternatives = super().render_mail(template_prefix, email, told, headers)
        if not mail.alternatives:
            text = str(mail.body).rpartition("\n-- ")[0] or mail.body
            shown = render_to_string("account/email/plain_message.html", {**told, "text": text})
            mail.attach_alternative(shown, "text/html")
        return mail

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send it; when a code cannot be sent the next page says so and the reader asks again."""
        try:
            super().send_mail(template_prefix, email, context)
        except OSError as error:  # smtplib's errors are such
            logger.error("A mail could not be sent: %s", error)  # noqa: TRY400  # no traceback
            failed = True
        else:
            failed = False
        if current.request is not None and "timestamp" not in context:  # only notices have one
            current.request.session[MAIL_FAILED] = failed
