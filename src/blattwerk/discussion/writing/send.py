"""A form's comment, written once however often the form arrives."""

from datetime import datetime

from wagtail.models import Page

from blattwerk.accounts.models import User
from blattwerk.discussion.errors import CannotReply
from blattwerk.discussion.models import Comment
from blattwerk.discussion.wish import wish_mail_on_reply
from blattwerk.discussion.write import write_comment
from blattwerk.discussion.writing.sent import Sent


def send(*, page: Page, writer: User, sent: Sent, now: datetime) -> Comment:
    """Write it and note the wish for mails. Raises a DiscussionError."""
    if sent.misses_parent:
        raise CannotReply
    key = sent.key_for(page.pk)
    comment = write_comment(
        page=page, writer=writer, text=sent.text, key=key, now=now, parent_id=sent.parent_id
    )
    if sent.mail_on_reply is not None:
        wish_mail_on_reply(reader=writer, wanted=sent.mail_on_reply)
    return comment
