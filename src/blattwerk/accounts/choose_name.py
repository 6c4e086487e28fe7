"""Take a public name, or change it."""

from datetime import datetime

from django.db import IntegrityError, transaction

from blattwerk.accounts.errors import NameTaken, NameTooNew
from blattwerk.accounts.models import TakenName, User
from blattwerk.accounts.public_name import checked_name, next_change
from blattwerk.accounts.queries import is_staff
from blattwerk.accounts.registry import paper_name, reserved_names
from blattwerk.accounts.skeleton import skeleton
from blattwerk.shell.moments import day


def free_name(text: str, *, user: User | None = None) -> str:
    """The name as it would be shown. Raises NameRefused; NameTaken where it is another's."""
    people = [] if user is not None and is_staff(user) else reserved_names()
    name = checked_name(text, paper=paper_name(), people=people)
    holder = TakenName.objects.filter(key=skeleton(name)).first()
    if holder is not None and (user is None or holder.user_id != user.pk):
        raise NameTaken
    return name


@transaction.atomic
def choose_name(*, user: User, text: str, now: datetime) -> str:
    """Give the user this name; the former one stays theirs and nobody else's.

    Raises NameRefused, NameTaken, or NameTooNew within 30 days of the last change.
    """
    User.objects.select_for_update().get(pk=user.pk)  # two windows of one person take turns
    name = free_name(text, user=user)
    key = skeleton(name)
    present = user.names.filter(given_up_at=None).first()
    if present is not None and present.key != key:
        if now < next_change(present.taken_at):
            raise NameTooNew(day(next_change(present.taken_at)))
        present.given_up_at = now
        present.save(update_fields=["given_up_at"])
    try:
        with transaction.atomic():
            TakenName.objects.update_or_create(
                key=key,
                user=user,
                defaults={"name": name, "taken_at": _since(present, key, now), "given_up_at": None},
            )
            user.public_name = name
            user.save(update_fields=["public_name"])
    except IntegrityError as error:  # somebody was faster
        raise NameTaken from error
    return name


def wish_name(*, user: User, text: str) -> None:
    """Note the name that somebody asks for whose address is not proved yet; it stays free."""
    user.wished_name = text
    user.save(update_fields=["wished_name"])


def grant_wish(*, user: User, now: datetime) -> None:
    """Give the name that was wished for; the wish is gone either way.

    Raises NameRefused where the name is another's meanwhile.
    """
    wished = user.wished_name
    if wished:
        wish_name(user=user, text="")
        choose_name(user=user, text=wished, now=now)


@transaction.atomic
def drop_names(*, user: User) -> None:
    """Set all names of the user free."""
    user.names.all().delete()
    user.public_name, user.wished_name = None, ""
    user.save(update_fields=["public_name", "wished_name"])


def _since(present: TakenName | None, key: str, now: datetime) -> datetime:
    """Another way of writing the same name is no change."""
    return present.taken_at if present is not None and present.key == key else now
