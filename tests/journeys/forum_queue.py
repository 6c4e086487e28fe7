"""A queue for the community desk of a running paper, made beside it by another process."""

import subprocess
import sys

from tests.household import Household

FILL = """
import django; django.setup()
from uuid import uuid4
from django.contrib.auth.models import Permission
from django.utils import timezone
from blattwerk.accounts.models import User
from blattwerk.discussion.cases import open_case
from blattwerk.discussion.models import Case, Comment
from blattwerk.discussion.threads import thread_of
from blattwerk.newsroom.models import Article
from django.db import transaction
for mail in {people!r}:
    person = User.objects.create_user(mail, {password!r}, first_name=mail.split("@")[0].title())
    person.user_permissions.add(
        *Permission.objects.filter(codename__in=("access_admin", "moderate")))
article = Article.objects.live().newest_first()[0]
writer = User.objects.create_user("schreibt@example.org", "ein-langes-Passwort-7",
                                  public_name="Amsel im Regen")
for number in range({many}):
    text = f"Der Minister ist ein Trottel, und das sage ich zum {{number}}. Mal ganz deutlich."
    now = timezone.now()
    with transaction.atomic():
        comment = Comment.objects.create(thread=thread_of(article), writer=writer, text=text,
            state="waiting", policy="pre", sent_at=now, key=uuid4(), score=0.5)
        open_case(comment, Case.Cause.NEW, now)
"""


def fill_queue(household: Household, people: list[str], password: str, many: int) -> None:
    """Moderators, and so many comments that wait."""
    script = FILL.format(people=people, password=password, many=many)
    environment = {**household.environment, "DJANGO_SETTINGS_MODULE": "blattwerk.config.settings"}
    subprocess.run([sys.executable, "-c", script], env=environment, check=True)
