"""Many readers who are signed in, and an article they may write under; in a home of its own.

    python -m tests.discussion.crowd 2000 post pre

The home is the one that the environment names; what was made is printed as JSON.
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from tests.homes import Home

BACKEND = "blattwerk.accounts.backend.Backend"
TOKEN = "k" * 32  # readers' token against forged forms: any of this length
LONG_AGO = timedelta(days=60)


@dataclass(frozen=True)
class Crowd:
    """The pages that are open, and one session for each reader."""

    pages: list[int]
    sessions: list[str]


def gather(home: Home, readers: int, *, policies: Sequence[str] = ("post",)) -> Crowd:
    """Readers who are signed in, and an open page with each of these policies."""
    command = [sys.executable, "-m", "tests.discussion.crowd", str(readers), *policies]
    root = Path(__file__).parents[2]
    done = subprocess.run(
        command, env=home.environment, cwd=root, check=True, stdout=subprocess.PIPE, text=True
    )
    return Crowd(**json.loads(done.stdout.splitlines()[-1]))


def main() -> None:
    """In a process of its own: nothing of the caller's is touched."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "blattwerk.config.settings")
    django.setup()
    readers, *policies = sys.argv[1:]
    sys.stdout.write(json.dumps(_fill(int(readers), policies)))


def _fill(readers: int, policies: list[str]) -> dict[str, Any]:
    from django.db import transaction
    from django.utils import timezone

    from blattwerk.discussion.models import RuleSet
    from blattwerk.newsroom.models import Section
    from tests.discussion.forum import ALL_DAY
    from tests.factories import a_paper, an_article

    now = timezone.now()
    with transaction.atomic():
        if not Section.objects.exists():
            a_paper()
        section = Section.objects.get(slug="ausland")
        pages = []
        for policy in policies:
            headline = f"Zu reden: {policy}"
            page = an_article(section, headline=headline, published_at=now - timedelta(hours=1))
            rules = {"week": ALL_DAY, "moderation": {"policy": policy}}
            RuleSet.objects.create(scope="page", key=page.pk, plain=rules, changed_at=now)
            pages.append(page.pk)
        return {"pages": pages, "sessions": _sign_in(readers, now)}


def _sign_in(readers: int, now: Any) -> list[str]:
    """Accounts with a session each, as if they had signed up and in long ago."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore
    from django.contrib.sessions.models import Session

    from blattwerk.accounts.models import Consent, User
    from blattwerk.accounts.terms import VERSION

    first = User.objects.count()
    User.objects.bulk_create(
        User(
            email=f"leser-{number}@example.org",
            password="!",
            public_name=f"Leser {number}",
            date_joined=now - LONG_AGO,
        )
        for number in range(first, first + readers)
    )
    users = list(User.objects.filter(email__startswith="leser-").order_by("-pk")[:readers])
    Consent.objects.bulk_create(Consent(user=user, terms=VERSION, given_at=now) for user in users)
    store = SessionStore()
    rows = []
    for user in users:
        said = {
            SESSION_KEY: str(user.pk),
            BACKEND_SESSION_KEY: BACKEND,
            HASH_SESSION_KEY: user.get_session_auth_hash(),
        }
        key = f"{user.pk:032d}"
        ends = now + LONG_AGO
        rows.append(Session(session_key=key, session_data=store.encode(said), expire_date=ends))
    Session.objects.bulk_create(rows)
    return [row.session_key for row in rows]


if __name__ == "__main__":
    main()
