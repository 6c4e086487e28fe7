"""An editor completes what waited: it becomes an article or a draft."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from blattwerk.importing.doubts import doubts_to_settle, sentences
from blattwerk.importing.errors import (
    AlreadyDecided,
    Incomplete,
    MayNotPublishThere,
    SameArticle,
)
from blattwerk.importing.models import Decision, Fingerprint, Item
from blattwerk.importing.piece import Piece
from blattwerk.importing.queries import sections_to_publish_in
from blattwerk.importing.recognise import article_fingerprint
from blattwerk.newsroom.models import Article
from blattwerk.newsroom.write import write_article


@transaction.atomic
def complete(
    *, number: int, piece: Piece, user: Any, publish: bool, now: datetime | None = None
) -> Article:
    """Make the waiting item of that number an article, published under its own date or as a draft.

    Raises AlreadyDecided, Incomplete, MayNotPublishThere, SameArticle, Item.DoesNotExist; nothing
    is changed then.
    """
    item = Item.objects.select_for_update().get(pk=number)
    if item.state != Item.State.WAITING:
        raise AlreadyDecided(item)
    doubts = doubts_to_settle(piece, publish=publish, now=now or timezone.now())
    if doubts or piece.section is None:
        raise Incomplete(sentences(doubts))
    if piece.section not in sections_to_publish_in(user):
        raise MayNotPublishThere(piece.section)
    _claim(item, piece)
    article = write_article(
        section=piece.section, manuscript=piece.manuscript(), publish=publish, user=user
    )
    item.article = article
    item.state = Item.State.PUBLISHED if publish else Item.State.DRAFTED
    item.save(update_fields=["article", "state"])
    deed = Decision.Deed.PUBLISHED if publish else Decision.Deed.DRAFTED
    Decision.objects.create(item=item, deed=deed, by=user)
    return article


def _claim(item: Item, piece: Piece) -> None:
    """From now on the completed article is known as this item. Raises SameArticle."""
    digest = article_fingerprint(piece)
    if digest is None:
        return
    claimed, _made = Fingerprint.objects.select_related("item").get_or_create(
        digest=digest, defaults={"item": item}
    )
    if claimed.item == item:
        return
    if claimed.item.state != Item.State.REJECTED:
        raise SameArticle(claimed.item)
    claimed.item = item
    claimed.save(update_fields=["item"])
