"""What a reader must do before writing, one thing after another, and where."""

from urllib.parse import urlencode

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse

from blattwerk.accounts.models import User
from blattwerk.accounts.queries import has_agreed
from blattwerk.discussion.errors import DiscussionError, NoName
from blattwerk.discussion.writing.errors import AgreeFirst, SignInFirst

DOORS = {SignInFirst: "account_login", NoName: "account_name", AgreeFirst: "account_terms"}


def admitted(user: User | AnonymousUser) -> User:
    """The reader, who may write as far as the account goes. Raises SignInFirst, NoName, AgreeFirst.

    Sanctions are the deed's: they hold however one comes in.
    """
    reader = signed_in(user)
    if not reader.public_name:
        raise NoName
    if not has_agreed(reader):
        raise AgreeFirst
    return reader


def signed_in(user: User | AnonymousUser) -> User:
    """The reader. Raises SignInFirst."""
    if not user.is_authenticated:
        raise SignInFirst
    return user


def door(error: DiscussionError, onward: str) -> str:
    """Where the reader settles what the error asks for, and comes back from; "" for all others."""
    name = DOORS.get(type(error))
    return f"{reverse(name)}?{urlencode({'next': onward})}" if name else ""
