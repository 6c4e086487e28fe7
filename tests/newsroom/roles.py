"""The people who come to the admin's doors."""

from django.contrib.auth.models import Group
from django.test import Client

from blattwerk.accounts.models import User
from blattwerk.newsroom.desks import chiefs_name
from blattwerk.newsroom.models import Section
from tests.factories import a_chief, an_editor

ROLES = ("anonymous", "foreign", "politics", "chief", "admin")


def person(role: str) -> User | None:
    """Somebody of that role; nobody for anonymous."""
    if role == "foreign":
        return an_editor(Section.objects.get(slug="ausland"), email="ausland@probeblatt.example")
    if role == "politics":
        return an_editor(Section.objects.get(slug="politik"), email="politik@probeblatt.example")
    if role == "chief":
        user = User.objects.create_user("chefredaktion@probeblatt.example", "geheim-genug")
        user.groups.add(Group.objects.get(name=chiefs_name()))
        return user
    return a_chief() if role == "admin" else None


def browser(role: str) -> Client:
    """A browser in which somebody of that role is signed in."""
    client = Client(headers={"host": "localhost"})
    if user := person(role):
        client.force_login(user)
    return client
