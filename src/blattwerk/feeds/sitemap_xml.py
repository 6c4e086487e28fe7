"""Sitemaps in the words of sitemaps.org, with Google's extensions for pictures and news."""

import io
from collections.abc import Iterable
from datetime import datetime
from xml.sax.xmlreader import AttributesImpl

from django.utils.xmlutils import SimplerXMLGenerator

from blattwerk.feeds.markup import writable
from blattwerk.feeds.sitemaps import News, Place
from blattwerk.feeds.wording import LANGUAGE, local

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
IMAGE = "http://www.google.com/schemas/sitemap-image/1.1"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"


class _Sheet:
    """An XML document of one root element."""

    def __init__(self, root: str, **namespaces: str) -> None:
        self._stream = io.StringIO()
        self._root = root
        self._xml = SimplerXMLGenerator(self._stream, "utf-8")
        self._xml.startDocument()
        self._xml.startElement(
            root,
            AttributesImpl(
                {"xmlns": SITEMAP, **{f"xmlns:{name}": at for name, at in namespaces.items()}}
            ),
        )

    def open(self, name: str) -> None:
        self._xml.startElement(name, AttributesImpl({}))

    def close(self, name: str) -> None:
        self._xml.endElement(name)

    def leaf(self, name: str, text: str) -> None:
        self._xml.addQuickElement(name, text)

    def finish(self) -> str:
        self._xml.endElement(self._root)
        self._xml.endDocument()
        return self._stream.getvalue()


def index_xml(sitemaps: Iterable[tuple[str, datetime | None]]) -> str:
    """The index: address and time of the last change of each sitemap."""
    sheet = _Sheet("sitemapindex")
    for address, changed in sitemaps:
        sheet.open("sitemap")
        sheet.leaf("loc", address)
        _lastmod(sheet, changed)
        sheet.close("sitemap")
    return sheet.finish()


def places_xml(places: Iterable[Place]) -> str:
    """An ordinary sitemap, with pictures."""
    sheet = _Sheet("urlset", image=IMAGE)
    for place in places:
        sheet.open("url")
        sheet.leaf("loc", place.address)
        _lastmod(sheet, place.changed)
        if place.picture:
            sheet.open("image:image")
            sheet.leaf("image:loc", place.picture)
            sheet.close("image:image")
        sheet.close("url")
    return sheet.finish()


def news_xml(paper: str, news: Iterable[News]) -> str:
    """The sitemap of news."""
    sheet = _Sheet("urlset", news=NEWS)
    for item in news:
        sheet.open("url")
        sheet.leaf("loc", item.address)
        sheet.open("news:news")
        sheet.open("news:publication")
        sheet.leaf("news:name", writable(paper))
        sheet.leaf("news:language", LANGUAGE.partition("-")[0])
        sheet.close("news:publication")
        published = local(item.published)
        day = published.date().isoformat()
        sheet.leaf("news:publication_date", day if item.day_only else published.isoformat())
        sheet.leaf("news:title", writable(item.headline))
        sheet.close("news:news")
        sheet.close("url")
    return sheet.finish()


def _lastmod(sheet: _Sheet, changed: datetime | None) -> None:
    if changed is not None:
        sheet.leaf("lastmod", local(changed).isoformat())
