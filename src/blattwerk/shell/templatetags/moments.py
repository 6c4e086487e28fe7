"""`{% printed article.published_at form="moment" %}`, and the same forms as filters."""

from collections.abc import Callable
from datetime import date, datetime

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from blattwerk.shell import moments

register = template.Library()

FORMS: dict[str, Callable[[datetime], str]] = {
    "moment": moments.moment,
    "day": moments.day,
    "clock": moments.clock,
    "dated": moments.dated,
}


@register.simple_tag
def printed(value: datetime | None, form: str = "moment", *, day_only: bool = False) -> SafeString:
    """A `time` element for readers and machines; nothing where no time is known."""
    if value is None:
        return SafeString("")
    words = moments.day(value) if day_only and form != "dated" else FORMS[form](value)
    whole_day = day_only or form in ("day", "dated")
    return format_html(
        '<time datetime="{}">{}</time>', moments.machine(value, day_only=whole_day), words
    )


@register.filter
def moment(value: datetime) -> str:
    return moments.moment(value)


@register.filter
def day(value: datetime | date) -> str:
    return moments.day(value)


@register.filter
def clock(value: datetime) -> str:
    return moments.clock(value)


@register.filter
def dated(value: datetime | date) -> str:
    return moments.dated(value)
