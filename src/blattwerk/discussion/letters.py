"""Mails that must not be lost: kept as rows, sent by a job, tried again when the server is down."""

from datetime import datetime
from typing import Any

from blattwerk.accounts.models import User
from blattwerk.discussion.models import Letter


def write_letter(
    *,
    template: str,
    subject: str,
    context: dict[str, Any],
    now: datetime,
    reader: User | None = None,
    mail: str = "",
    language: str = "de",
) -> Letter:
    """Have a mail go out, to a reader or to an address; in the transaction of what it tells.

    `template` names `discussion/mails/<template>.txt` and `.html`; `context` is plain data.
    """
    return Letter.objects.create(
        reader=reader,
        mail=mail,
        template=template,
        subject=subject,
        context=context,
        language=language,
        made_at=now,
        next_at=now,
    )
