"""The mail that a running paper has sent, read in its folder."""

import re
import time
from collections.abc import Iterator
from email import message_from_bytes, policy
from pathlib import Path

_RULE = b"\n" + b"-" * 79 + b"\n"


def found_in_mail(
    folder: Path, email: str, wanted: re.Pattern[str], *, patience: float = 20
) -> str:
    """What the pattern's group holds in the newest mail to that address that has it."""
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        for text in _texts(folder, email):
            if found := wanted.search(text):
                return found[1]
        time.sleep(0.1)
    raise AssertionError(f"No mail to {email} holds {wanted.pattern}.")


def _texts(folder: Path, email: str) -> Iterator[str]:
    """What was written to that address, the newest first."""
    files = sorted(folder.glob("*.log"), key=lambda path: path.stat().st_mtime, reverse=True)
    for content in (file.read_bytes() for file in files):
        for part in reversed(content.split(_RULE)):
            mail = message_from_bytes(part.lstrip(), policy=policy.default)
            if mail["to"] == email:
                yield mail.get_body(("plain",)).get_content()  # type: ignore[union-attr]
