"""How feeds, sitemaps and structured data put an article into words."""

from datetime import datetime

from django.utils import timezone

from blattwerk.common.addresses import absolute
from blattwerk.newsroom.models import Article

LANGUAGE = "de-AT"  # what the paper is written in, whatever the interface speaks


def local(moment: datetime) -> datetime:
    """The moment in the paper's zone, to the second."""
    return timezone.localtime(moment).replace(microsecond=0)


def published(article: Article) -> datetime:
    """The printed time of publication in the paper's zone."""
    moment = article.published_at or article.first_published_at or timezone.now()
    return local(moment)


def updated(article: Article) -> datetime:
    """When readers last got another text."""
    return local(article.updated_at or published(article))


def creators(article: Article) -> list[tuple[str, str]]:
    """Names over the article, each with the address of their page; else its source, without."""
    people = [(author.name, absolute(author.get_absolute_url())) for author in article.authors]
    if people:
        return people
    return [(article.source, "")] if article.source else []


def lasting_id(article: Article) -> str:
    """A name that stays when headline, section, or the paper's domain change."""
    return article.translation_key.urn
