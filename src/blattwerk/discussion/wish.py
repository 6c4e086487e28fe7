"""A reader says which mails of the forum are wanted."""

from blattwerk.accounts.models import User
from blattwerk.discussion.models import Comment, Follow, Wishes
from blattwerk.discussion.recent import for_a_second


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


@for_a_second
def is_followed(number: int) -> bool:
    """Whether anybody follows the thread.

    Asked with every comment, so answered for a second; who begins to follow elsewhere within it is
    found by those who look for late followers.
    """
    return Follow.objects.filter(thread_id=number).exists()


def waits_for_answers(comment_id: int) -> bool:
    """Whether the comment's writer wants mail when somebody answers it."""
    asked = Comment.objects.filter(pk=comment_id, writer__forum_wishes__mail_on_reply=True)
    return asked.exists()
