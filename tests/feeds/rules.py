"""The rules of others, written down so that our answers can be held against them."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
IMAGE = "{http://www.google.com/schemas/sitemap-image/1.1}"
W3C_TIME = re.compile(
    r"[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2}))?)?)?"
)
ORDER = ("loc", "lastmod", "changefreq", "priority")


def sitemap_faults(content: bytes, address: str) -> list[str]:
    """What sitemaps.org's schema and protocol find wrong in a sitemap or an index."""
    root = ET.fromstring(content)  # noqa: S314
    entry = {f"{SITEMAP}urlset": "url", f"{SITEMAP}sitemapindex": "sitemap"}.get(root.tag)
    if entry is None:
        return [f"the root is {root.tag}"]
    faults = ["over 50,000 addresses"] if len(root) > 50_000 else []
    faults += ["over 50 MB"] if len(content) > 50 * 1024 * 1024 else []
    seen: set[str] = set()
    for element in root:
        if element.tag != f"{SITEMAP}{entry}":
            faults.append(f"{element.tag} in {root.tag}")
        faults += _entry_faults(element, address, seen)
    return faults


def _entry_faults(element: ET.Element, address: str, seen: set[str]) -> Iterator[str]:
    own = [child.tag.removeprefix(SITEMAP) for child in element if child.tag.startswith(SITEMAP)]
    if own != [name for name in ORDER if name in own] or own.count("loc") != 1:
        yield f"children {own}"
    loc = element.findtext(f"{SITEMAP}loc", "")
    if not loc.startswith(f"{address}/") or len(loc) >= 2048 or not loc.isascii():
        yield f"address {loc}"
    if loc in seen:
        yield f"{loc} twice"
    seen.add(loc)
    for name in (f"{SITEMAP}lastmod", f"{NEWS}news/{NEWS}publication_date"):
        moment = element.findtext(name)
        if moment is not None and not W3C_TIME.fullmatch(moment):
            yield f"time {moment}"
    for image in element.iter(f"{IMAGE}loc"):
        if not (image.text or "").startswith(f"{address}/"):
            yield f"picture {image.text}"


def article_faults(thing: dict[str, Any]) -> list[str]:
    """What Google's rules for `Article` find wrong: properties it requires or recommends."""
    faults = []
    if thing.get("@type") not in ("Article", "NewsArticle", "BlogPosting"):
        faults.append("@type")
    if not 1 <= len(thing.get("headline", "")) <= 110:
        faults.append("headline")
    dates = ("datePublished", "dateModified")
    faults += [name for name in dates if not _is_iso(thing.get(name, ""))]
    images = thing.get("image", [])
    if not all(_is_absolute(image["url"]) for image in images):
        faults.append("image")
    authors = thing.get("author", [])
    if not authors:
        faults.append("author")
    for author in authors:
        faults += _author_faults(author)
    publisher = thing.get("publisher", {})
    if not publisher.get("name") or not _is_absolute(publisher.get("logo", {}).get("url", "")):
        faults.append("publisher")
    if not _is_absolute(thing.get("mainEntityOfPage", "")):
        faults.append("mainEntityOfPage")
    return faults


def trail_faults(thing: dict[str, Any]) -> list[str]:
    """What Google's rules for `BreadcrumbList` find wrong."""
    steps = thing["itemListElement"]
    faults = [] if [s["position"] for s in steps] == list(range(1, len(steps) + 1)) else ["order"]
    faults += [] if len(steps) >= 2 else ["too short"]
    faults += [s["name"] for s in steps if not s["name"] or not _is_absolute(s["item"])]
    return faults


def _author_faults(author: dict[str, Any]) -> Iterator[str]:
    if author.get("@type") not in ("Person", "Organization", "NewsMediaOrganization"):
        yield "author's type"
    if not author.get("name") or "," in author["name"]:
        yield "author's name"
    if author["@type"] == "Person" and not _is_absolute(author.get("url", "")):
        yield "author's url"


def _is_absolute(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _is_iso(text: str) -> bool:
    try:
        if "T" not in text:
            return date.fromisoformat(text).isoformat() == text
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False
