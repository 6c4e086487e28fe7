"""A reader says which mails of the forum are wanted."""

from blattwerk.accounts.models import User
from blattwerk.discussion.models import Follow, Wishes


def wish_mail_on_reply(*, reader: User, wanted: bool) -> None:
    """Mail when somebody answers, or none."""
    Wishes.objects.update_or_create(reader=reader, defaults={"mail_on_reply": wanted})


def wants_mail_on_reply(reader: User) -> bool:
    """Whether the reader wants mail when somebody answers; nobody gets any without asking."""
    return Wishes.objects.filter(reader=reader, mail_on_reply=True).exists()


def unfollow(*, reader_id: int, number: int) -> None:
    """No more mail about a discussion, whether or not its page is still there."""
    Follow.objects.filter(reader_id=reader_id, thread_id=number).delete()


def end_mail_on_reply(*, reader_id: int) -> None:
    """No more mail about answers."""
    Wishes.objects.filter(reader_id=reader_id).update(mail_on_reply=False)
