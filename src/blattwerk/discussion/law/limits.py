"""How often somebody may ask, wherever they say they come from."""

from allauth.core.internal import ratelimit
from django.http import HttpRequest


def may_ask(request: HttpRequest, action: str, rates: str) -> bool:
    """Count one more try; `rates` such as `6/m/ip,30/h/ip`. Counted for all processes together."""
    used = ratelimit.consume(request, app="discussion", action=action, config={action: rates})
    return used is not None
