"""Write an article: the one deed by which other rooms bring articles in."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from blattwerk.newsroom.errors import HeadlineMissing
from blattwerk.newsroom.models import Article, Author, Byline, Picture, Section
from blattwerk.newsroom.sanitise import clean_blocks
from blattwerk.newsroom.slugs import author_slug

Block = tuple[str, Any]
"""A body block as (type, raw value), as `newsroom.blocks.Body` stores it: pages as ids."""


@dataclass(frozen=True, kw_only=True)
class Manuscript:
    """An article before it stands in the paper."""

    headline: str
    kicker: str = ""
    lead: str = ""
    body: Sequence[Block] = ()
    authors: Sequence[Author] = ()
    source: str = ""
    published_at: datetime | None = None
    day_only: bool = False
    picture: Picture | None = None
    caption: str = ""


@transaction.atomic
def write_article(
    *, section: Section, manuscript: Manuscript, publish: bool = True, user: Any = None
) -> Article:
    """Put the manuscript into the section, published at once or as a draft.

    Markup that a paragraph may not hold is dropped, whoever wrote the manuscript.
    Raises HeadlineMissing; nothing is stored then.
    """
    if not manuscript.headline.strip():
        raise HeadlineMissing
    article = Article(
        title=manuscript.headline,
        kicker=manuscript.kicker,
        lead=manuscript.lead,
        body=json.dumps(
            [{"type": kind, "value": value} for kind, value in clean_blocks(manuscript.body)]
        ),
        source=manuscript.source,
        published_at=manuscript.published_at,
        published_day_only=manuscript.day_only,
        lead_picture=manuscript.picture,
        lead_caption=manuscript.caption,
        live=False,
        has_unpublished_changes=True,
        owner=user,
    )
    for place, author in enumerate(manuscript.authors):
        article.bylines.add(Byline(author=author, sort_order=place))
    # Tree columns in memory may be older than the tree: articles are written in numbers.
    section.refresh_from_db(fields=["path", "depth", "numchild"])
    section.add_child(instance=article)
    revision = article.save_revision(user=user)
    if publish:
        revision.publish(user=user)
        article.refresh_from_db()
    return article


def author_named(name: str, *, role: str = "") -> Author:
    """The author of that name; made when nobody is called so."""
    # Compared here and not by the database: SQLite knows capitals of ASCII only.
    alike = Author.objects.filter(slug__startswith=author_slug(name))
    for author in alike.order_by("pk"):
        if author.name.casefold() == name.casefold():
            return author
    return Author.objects.create(name=name, role=role)
