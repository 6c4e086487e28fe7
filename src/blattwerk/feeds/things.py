"""The parts of which graphs are made, in the words of schema.org."""

from typing import Any

from django.templatetags.static import static

from blattwerk.common.addresses import absolute
from blattwerk.feeds import wording
from blattwerk.newsroom.models import Paper
from blattwerk.newsroom.models.article import ArticleQuerySet

Thing = dict[str, Any]
LISTED = 20


def collection(name: str, address: str, about: str, paper: Paper) -> Thing:
    return {
        "@type": "CollectionPage",
        "@id": address,
        "url": address,
        "name": name,
        "description": about,
        "inLanguage": wording.LANGUAGE,
        "isPartOf": website(paper),
        "publisher": publisher(paper),
    }


def item_list(articles: ArticleQuerySet) -> Thing:
    """The newest articles of a collection, by address and headline."""
    newest = articles.defer("body")[:LISTED]
    return {
        "@type": "ItemList",
        "itemListOrder": "https://schema.org/ItemListOrderDescending",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "url": absolute(one.url), "name": one.title}
            for place, one in enumerate(newest, start=1)
        ],
    }


def website(paper: Paper) -> Thing:
    return {
        "@type": "WebSite",
        "@id": absolute("/#website"),
        "url": absolute("/"),
        "name": paper.title,
    }


def publisher(paper: Paper) -> Thing:
    return {
        "@type": "NewsMediaOrganization",
        "@id": absolute("/#publisher"),
        "name": paper.title,
        "url": absolute("/"),
        "logo": {"@type": "ImageObject", "url": absolute(static("shell/mark.svg"))},
    }


def person(name: str, address: str) -> Thing:
    return {"@type": "Person", "@id": f"{address}#person", "name": name, "url": address}


def trail(paper: Paper, *steps: tuple[str, str]) -> Thing:
    places = ((paper.title, absolute("/")), *steps)
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": address}
            for place, (name, address) in enumerate(places, start=1)
        ],
    }


def without_blanks(thing: Thing) -> Thing:
    return {name: value for name, value in thing.items() if value not in ("", None, [], {})}
