"""Mails that are kept as files, so that a paper without a mail server can be tried."""

from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import Path

from django.conf import settings
from django.utils import timezone

NEWEST = 100
_RULE = b"\n" + b"-" * 79 + b"\n"  # what Django's backend writes below each


@dataclass(frozen=True)
class KeptMail:
    """One mail out of the folder."""

    key: str  # its file and its place therein
    subject: str
    to: str
    sent_at: datetime | None
    text: str
    html: str


def mail_folder() -> Path | None:
    """Where mails are kept; None where a server takes them."""
    mailer = settings.MAILERS["default"]
    if not mailer["BACKEND"].endswith("filebased.EmailBackend"):
        return None
    return Path(mailer["OPTIONS"]["file_path"])


def kept_mails(folder: Path) -> list[KeptMail]:
    """The newest first."""
    files = sorted(folder.glob("*.log"), key=lambda path: path.stat().st_mtime, reverse=True)
    found = [mail for path in files[:NEWEST] for mail in reversed(_mails_in(path))]
    return found[:NEWEST]


def kept_mail(folder: Path, key: str) -> KeptMail | None:
    """The mail of that key, among the newest."""
    return next((mail for mail in kept_mails(folder) if mail.key == key), None)


def _mails_in(path: Path) -> list[KeptMail]:
    parts = [part for part in path.read_bytes().split(_RULE) if part.strip()]
    return [_read(f"{path.stem}-{place}", part) for place, part in enumerate(parts)]


def _read(key: str, content: bytes) -> KeptMail:
    mail = message_from_bytes(content.lstrip(), _class=EmailMessage, policy=policy.default)
    written = mail["date"]
    sent_at = timezone.localtime(parsedate_to_datetime(written)) if written else None
    return KeptMail(
        key,
        str(mail["subject"]),
        str(mail["to"]),
        sent_at,
        _part(mail, "plain"),
        _part(mail, "html"),
    )


def _part(mail: EmailMessage, kind: str) -> str:
    part = mail.get_body(preferencelist=(kind,))
    return str(part.get_content()) if part else ""
