"""An article's text as plain HTML for feed readers: no class, no script, absolute addresses."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import nh3
from django.conf import settings
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail.rich_text import expand_db_html

from blattwerk.common.addresses import absolute
from blattwerk.newsroom.models import Article, Picture
from blattwerk.newsroom.pictures import SLOTS, picture_address

TAGS = {
    "a", "aside", "b", "blockquote", "br", "caption", "cite", "em", "figcaption", "figure", "h2",
    "h3", "i", "img", "li", "ol", "p", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {"a": {"href"}, "img": {"src", "alt", "width", "height"}, "th": {"scope"}}
SCHEMES = {"http", "https", "mailto", "tel"}
PICTURE_WIDTH = 800

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def writable(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return _UNWRITABLE.sub("", text)


def article_html(article: Article) -> str:
    """Lead picture excepted, all that a reader reads: lead, paragraphs, lists, tables, pictures."""
    lead = format_html("<p><strong>{}</strong></p>\n", article.lead) if article.lead else ""
    blocks = (_markup(block.block_type, block.value) for block in article.body)
    return clean(lead + "\n".join(part for part in blocks if part))


def clean(html: str) -> str:
    """Only harmless tags; relative addresses become absolute ones of the paper."""
    cleaned = nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        url_relative=("rewrite_with_base", f"{settings.BLATTWERK_ADDRESS}/"),
        link_rel=None,
    )
    return writable(cleaned).strip()


def _markup(kind: str, value: Any) -> str:
    writer = _WRITERS.get(kind)
    return writer(value) if writer else ""


def _paragraph(value: Any) -> str:
    return expand_db_html(value.source)


def _subheading(value: str) -> str:
    return format_html("<h2>{}</h2>", value)


def _quote(value: Any) -> str:
    said_by = ", ".join(part for part in (value["speaker"], value["role"]) if part)
    cite = format_html("<p><cite>{}</cite></p>", said_by) if said_by else ""
    return format_html("<blockquote><p>„{}“</p>{}</blockquote>", value["text"], cite)


def _picture(value: Any) -> str:
    picture: Picture | None = value["picture"]
    if picture is None:  # deleted since
        return ""
    caption = value["caption"] or picture.caption
    words = format_html_join(
        " ", "{}", ((part,) for part in (caption, f"({picture.credit})") if part)
    )
    return format_html(
        '<figure><img src="{}" alt="{}" width="{}" height="{}">'
        "<figcaption>{}</figcaption></figure>",
        absolute(picture_address(picture, "body", PICTURE_WIDTH, "jpeg")),
        picture.alternative_text,
        str(PICTURE_WIDTH),  # a number would be written with the language's thousands separator
        str(SLOTS["body"].height(PICTURE_WIDTH, picture)),
        words,
    )


def _gallery(value: Any) -> str:
    title = format_html("<h3>{}</h3>", value["title"]) if value["title"] else ""
    return title + "\n".join(_picture(picture) for picture in value["pictures"])


def _listing(value: Any) -> str:
    items = format_html_join("", "<li>{}</li>", ((item,) for item in value["items"]))
    return format_html("<ol>{}</ol>" if value["ordered"] else "<ul>{}</ul>", items)


def _table(value: Any) -> str:
    rows: list[list[str | None]] = value["table"]["data"]
    heads_first = value["table"].get("first_row_is_table_header", False)
    caption = format_html("<caption>{}</caption>", value["caption"]) if value["caption"] else ""
    head = SafeString("")
    if heads_first and rows:
        cells = format_html_join("", '<th scope="col">{}</th>', ((c or "",) for c in rows[0]))
        head = format_html("<thead><tr>{}</tr></thead>", cells)
        rows = rows[1:]
    body = format_html_join("", "<tr>{}</tr>", ((_cells(row),) for row in rows))
    return format_html("<table>{}{}<tbody>{}</tbody></table>", caption, head, body)


def _cells(row: list[str | None]) -> SafeString:
    return format_html_join("", "<td>{}</td>", ((cell or "",) for cell in row))


def _fact_box(value: Any) -> str:
    return format_html("<aside><h3>{}</h3>{}</aside>", value["title"], _parts(value))


def _parts(value: Any) -> SafeString:
    # Cleaned with all the rest before it leaves this file.
    return SafeString("".join(_markup(block.block_type, block.value) for block in value["body"]))


def _related(value: Any) -> str:
    links = format_html_join("", '<li><a href="{}">{}</a></li>', _readable(value["articles"]))
    return format_html("<ul>{}</ul>", links) if links else ""


def _readable(articles: Any) -> Iterator[tuple[str, str]]:
    for article in articles:
        if article is not None and article.live:
            yield absolute(article.url), article.title


def _embed(value: Any) -> str:
    return format_html('<p><a href="{}">{}</a></p>', value["url"], value["title"])


_WRITERS: dict[str, Callable[[Any], str]] = {
    "paragraph": _paragraph,
    "subheading": _subheading,
    "quote": _quote,
    "picture": _picture,
    "gallery": _gallery,
    "list": _listing,
    "table": _table,
    "fact_box": _fact_box,
    "related": _related,
    "embed": _embed,
}
