"""What people have said already: links in the text, topics set by editors."""

import json
import re
from datetime import datetime, timedelta

from django.db.models import QuerySet

from blattwerk.newsroom.models import Article
from blattwerk.stories.models import Membership
from blattwerk.topics.models import Assignment

_LINKS = re.compile(r'linktype=\\?"page\\?"[^>]*?\bid=\\?"(\d+)|\bid=\\?"(\d+)\\?"[^>]*?linktype')
_ADDRESSES = re.compile(r'href=\\?"[^"\\]*-(\d{1,18})/')
RECENT = timedelta(days=14)
MOST = 10  # of each kind: candidates are to be few


def linked_stories(article: Article) -> set[int]:
    """The newest stories of the articles that it links to."""
    linked = linked_articles(article)
    if not linked:
        return set()
    return _newest_stories(Membership.objects.filter(article_id__in=linked))


def stories_under_its_topics(article: Article, moment: datetime) -> set[int]:
    """The newest stories of articles near in time to which editors gave one of its topics."""
    topics = list(Assignment.objects.filter(article=article).values_list("topic_id", flat=True))
    if not topics:
        return set()
    near = (moment - RECENT, moment + RECENT)
    same = Assignment.objects.filter(topic_id__in=topics, article__published_at__range=near)
    told = same.filter(article__live=True).exclude(article=article).values("article")
    return _newest_stories(Membership.objects.filter(article__in=told))


def linked_articles(article: Article) -> set[int]:
    """The numbers of the articles that the text links to or names in its “read also” boxes."""
    body = article.body.get_prep_value()
    numbers: set[int] = set()
    for block in body:
        if block["type"] == "related":
            numbers |= {item["value"] for item in block["value"]["articles"] if item["value"]}
    text = json.dumps(body)
    for match in _LINKS.finditer(text):
        numbers.add(int(match[1] or match[2]))
    numbers |= {int(match[1]) for match in _ADDRESSES.finditer(text)}
    return numbers - {article.pk}


def _newest_stories(memberships: "QuerySet[Membership]") -> set[int]:
    newest = memberships.filter(story__merged_into=None, story__last_at__isnull=False)
    return set(newest.order_by("-story__last_at").values_list("story_id", flat=True)[:MOST])
