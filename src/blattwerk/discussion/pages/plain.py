"""What a reader typed, as markup: paragraphs, quoted lines, web addresses; all else as typed."""

import re
from collections.abc import Iterable
from itertools import groupby
from urllib.parse import urlsplit

from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from blattwerk.discussion.text import LINK

_ENDS = ".,;:!?…»«“”„‘’*_"
_PAIRS = {")": "(", "]": "[", "}": "{"}


def marked_up(text: str) -> SafeString:
    """Safe for any page; nothing of what was typed becomes markup."""
    made = []
    for is_quote, part in groupby(text.split("\n"), key=lambda line: line.startswith(">")):
        lines = list(part)
        made.append(_quoted(lines) if is_quote else _paragraphs(lines))
    return mark_safe("".join(made))  # noqa: S308  # each part is escaped below


def _quoted(lines: Iterable[str]) -> SafeString:
    said = "\n".join(line[1:].removeprefix(" ") for line in lines)
    return format_html("<blockquote>{}</blockquote>", _paragraphs(said.split("\n")))


def _paragraphs(lines: Iterable[str]) -> SafeString:
    parts = [part.strip("\n") for part in re.split(r"\n{2,}", "\n".join(lines))]
    return format_html_join("", '<p dir="auto">{}</p>', ((_lines(part),) for part in parts if part))


def _lines(paragraph: str) -> SafeString:
    return mark_safe("<br>".join(_linked(line) for line in paragraph.split("\n")))  # noqa: S308


def _linked(line: str) -> str:
    made: list[str] = []
    at = 0
    for found in LINK.finditer(line):
        address = _trimmed(found[0])
        if not _is_safe(address):
            continue
        made.append(escape(line[at : found.start()]))
        made.append(format_html('<a href="{0}" rel="nofollow ugc noopener">{0}</a>', address))
        at = found.start() + len(address)
    return "".join([*made, escape(line[at:])])


def _trimmed(address: str) -> str:
    """Without what ends the sentence around it; a bracket stays if it was opened inside."""
    while address:
        last = address[-1]
        opened = address.count(_PAIRS.get(last, last)) >= address.count(last)
        if last in _ENDS or (last in _PAIRS and not opened):
            address = address[:-1]
        else:
            break
    return address


def _is_safe(address: str) -> bool:
    """Whether it leads to a host, and to the one that it seems to lead to."""
    try:
        parts = urlsplit(address)
        return bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        return False
