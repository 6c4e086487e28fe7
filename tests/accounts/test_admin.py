"""People's logins in the admin: by mail address, for the operator only."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from blattwerk.accounts.models import User
from blattwerk.newsroom.desks import chiefs_name, desk_name
from blattwerk.newsroom.models import Paper, Section
from tests.newsroom.roles import browser

LOGIN = "/redaktion/login/"


def test_the_operator_gives_a_colleague_a_login_at_a_desk(section: Section) -> None:
    desk = Group.objects.get(name=desk_name(section))
    answer = browser("admin").post(
        reverse("wagtailusers_users:add"),
        {
            "email": "judith@probeblatt.example",
            "first_name": "Judith",
            "last_name": "Paier",
            "password1": "Langes-Geheimnis-7",
            "password2": "Langes-Geheimnis-7",
            "is_active": "on",
            "groups": [desk.pk],
        },
    )

    assert answer.status_code == 302, answer.context["form"].errors
    colleague = User.objects.get(email="judith@probeblatt.example")
    assert list(colleague.groups.all()) == [desk]
    assert not colleague.is_superuser


def test_a_colleague_signs_in_however_the_address_is_capitalised(
    section: Section, client: Client
) -> None:
    User.objects.create_user("Judith@probeblatt.example", "Langes-Geheimnis-7").groups.add(
        Group.objects.get(name=desk_name(section))
    )

    answer = client.post(
        LOGIN, {"username": "judith@Probeblatt.example", "password": "Langes-Geheimnis-7"}
    )

    assert answer.status_code == 302
    assert client.get("/redaktion/artikel/").status_code == 200


def test_a_reader_with_a_login_does_not_come_into_the_admin(paper: Paper, client: Client) -> None:
    client.force_login(User.objects.create_user("leserin@probeblatt.example", "geheim-genug"))

    answer = client.get("/redaktion/")

    assert answer.status_code == 302
    assert answer["Location"].startswith(LOGIN)


@pytest.mark.parametrize("role", ["foreign", "chief"])
def test_nobody_else_makes_themselves_an_operator(role: str, paper: Paper) -> None:
    client = browser(role)
    user = User.objects.get(pk=client.session["_auth_user_id"])

    client.post(
        reverse("wagtailusers_users:edit", args=[user.pk]),
        {"email": user.email, "is_superuser": "on", "is_active": "on"},
    )
    client.post(reverse("wagtailadmin_account"), {"is_superuser": "on"})

    user.refresh_from_db()
    assert not user.is_superuser


def test_the_chief_editors_hold_no_right_over_users_or_settings(paper: Paper) -> None:
    rights = Group.objects.get(name=chiefs_name()).permissions.values_list(
        "content_type__app_label", "codename"
    )

    rooms = {room for room, _codename in rights}
    assert rooms & {"accounts", "auth", "wagtailusers", "wagtailcore", "wagtailsites"} == set()
