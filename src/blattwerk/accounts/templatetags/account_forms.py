"""What the forms of the account pages need: options for passkeys, the square of an app's key."""

import json
import re

from django import template
from django.template import Context
from django.utils.safestring import SafeString, mark_safe

from blattwerk.accounts.doorkeeper import MAIL_FAILED

register = template.Library()

_SVG = re.compile(r"<svg.*</svg>", re.DOTALL)


@register.filter
def as_json(value: object) -> str:
    """For an attribute: what a script of ours reads."""
    return json.dumps(value)


@register.filter
def drawing(svg: str) -> SafeString:
    """The drawing out of an SVG file; its maker's XML head has no place inside a page."""
    found = _SVG.search(svg)
    return mark_safe(found[0] if found else "")  # noqa: S308  # drawn by us, of our own numbers


@register.simple_tag(takes_context=True)
def mail_failed(context: Context) -> bool:
    """Whether the code that this page waits for could not be sent."""
    failed: bool = context["request"].session.get(MAIL_FAILED, False)
    return failed
