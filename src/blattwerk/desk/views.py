"""The liveness answer for watchers: no secrets, no names, no numbers."""

from django.db import DatabaseError
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from blattwerk.common.made_of import Storing, made_of
from blattwerk.desk.queries import database_answers, worker_health


@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """200 when all parts work, 503 when one does not; each part says `ok` or `failed`."""
    made_of(request, storing=Storing.PRIVATE)
    database = database_answers()
    parts = {"database": database, "worker": database and _worker_alive()}
    words = {part: "ok" if works else "failed" for part, works in parts.items()}
    status = 200 if all(parts.values()) else 503
    return JsonResponse({"status": "ok" if status == 200 else "failed", **words}, status=status)


def _worker_alive() -> bool:
    try:
        return worker_health(timezone.now()).alive
    except DatabaseError:  # a database without the tables yet
        return False
