"""RSS 2.0 as podcast apps read it, with Apple's and the podcast index's elements."""

from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5
from xml.sax.xmlreader import AttributesImpl

from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.xmlutils import SimplerXMLGenerator

from blattwerk.feeds.formats import GENERATOR

NAMESPACES = {
    "xmlns:itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "xmlns:podcast": "https://podcastindex.org/namespace/1.0",
}
GUIDS = UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")  # the podcast namespace's own
VTT = "text/vtt"
CHAPTERS = "application/json+chapters"


@dataclass(frozen=True)
class Channel:
    """What the channel says beside RSS; `mail` may be empty."""

    author: str
    mail: str
    artwork: str
    serial: bool
    synthetic: bool
    founded: datetime


@dataclass(frozen=True)
class SoundFile:
    """One file of an episode; `kbits` is about what its encoder was told."""

    address: str
    mime_type: str
    length: int
    sha256: str
    title: str
    kbits: int


@dataclass(frozen=True)
class Spoken:
    """What an item says beside RSS; `number` is its place in a show told from first to last."""

    seconds: int
    author: str
    summary: str
    language: str
    synthetic: bool
    transcript: str = ""
    chapters: str = ""
    alternatives: tuple[SoundFile, ...] = ()
    number: int | None = None


def podcast_guid(feed_address: str) -> str:
    """The podcast's number for ever, made of its feed's address without scheme and last slash."""
    return str(uuid5(GUIDS, feed_address.partition("://")[2].rstrip("/")))


class PodcastRss(Rss201rev2Feed):
    """Takes a `channel` (Channel), and with each item `spoken` (Spoken)."""

    def rss_attributes(self) -> dict[str, str]:
        return {**super().rss_attributes(), **NAMESPACES}

    def latest_post_date(self) -> datetime:
        """A feed without episodes stays the same bytes, too."""
        channel: Channel = self.feed["channel"]
        return super().latest_post_date() if self.items else channel.founded

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        super().add_root_elements(handler)
        channel: Channel = self.feed["channel"]
        handler.addQuickElement("generator", GENERATOR)
        _elements(
            handler,
            ("itunes:author", channel.author),
            ("itunes:explicit", "false"),
            ("itunes:type", "serial" if channel.serial else "episodic"),
        )
        handler.addQuickElement("itunes:category", None, {"text": "News"})
        handler.addQuickElement("itunes:image", None, {"href": channel.artwork})
        _add_owner(handler, channel)
        handler.addQuickElement("podcast:guid", podcast_guid(self.feed["feed_url"]))
        handler.addQuickElement("podcast:medium", "podcast")
        if channel.synthetic:
            _add_notice(handler)

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        spoken: Spoken = item["spoken"]
        _elements(
            handler,
            ("itunes:title", item["title"]),
            ("itunes:author", spoken.author),
            ("itunes:summary", spoken.summary),
            ("itunes:duration", str(spoken.seconds)),
            ("itunes:explicit", "false"),
            ("itunes:episodeType", "full"),
        )
        if spoken.number is not None:
            handler.addQuickElement("itunes:episode", str(spoken.number))
        if spoken.synthetic:
            _add_notice(handler)
        if spoken.transcript:
            attributes = {"type": VTT, "language": spoken.language, "rel": "captions"}
            handler.addQuickElement(
                "podcast:transcript", None, {"url": spoken.transcript, **attributes}
            )
        if spoken.chapters:
            handler.addQuickElement(
                "podcast:chapters", None, {"url": spoken.chapters, "type": CHAPTERS}
            )
        for file in spoken.alternatives:
            _add_alternative(handler, file)


def _elements(handler: SimplerXMLGenerator, *pairs: tuple[str, str]) -> None:
    for name, text in pairs:
        handler.addQuickElement(name, text)


def _add_owner(handler: SimplerXMLGenerator, channel: Channel) -> None:
    """Directories send a code to this address to prove whose podcast it is."""
    attributes = {"owner": channel.mail} if channel.mail else {}
    handler.addQuickElement("podcast:locked", "yes", attributes)
    if channel.mail:
        with_names: Iterable[tuple[str, str]] = (
            ("itunes:name", channel.author),
            ("itunes:email", channel.mail),
        )
        handler.startElement("itunes:owner", AttributesImpl({}))
        _elements(handler, *with_names)
        handler.endElement("itunes:owner")


def _add_notice(handler: SimplerXMLGenerator) -> None:
    """A synthetic voice speaks."""
    handler.addQuickElement("podcast:txt", "true", {"purpose": "ai-content"})


def _add_alternative(handler: SimplerXMLGenerator, file: SoundFile) -> None:
    handler.startElement(
        "podcast:alternateEnclosure",
        AttributesImpl(
            {
                "type": file.mime_type,
                "length": str(file.length),
                "bitrate": str(file.kbits * 1000),
                "title": file.title,
            }
        ),
    )
    digest = b64encode(bytes.fromhex(file.sha256)).decode()
    handler.addQuickElement("podcast:source", None, {"uri": file.address})
    handler.addQuickElement("podcast:integrity", None, {"type": "sri", "value": f"sha256-{digest}"})
    handler.endElement("podcast:alternateEnclosure")
