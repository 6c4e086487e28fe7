"""The words of an article, free of markup."""

import hashlib
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING, Any

from django.utils.html import strip_tags

if TYPE_CHECKING:
    from blattwerk.newsroom.models import Article


def body_text(body: Any) -> str:
    """The body's words, one block a line; pictures' captions and other articles left out."""
    return "\n".join(line for block in body for line in _lines(block.block_type, block.value))


def text_digest(article: "Article") -> str:
    """A fingerprint of what readers read: it changes when, and only when, the words do."""
    texts = (article.kicker, article.title, article.lead, body_text(article.body))
    words = "\x1f".join(" ".join(text.split()) for text in texts)
    return hashlib.sha256(words.encode()).hexdigest()


def _lines(kind: str, value: Any) -> Iterator[str]:
    if kind == "paragraph":
        yield plain(getattr(value, "source", value))
    elif kind == "subheading":
        yield value
    elif kind == "quote":
        yield " ".join(part for part in (value["text"], value["speaker"]) if part)
    elif kind == "list":
        yield from value["items"]
    elif kind == "table":
        yield from (" ".join(cell or "" for cell in row) for row in value["table"]["data"])
    elif kind == "fact_box":
        yield value["title"]
        for block in value["body"]:
            yield from _lines(block.block_type, block.value)


def plain(html: str) -> str:
    """Rich text without its tags."""
    return unescape(strip_tags(html)).strip()
