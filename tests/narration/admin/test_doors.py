"""Who comes through which of narration's doors, seen from the side of the one who must not."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from blattwerk.narration.models import (
    HumanRecording,
    Narration,
    NarrationRules,
    Playlist,
    Pronunciation,
    State,
    VoiceChoice,
)
from blattwerk.newsroom.models import Article, Section
from tests.factories import an_article
from tests.narration.admin.conftest import Row
from tests.newsroom.roles import ROLES, browser
from tests.newsroom.test_permissions import OURS, STAFF, YES, opened

DEEDS = (
    "retry",
    "make_anew",
    "switch_off",
    "switch_on",
    "set_language",
    "take_reading",
    "drop_reading",
)


@pytest.fixture
def world(article: Article) -> dict[str, Any]:
    return {
        "article": article.pk,
        "word": Pronunciation.objects.create(word="Krk", spoken="Kirk").pk,
        "playlist": Playlist.objects.create(title="Zum Frühstück", slug="zum-fruehstueck").pk,
    }


DOORS: dict[str, tuple[str, str, set[str]]] = {
    "the queue": ("listening:index", "", STAFF),
    "the queue's rows": ("listening:results", "", STAFF),
    "an article's narration": ("listening:page", "article", OURS),
    "the pronunciation list": ("pronunciations:index", "", STAFF),
    "a new word": ("pronunciations:add", "", STAFF),
    "change a word": ("pronunciations:edit", "word", STAFF),
    "delete a word": ("pronunciations:delete", "word", YES),
    "the playlists": ("playlists:index", "", YES),
    "a new playlist": ("playlists:add", "", YES),
    "change a playlist": ("playlists:edit", "playlist", YES),
    "delete a playlist": ("playlists:delete", "playlist", YES),
    "the voices": ("voices:index", "", YES),
}


@pytest.mark.parametrize("role", ROLES)
def test_each_role_gets_through_its_doors_and_no_others(role: str, world: dict[str, Any]) -> None:
    client = browser(role)

    found = {
        door: opened(client.get(reverse(name, args=[world[thing]] if thing else [])))
        for door, (name, thing, _who) in DOORS.items()
    }

    assert found == {door: role in who for door, (_name, _thing, who) in DOORS.items()}


@pytest.mark.parametrize("role", ROLES)
def test_the_rules_are_for_chiefs(role: str, section: Section) -> None:
    rules = NarrationRules.load()
    address = reverse("wagtailsettings:edit", args=["narration", "narrationrules", rules.pk])

    assert opened(browser(role).get(address)) == (role in YES)


def deed(client: Client, name: str, article: Article, data: Any = None) -> Any:
    return client.post(reverse(f"listening:{name}", args=[article.pk]), data or {})


@pytest.mark.parametrize("role", ["anonymous", "politics"])
@pytest.mark.parametrize("state", [State.FAILED, State.READY])
def test_nothing_a_stranger_posts_changes_an_articles_narration(
    role: str, state: str, article: Article, row: Row
) -> None:
    row(article, state=state, reason="Der Grund.")
    before = Narration.objects.values().get()
    client = browser(role)
    upload = SimpleUploadedFile("a.mp3", b"ID3")

    for name in DEEDS:
        deed(client, name, article, {"language": "en", "reader": "Wer", "sound": upload})
    client.post(reverse("listening:retry_all"))

    assert Narration.objects.values().get() == before
    assert not HumanRecording.objects.exists()


def test_who_may_write_but_not_publish_sees_and_does_nothing(
    article: Article, row: Row, section: Section
) -> None:
    row(article, state=State.FAILED)
    client = browser("foreign")
    section.group_permissions.filter(permission__codename="publish_page").delete()

    page = client.get(reverse("listening:page", args=[article.pk]))
    for name in DEEDS:
        deed(client, name, article)
    client.post(reverse("listening:retry_all"))

    assert page.status_code == 200
    assert reverse("listening:retry", args=[article.pk]) not in page.content.decode()
    assert Narration.objects.get().state == State.FAILED


def test_deeds_want_a_post(chief: Client, article: Article) -> None:
    answers = {
        chief.get(reverse(f"listening:{name}", args=[article.pk])).status_code for name in DEEDS
    }

    assert answers == {405}


def test_a_stranger_reads_neither_script_nor_headline_of_a_draft(
    strangers: Client, section: Section, row: Row
) -> None:
    draft = an_article(section, headline="Streng geheim", publish=False)
    row(draft, state=State.FAILED, reason="Geheimer Grund.")

    queue = strangers.get(reverse("listening:index")).content.decode()
    home = strangers.get(reverse("wagtailadmin_home")).content.decode()
    page = strangers.get(reverse("listening:page", args=[draft.pk]))

    assert "Streng geheim" not in queue
    assert "Streng geheim" not in home
    assert "Geheimer Grund" not in home
    assert page.status_code == 302


def test_a_desk_chooses_no_voice(desk: Client) -> None:
    wanted = {"language": "de", "engine": "espeak", "voice": "de+f2", "rate": "1.0"}

    desk.post(reverse("voices:choose"), wanted)
    heard = desk.post(reverse("voices:sample"), wanted)

    assert not VoiceChoice.objects.exists()
    assert heard.status_code == 302


def test_nobody_listens_without_a_login(client: Client, section: Section) -> None:
    answer = client.post(reverse("listening:probe"), {"language": "de", "word": "Krk"})

    assert answer.status_code == 302
    assert "login" in answer["Location"]


def test_listening_wants_the_right_token(article: Article) -> None:
    strict = Client(headers={"host": "localhost"}, enforce_csrf_checks=True)
    strict.cookies = browser("foreign").cookies

    answer = strict.post(reverse("listening:probe"), {"language": "de", "word": "Krk"})

    assert answer.status_code == 403
