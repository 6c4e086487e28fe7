"""The newsroom's pages as units of text to be read aloud (`common.speakable`)."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils.translation import gettext as _

from blattwerk.common.speakable import SpeechDetails, Unit, UnitKind
from blattwerk.newsroom.wording import plain

if TYPE_CHECKING:
    from blattwerk.newsroom.models import Article, StandingPage

_ENDS_OF_PARAGRAPHS = re.compile(r"</p>|<br\s*/?>|</li>|</h\d>", re.IGNORECASE)


def units_of_article(article: "Article") -> list[Unit]:
    """Kicker, headline, authors, lead and body; what only leads elsewhere is left out."""
    head = [
        Unit(UnitKind.KICKER, article.kicker),
        Unit(UnitKind.HEADLINE, article.title),
        Unit(UnitKind.BYLINE, _and(author.name for author in article.authors)),
        Unit(UnitKind.LEAD, article.lead),
        Unit(UnitKind.CAPTION, _caption(article.lead_picture, article.lead_caption)),
    ]
    return _spoken_of([*head, *units_of_body(article.body)])


def units_of_standing_page(page: "StandingPage") -> list[Unit]:
    """Title and text."""
    return _spoken_of([Unit(UnitKind.HEADLINE, page.title), *units_of_body(page.body)])


def units_of_body(body: Any) -> Iterator[Unit]:
    """A body's blocks in order."""
    for block in body:
        yield from _units(block.block_type, block.value)


def details_of_article(article: "Article") -> SpeechDetails:
    section = article.section
    return SpeechDetails(
        title=article.title,
        language=_language(),
        kicker=article.kicker,
        section=section.title if section else "",
        section_address=section.url or "" if section else "",
        authors=tuple(author.name for author in article.authors),
        published_at=article.published_at,
        picture=article.lead_picture,
    )


def details_of_standing_page(page: "StandingPage") -> SpeechDetails:
    return SpeechDetails(
        title=page.title, language=_language(), published_at=page.first_published_at
    )


def _units(kind: str, value: Any) -> Iterator[Unit]:
    if kind == "paragraph":
        for part in _ENDS_OF_PARAGRAPHS.split(getattr(value, "source", value)):
            yield Unit(UnitKind.PARAGRAPH, plain(part))
    elif kind == "subheading":
        yield Unit(UnitKind.SUBHEAD, value)
    elif kind == "quote":
        yield Unit(UnitKind.QUOTE, value["text"], speaker=value["speaker"] or "")
    elif kind == "list":
        yield from (Unit(UnitKind.LIST_ITEM, item) for item in value["items"])
    elif kind == "table":
        for row in value["table"]["data"]:
            yield Unit(UnitKind.TABLE_ROW, ", ".join(cell for cell in row if cell))
    elif kind == "picture":
        yield Unit(UnitKind.CAPTION, _caption(value["picture"], value["caption"]))
    elif kind == "fact_box":
        yield Unit(UnitKind.SUBHEAD, value["title"])
        yield from units_of_body(value["body"])


def _caption(picture: Any, own: str | None) -> str:
    return own or getattr(picture, "caption", "") or ""


def _spoken_of(units: list[Unit]) -> list[Unit]:
    return [unit for unit in units if unit.text and not unit.text.isspace()]


def _and(names: Iterator[str]) -> str:
    *others, last = list(names) or [""]
    return (
        _("%(names)s and %(last)s") % {"names": ", ".join(others), "last": last} if others else last
    )


def _language() -> str:
    return str(settings.LANGUAGE_CODE)[:2]
