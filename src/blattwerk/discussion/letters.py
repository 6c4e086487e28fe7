"""Mails that must not be lost: kept as rows, sent by a job, tried again when the server is down."""

from datetime import datetime
from functools import partial
from typing import Any

from django.conf import settings
from django.db import transaction

from blattwerk.accounts.models import User
from blattwerk.discussion.models import Letter
from blattwerk.discussion.posting import post_letter


def write_letter(
    *,
    template: str,
    subject: str,
    context: dict[str, Any],
    now: datetime,
    reader: User | None = None,
    mail: str = "",
    language: str = "",
) -> Letter:
    """Have a mail go out, to a reader or to an address; in the transaction of what it tells.

    `template` names `discussion/mails/<template>.txt` and `.html`; `context` is plain data. An
    address under `unsubscribe` therein becomes the mail's List-Unsubscribe (RFC 8058). Without a
    `language` it is in the paper's.
    """
    letter = Letter.objects.create(
        reader=reader,
        mail=mail,
        template=template,
        subject=subject[:200],
        context=context,
        language=language or papers_language(),
        made_at=now,
        next_at=now,
    )
    transaction.on_commit(partial(post_letter.enqueue, letter.pk), robust=True)
    return letter


def papers_language() -> str:
    """What readers are addressed in; an editor's own language in the admin changes nothing."""
    return settings.LANGUAGE_CODE[:2]
