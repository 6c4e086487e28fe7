"""A newer version's rights reach the desks of a paper that stands, once."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.core.management.sql import emit_post_migrate_signal
from django.db import connection

from blattwerk.newsroom.desks import chiefs_name, desk_name
from blattwerk.newsroom.models import Paper, Section

DESKS_OWN = {"add_pronunciation", "change_pronunciation"}
CHIEFS_OWN = DESKS_OWN | {"delete_pronunciation", "change_voicechoice", "delete_playlist"}


def migrated() -> None:
    """What the end of `migrate` sets off."""
    emit_post_migrate_signal(0, interactive=False, db=connection.alias)


def rights_of(group: Group) -> set[str]:
    held = group.permissions.filter(content_type__app_label="narration")
    return set(held.values_list("codename", flat=True))


@pytest.fixture
def chiefs(paper: Paper) -> Group:
    return Group.objects.get(name=chiefs_name())


@pytest.fixture
def desk(section: Section) -> Group:
    return Group.objects.get(name=desk_name(section))


@pytest.fixture
def before_narration(paper: Paper) -> None:
    """The paper as a version without narration founded it."""
    Permission.objects.filter(content_type__app_label="narration").delete()


def test_a_paper_founded_now_has_the_rights_at_once(chiefs: Group, desk: Group) -> None:
    assert rights_of(desk) == DESKS_OWN
    assert rights_of(chiefs) >= CHIEFS_OWN


def test_a_paper_that_stood_before_gets_the_new_rights(
    before_narration: None, chiefs: Group, desk: Group
) -> None:
    assert rights_of(desk) | rights_of(chiefs) == set()

    migrated()

    assert rights_of(desk) == DESKS_OWN
    assert rights_of(chiefs) >= CHIEFS_OWN


def test_renamed_groups_are_found_by_what_they_may(
    before_narration: None, chiefs: Group, desk: Group
) -> None:
    Group.objects.filter(pk=chiefs.pk).update(name="Blattmacher")
    Group.objects.filter(pk=desk.pk).update(name="Weltressort")

    migrated()

    assert rights_of(desk) == DESKS_OWN
    assert rights_of(chiefs) >= CHIEFS_OWN


def test_what_the_operator_took_away_stays_away(chiefs: Group, desk: Group) -> None:
    desk.permissions.remove(Permission.objects.get(codename="change_pronunciation"))
    chiefs.permissions.remove(Permission.objects.get(codename="change_voicechoice"))

    migrated()

    assert rights_of(desk) == DESKS_OWN - {"change_pronunciation"}
    assert "change_voicechoice" not in rights_of(chiefs)


def test_only_what_is_new_is_given(before_narration: None, desk: Group) -> None:
    migrated()
    desk.permissions.clear()
    Permission.objects.get(codename="add_pronunciation").delete()

    migrated()

    assert rights_of(desk) == {"add_pronunciation"}


def test_groups_with_fewer_rights_get_none(before_narration: None, section: Section) -> None:
    readers = Group.objects.create(name="Korrektorat")
    change = Permission.objects.get(codename="change_page")
    readers.page_permissions.create(page_id=section.pk, permission=change)

    migrated()

    assert rights_of(readers) == set()


@pytest.mark.django_db
def test_before_a_paper_is_founded_only_the_permissions_are_made() -> None:
    Permission.objects.filter(content_type__app_label="narration").delete()

    migrated()

    known = Permission.objects.filter(content_type__app_label="narration")
    kinds = len(list(apps.get_app_config("narration").get_models()))
    assert known.count() == 4 * kinds
    assert not Group.objects.filter(permissions__in=known).exists()
