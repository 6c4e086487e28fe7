"""Sending the letters that wait: each once, again and again until it went or three days are over.

Whoever sends a letter takes it first, by moving its next time on in one statement: of two workers
one does. A worker that is killed meanwhile leaves it to be tried again after LEASE.
"""

import logging
import smtplib
from datetime import datetime, timedelta
from email.utils import parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db.models import F, QuerySet
from django.tasks import task
from django.template.loader import render_to_string
from django.utils import timezone, translation

from blattwerk.accounts.registry import paper_name
from blattwerk.common.addresses import absolute
from blattwerk.common.clock import every
from blattwerk.discussion.models import Letter

log = logging.getLogger(__name__)
MINUTE = timedelta(minutes=1)
WAITS = (MINUTE, 5 * MINUTE, 15 * MINUTE, 60 * MINUTE, 180 * MINUTE, 360 * MINUTE, 720 * MINUTE)
GIVEN_UP_AFTER = timedelta(days=3)
LEASE = 10 * MINUTE  # longer than the mail server may take
AT_ONCE = 300  # letters a job sends at most; the next job is a minute away
OF_THE_LETTER = (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError)
TOO_LARGE = 552


class NobodyToWriteTo(Exception):
    """The account is erased, or there never was an address."""


@task
def post_letter(letter_id: int) -> None:
    """Send one, as soon as it is written."""
    send(letter_id, now=timezone.now())


@every(MINUTE, name="discussion.letters")
def post_letters(now: datetime) -> None:
    """Send what is due; when the mail server does not answer, the rest waits for the next time."""
    for number in due(now).values_list("pk", flat=True)[:AT_ONCE]:
        if not send(number, now=timezone.now()):
            return


def due(now: datetime) -> QuerySet[Letter]:
    """Letters to be sent, the longest waiting first."""
    return Letter.objects.filter(sent_at=None, given_up_at=None, next_at__lte=now).order_by(
        "next_at", "pk"
    )


def send(letter_id: int, *, now: datetime) -> bool:
    """Send it if it is due and nobody else does. False when no other would go out now."""
    letter = _taken(letter_id, now)
    if letter is None:
        return True
    try:
        _mail(letter).send()
    except NobodyToWriteTo:
        _note(letter, given_up_at=now, error="no address")
    except OSError as error:
        if not _is_of_the_letter(error):
            _failed(letter, error, now)
            return False
        _failed(letter, error, now, for_good=_is_final(error))
    except Exception as error:
        log.exception("Letter %s could not be made.", letter_id)  # one must not stop the others
        _failed(letter, error, now)
    else:
        _note(letter, sent_at=now, error="")
    return True


def next_try(made_at: datetime, attempts: int, now: datetime) -> datetime | None:
    """When to try again after so many attempts; None when three days are over."""
    wait = WAITS[min(attempts, len(WAITS)) - 1]
    return now + wait if now + wait < made_at + GIVEN_UP_AFTER else None


def _taken(letter_id: int, now: datetime) -> Letter | None:
    letter = due(now).select_related("reader").filter(pk=letter_id).first()
    if letter is None:
        return None
    mine = due(now).filter(pk=letter_id, attempts=letter.attempts)
    if not mine.order_by().update(attempts=F("attempts") + 1, next_at=now + LEASE):
        return None
    letter.attempts += 1
    return letter


def _mail(letter: Letter) -> EmailMultiAlternatives:
    to = _address(letter)
    with translation.override(letter.language):
        told = {"paper": paper_name(), **letter.context}
        text = render_to_string(f"discussion/mails/{letter.template}.txt", told)
        html = render_to_string(f"discussion/mails/{letter.template}.html", told)
    subject = " ".join(f"{told['paper']}: {letter.subject}".split())
    mail = EmailMultiAlternatives(subject, text.strip() + "\n", None, [to], headers=_heads(letter))
    mail.attach_alternative(html, "text/html")
    return mail


def _address(letter: Letter) -> str:
    reader = letter.reader
    if reader is not None and reader.erased_at is not None:
        raise NobodyToWriteTo
    to = reader.email if reader is not None else letter.mail
    if not to:
        raise NobodyToWriteTo
    return to


def _heads(letter: Letter) -> dict[str, str]:
    host = urlsplit(settings.BLATTWERK_ADDRESS).hostname
    heads = {
        "Auto-Submitted": "auto-generated",
        # The same each time: a mailbox that got it already may drop it.
        "Message-ID": f"<letter-{letter.pk}-{letter.made_at:%Y%m%d%H%M%S%f}@{host}>",
    }
    if way_out := letter.context.get("unsubscribe"):
        heads["List-Unsubscribe"] = f"<{absolute(way_out)}>"
        heads["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return heads


def _is_of_the_letter(error: OSError) -> bool:
    """Whether others may go out. A sender that the mail server does not take is all letters'."""
    if isinstance(error, smtplib.SMTPSenderRefused):
        return error.smtp_code == TOO_LARGE
    return isinstance(error, OF_THE_LETTER)


def _is_final(error: Exception) -> bool:
    """Whether the mail server will say the same tomorrow (5xx)."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(500 <= code < 600 for code, _said in error.recipients.values())
    return isinstance(error, smtplib.SMTPResponseException) and 500 <= error.smtp_code < 600


def _failed(letter: Letter, error: Exception, now: datetime, *, for_good: bool = False) -> None:
    again = None if for_good else next_try(letter.made_at, letter.attempts, now)
    said = _without_address(f"{type(error).__name__}: {error}", letter)[:300]
    if again is None:
        _note(letter, given_up_at=now, error=said)
    else:
        _note(letter, next_at=again, error=said)


def _without_address(text: str, letter: Letter) -> str:
    """Errors are read by the whole team and outlive the address."""
    _name, address = parseaddr(letter.reader.email if letter.reader else letter.mail)
    return text.replace(address, "…") if address else text


def _note(letter: Letter, **changes: object) -> None:
    Letter.objects.filter(pk=letter.pk).update(**changes)
