"""What a page is, in the words of schema.org: one graph for each kind of page."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from blattwerk.common.addresses import absolute
from blattwerk.common.brevity import shortened
from blattwerk.feeds import wording
from blattwerk.feeds.forum import discussion_facts
from blattwerk.feeds.pictures import share_address, share_size
from blattwerk.feeds.sound import sound_thing
from blattwerk.feeds.things import (
    Thing,
    collection,
    item_list,
    person,
    publisher,
    trail,
    website,
    without_blanks,
)
from blattwerk.newsroom.models import Article, Author, Paper, Picture, Section, StandingPage
from blattwerk.newsroom.pictures import SLOTS, picture_address
from blattwerk.stories.models import Story
from blattwerk.stories.queries import articles_of_story
from blattwerk.topics.models import Kind, Topic
from blattwerk.topics.queries import articles_of_topic

HEADLINE_LIMIT = 110  # search engines cut longer ones at any place


def graph_of(page: Any, paper: Paper) -> list[Thing]:
    """The things a page tells of, the page's own first; empty for a page of no known kind."""
    kinds: tuple[tuple[type, Any], ...] = (
        (Article, _article_page),
        (Section, _section_page),
        (Author, _author_page),
        (Topic, _topic_page),
        (Story, _story_page),
        (StandingPage, _standing_page),
        (Paper, _home_page),
    )
    for kind, describe in kinds:
        if isinstance(page, kind):
            return [without_blanks(thing) for thing in describe(page, paper)]
    return []


def _article_page(article: Article, paper: Paper) -> list[Thing]:
    address = absolute(article.url)
    published = wording.published(article)
    updated = wording.updated(article)
    day_only = article.published_day_only
    return [
        {
            "@type": "NewsArticle",
            "@id": f"{address}#article",
            "url": address,
            "mainEntityOfPage": address,
            "headline": shortened(article.title, HEADLINE_LIMIT),
            "name": article.title if len(article.title) > HEADLINE_LIMIT else "",
            "alternativeHeadline": article.kicker,
            "description": article.lead,
            "datePublished": published.date().isoformat() if day_only else published.isoformat(),
            "dateModified": (
                published.date().isoformat()
                if day_only and updated == published
                else updated.isoformat()
            ),
            "author": _authors(article, paper),
            "publisher": publisher(paper),
            "image": _pictures(article.lead_picture, article.lead_caption),
            "audio": sound_thing(article),
            "articleSection": article.section.title if article.section else "",
            "inLanguage": wording.LANGUAGE,
            "isAccessibleForFree": True,
            "wordCount": len(article.plain_text.split()),
            **discussion_facts(article),
        },
        trail(paper, *_section_step(article.section), (article.title, address)),
    ]


def _section_page(section: Section, paper: Paper) -> list[Thing]:
    address = absolute(section.url)
    return [
        collection(section.title, address, section.description, paper),
        trail(paper, (section.title, address)),
    ]


def _author_page(author: Author, paper: Paper) -> list[Thing]:
    address = absolute(author.get_absolute_url())
    whose = {
        **person(author.name, address),
        "jobTitle": author.role,
        "description": author.biography,
        "image": _portrait(author.portrait),
        "email": author.email,
        "worksFor": publisher(paper),
    }
    return [
        {
            "@type": "ProfilePage",
            "@id": address,
            "url": address,
            "inLanguage": wording.LANGUAGE,
            "mainEntity": without_blanks(whose),
            "isPartOf": website(paper),
        },
        trail(paper, (author.name, address)),
    ]


def _topic_page(topic: Topic, paper: Paper) -> list[Thing]:
    address = absolute(topic.get_absolute_url())
    kind = {Kind.PERSON: "Person", Kind.PLACE: "Place", Kind.ORGANISATION: "Organization"}
    about = {
        "@type": kind.get(Kind(topic.kind), "Thing"),
        "name": topic.name,
        "sameAs": f"https://www.wikidata.org/entity/{topic.wikidata}" if topic.wikidata else "",
    }
    return [
        {
            **collection(topic.name, address, topic.description, paper),
            "about": without_blanks(about),
            "mainEntity": item_list(articles_of_topic(topic)),
        },
        trail(paper, (_("All topics"), absolute(reverse("topics"))), (topic.name, address)),
    ]


def _story_page(story: Story, paper: Paper) -> list[Thing]:
    address = absolute(story.get_absolute_url())
    first, last = story.first_at, story.last_at
    return [
        {
            **collection(story.title, address, story.standfirst, paper),
            "datePublished": wording.local(first).isoformat() if first else "",
            "dateModified": wording.local(last).isoformat() if last else "",
            "mainEntity": item_list(articles_of_story(story)),
        },
        trail(paper, (_("Stories"), absolute(reverse("stories"))), (story.title, address)),
    ]


def _standing_page(page: StandingPage, paper: Paper) -> list[Thing]:
    address = absolute(page.url)
    return [
        {
            "@type": "WebPage",
            "@id": address,
            "url": address,
            "name": page.title,
            "inLanguage": wording.LANGUAGE,
            "isPartOf": website(paper),
        },
        trail(paper, (page.title, address)),
    ]


def _home_page(_page: Paper, paper: Paper) -> list[Thing]:
    asked = f"{absolute(reverse('search'))}?q={{search_term_string}}"
    site = {
        **website(paper),
        "description": paper.description,
        "inLanguage": wording.LANGUAGE,
        "publisher": {"@id": publisher(paper)["@id"]},
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": asked},
            "query-input": "required name=search_term_string",
        },
    }
    organization = {
        **publisher(paper),
        "description": paper.description,
        "slogan": paper.claim,
        "legalName": paper.publisher,
    }
    return [site, organization]


def _authors(article: Article, paper: Paper) -> list[Thing]:
    """People by name and page; else the source; else the paper itself."""
    people = [person(name, address) for name, address in wording.creators(article) if address]
    if people:
        return people
    if article.source:
        return [{"@type": "Organization", "name": article.source}]
    return [publisher(paper)]


def _pictures(picture: Picture | None, caption: str) -> list[Thing]:
    if picture is None:
        return []
    wide, lead = share_size(picture), SLOTS["lead"]
    sizes = [(share_address(picture), *wide)]
    width = lead.widths[-1]
    if picture.width >= width and picture.height >= lead.height(width, picture):
        address = absolute(picture_address(picture, "lead", width, "jpeg"))
        sizes.append((address, width, lead.height(width, picture)))
    return [
        without_blanks(
            {
                "@type": "ImageObject",
                "url": address,
                "width": width,
                "height": height,
                "caption": caption or picture.caption,
                "creditText": picture.credit,
            }
        )
        for address, width, height in sizes
    ]


def _portrait(portrait: Picture | None) -> str:
    return absolute(picture_address(portrait, "portrait", 256, "jpeg")) if portrait else ""


def _section_step(section: Section | None) -> list[tuple[str, str]]:
    return [(section.title, absolute(section.url))] if section else []
