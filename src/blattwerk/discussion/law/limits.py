"""How often somebody may ask, wherever they say they come from, and is written to."""

from datetime import datetime, timedelta

from allauth.core.internal import ratelimit
from django.http import HttpRequest

from blattwerk.discussion.models import Notice

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MAILED = ((HOUR, 5), (DAY, 12))  # notices in the name of one address, which nobody has proved


def may_ask(request: HttpRequest, action: str, rates: str) -> bool:
    """Count one more try; `rates` such as `6/m/ip,30/h/ip`. Counted for all processes together."""
    used = ratelimit.consume(request, app="discussion", action=action, config={action: rates})
    return used is not None


def has_had_enough(mail: str, now: datetime) -> bool:
    """Whether mails go to this address about so many new notices that none goes about another."""
    if not mail:
        return False
    of_the_domain = Notice.objects.filter(mail__iendswith=f"@{_domain(mail)}", unmailed=False)
    rows = of_the_domain.filter(at__gt=now - DAY).values_list("mail", "at")
    times = [at for other, at in rows if _mailbox(other) == _mailbox(mail)]
    return any(sum(at > now - span for at in times) >= most for span, most in MAILED)


def _mailbox(mail: str) -> str:
    """Where it arrives: `Berta+abo@post.example` with `berta@post.example`."""
    name = mail.rpartition("@")[0].partition("+")[0]
    return f"{name}@{_domain(mail)}".lower()


def _domain(mail: str) -> str:
    return mail.rpartition("@")[2]
