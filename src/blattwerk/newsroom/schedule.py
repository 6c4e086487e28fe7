"""Publish and withdraw what editors have set a time for.

Each page by itself: one that cannot be published stops no other, and all are named at the end.
"""

import logging
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from wagtail.models import Page, Revision

from blattwerk.newsroom.errors import ScheduleFailed

log = logging.getLogger(__name__)


def publish_due(*, now: datetime) -> None:
    """Withdraw what has expired, publish what is due; safe to run twice, and by two at once.

    Raises ScheduleFailed when all is done, if something could not be.
    """
    expired = Page.objects.filter(live=True, expire_at__lt=now).order_by("expire_at")
    due = Revision.objects.filter(approved_go_live_at__lt=now).order_by("approved_go_live_at")
    # First what is due: if it has expired meanwhile, readers must not see it even for a moment.
    failed = _each(due.values_list("pk", flat=True), _publish)
    failed += _each(expired.values_list("pk", flat=True), _withdraw)
    if failed:
        raise ScheduleFailed(failed)


def _each(numbers: Iterable[Any], deed: Callable[[Any], None]) -> list[str]:
    failed = []
    for number in list(numbers):
        try:
            with transaction.atomic():
                deed(number)
        except Exception as error:
            log.exception("The schedule of %s could not be kept.", number)
            failed.append(f"{error}")
    return failed


def _withdraw(number: int) -> None:
    page = Page.objects.select_for_update().filter(pk=number, live=True).first()
    if page is not None:
        page.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")


def _publish(number: int) -> None:
    due = Revision.objects.select_for_update().filter(pk=number, approved_go_live_at__isnull=False)
    if (revision := due.first()) is not None:
        revision.publish(log_action="wagtail.publish.scheduled")
