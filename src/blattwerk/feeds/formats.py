"""RSS, Atom and JSON Feed, written with all that a newspaper knows of its articles."""

import json
from datetime import datetime
from typing import Any
from xml.sax.xmlreader import AttributesImpl

from django.utils import feedgenerator
from django.utils.xmlutils import SimplerXMLGenerator

from blattwerk.feeds.pictures import SharePicture

GENERATOR = "Blattwerk"
NAMESPACES = {
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:media": "http://search.yahoo.com/mrss/",
}
Item = dict[str, Any]
"""Django's fields of an item, and `creators` [(name, address or "")], `html`, `share`."""


class PaperRss(feedgenerator.Rss201rev2Feed):
    """RSS 2.0 with full text, every author's name, and the picture's credit."""

    def rss_attributes(self) -> dict[str, str]:
        return {**super().rss_attributes(), **NAMESPACES}

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        super().add_root_elements(handler)
        handler.addQuickElement("generator", GENERATOR)

    def add_item_elements(self, handler: SimplerXMLGenerator, item: Item) -> None:
        super().add_item_elements(handler, item)
        for name, _address in item["creators"]:
            handler.addQuickElement("dc:creator", name)
        handler.addQuickElement("content:encoded", item["html"])
        if item["share"]:
            _add_media(handler, item["share"])


class PaperAtom(feedgenerator.Atom1Feed):
    """Atom 1.0 with full text and every author."""

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        super().add_root_elements(handler)
        handler.addQuickElement("generator", GENERATOR)

    def add_item_elements(self, handler: SimplerXMLGenerator, item: Item) -> None:
        super().add_item_elements(handler, item)
        for name, address in item["creators"]:
            handler.startElement("author", AttributesImpl({}))
            handler.addQuickElement("name", name)
            if address:
                handler.addQuickElement("uri", address)
            handler.endElement("author")
        handler.addQuickElement("content", item["html"], {"type": "html"})


class PaperJson(feedgenerator.SyndicationFeed):
    """JSON Feed 1.1."""

    content_type = "application/feed+json; charset=utf-8"

    def write(self, outfile: Any, encoding: str) -> None:  # JSON is UTF-8
        document = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": self.feed["title"],
            "home_page_url": self.feed["link"],
            "feed_url": self.feed["feed_url"],
            "description": self.feed["description"],
            "language": self.feed["language"],
            "items": [_json_item(item) for item in self.items],
        }
        outfile.write(json.dumps(document, ensure_ascii=False).encode())


def _add_media(handler: SimplerXMLGenerator, picture: SharePicture) -> None:
    handler.startElement(
        "media:content",
        AttributesImpl(
            {
                "url": picture.address,
                "fileSize": str(picture.length),
                "type": picture.mime_type,
                "medium": "image",
                "width": str(picture.width),
                "height": str(picture.height),
            }
        ),
    )
    if picture.credit:
        handler.addQuickElement("media:credit", picture.credit)
    handler.endElement("media:content")


def _json_item(item: Item) -> dict[str, Any]:
    share: SharePicture | None = item["share"]
    found: dict[str, Any] = {
        "id": item["unique_id"],
        "url": item["link"],
        "title": item["title"],
        "summary": item["summary"],
        "content_html": item["html"],
        "date_published": _iso(item["pubdate"]),
        "date_modified": _iso(item["updateddate"]),
        "authors": [
            {"name": name, "url": address} if address else {"name": name}
            for name, address in item["creators"]
        ],
        "tags": list(item["categories"]),
    }
    if share:
        found["image"] = share.address
    return {name: value for name, value in found.items() if value}


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None
