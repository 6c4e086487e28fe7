"""Every public view says what its answer is made of and whether it may be stored."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from blattwerk.common.made_of import Storing, noted
from blattwerk.feeds.sitemaps import article_sitemaps
from blattwerk.feeds.syndication import FORMATS
from blattwerk.narration.models import Playlist
from blattwerk.newsroom.models import Article, Author, Paper, Section, StandingPage
from blattwerk.newsroom.pictures import picture_address
from blattwerk.stories.models import Story
from tests import factories
from tests.discussion.pages.rows import many

PRIVATE = ("redaktion/",)
# Wagtail's doors: pages are asked for below by their addresses, and none is behind a password.
DOORS_OF_OTHERS = {
    "wagtail_serve",
    "wagtailcore_authenticate_with_password",
    "wagtailcore_login",
}
ACCOUNT = {  # pages of one person; tests/accounts asks them
    *("account", "account_name", "account_terms", "account_end_session"),
    *("account_data", "account_erase", "account_farewell_code", "account_erased"),
    *("account_login", "account_request_login_code", "account_confirm_login_code"),
    *("account_signup", "account_signup_by_passkey", "account_logout", "account_inactive"),
    *("account_reauthenticate", "account_email", "account_email_verification_sent"),
    *("account_change_password", "account_set_password", "account_reset_password"),
    *("account_confirm_password_reset_code", "account_complete_password_reset"),
    *("account_password_reset_completed", "usersessions_list"),
    *("mfa_login_webauthn", "mfa_signup_webauthn", "mfa_index", "mfa_authenticate"),
    *("mfa_reauthenticate", "mfa_activate_totp", "mfa_deactivate_totp"),
    *("mfa_view_recovery_codes", "mfa_generate_recovery_codes", "mfa_download_recovery_codes"),
    *("mfa_list_webauthn", "mfa_add_webauthn", "mfa_reauthenticate_webauthn"),
    *("mfa_remove_webauthn", "mfa_edit_webauthn"),
}
OWN_FORUM = {  # a reader's own pages of the forum; tests/discussion asks them
    *("own_comments", "own_replies", "own_decisions", "own_notifications", "own_unmute"),
    "own_unfollow",
}
WRITING = {  # answers to one reader; tests/discussion/writing asks them
    *("thread_form", "comment_write", "thread_own", "thread_follow", "comment_edit"),
    *("comment_delete", "comment_recommend", "writer_mute", "unsubscribe"),
}
LAW = {  # forms, and pages with secret addresses; tests/discussion/law asks them
    *("notice", "notice_state", "statement", "complain", "complaint_state"),
    "moderation_link",
}
NEVER_STORED = {"health", "live_marks", "sound"} | ACCOUNT | OWN_FORUM | WRITING | LAW


def public_patterns() -> Iterator[str]:
    """The name of every public address."""

    def walk(patterns: list[URLPattern | URLResolver]) -> Iterator[str]:
        for pattern in patterns:
            if str(pattern.pattern).startswith(PRIVATE):
                continue
            if isinstance(pattern, URLResolver):
                yield from walk(pattern.url_patterns)
            elif pattern.name not in DOORS_OF_OTHERS:
                yield str(pattern.name)

    return walk(get_resolver().url_patterns)


def an_address_of_each(section: Section) -> dict[str, str]:
    """A real address for every name of a public address, and for every kind of page."""
    author = factories.an_author()
    picture = factories.a_picture()
    article = factories.an_article(
        section, authors=[author], picture=picture, headline="Probe für alle"
    )
    return {
        "home": "/",
        "section": section.url,
        "article": article.url,
        "standing": StandingPage.objects.get().url,
        "author": author.get_absolute_url(),
        "picture": picture_address(picture, "card", 320, "jpeg"),
        "search": "/suche/?q=Probe",
        "robots": "/robots.txt",
        "sitemap": "/sitemap.xml",
        "page_sitemap": "/sitemap-seiten.xml",
        "article_sitemap": reverse("article_sitemap", args=[article_sitemaps()[0][0]]),
        "news_sitemap": "/sitemap-news.xml",
        **dict(feeds(section, author)),
        "sound_file": factories.a_recording(article).by_kind["m4a"].url,
        "chapters": reverse("chapters", args=[article.pk]),
        "listening": "/hoeren/",
        "listening_player": "/hoeren/spieler/",
        "listening_card": reverse("listening_card", args=[article.pk]),
        "listening_queue": "/hoeren/liste/neu/alle.json",
        **dict(shows(section)),
        **dict(of_topic_and_story(article)),
        **dict(of_discussion(article)),
    }


def feeds(section: Section, author: Author) -> Iterator[tuple[str, str]]:
    """The feeds of paper, section and author in every format."""
    for kind in FORMATS:
        yield f"{kind}_paper", reverse(f"{kind}_paper")
        yield f"{kind}_section", reverse(f"{kind}_section", args=[section.slug])
        yield f"{kind}_author", reverse(f"{kind}_author", args=[author.slug])


def shows(section: Section) -> Iterator[tuple[str, str]]:
    """The podcasts of paper, section and playlist, and their covers."""
    playlist = Playlist.objects.create(title="Am Morgen", slug="am-morgen")
    for kind in ("podcast", "artwork"):
        yield f"{kind}_paper", reverse(f"{kind}_paper")
        yield f"{kind}_section", reverse(f"{kind}_section", args=[section.slug])
        yield f"{kind}_playlist", reverse(f"{kind}_playlist", args=[playlist.slug])


def of_topic_and_story(article: Article) -> Iterator[tuple[str, str]]:
    """The pages, feeds and podcasts of a topic and of a story, and their overviews."""
    topic = factories.a_topic("Wasserkraft")
    topic.assignments.create(article=article)
    story = Story.objects.create(
        title="Der Grünsee", made_at=timezone.now(), public_at=timezone.now(), parts=1
    )
    chapter = story.chapters.create(
        number=1, first_at=timezone.now(), last_at=timezone.now(), parts=1, key_line="Risse"
    )
    story.memberships.create(article=article, chapter=chapter, at=timezone.now())
    for name in ("topics", "stories", "story_discovery"):
        yield name, reverse(name)
    yield "topic", topic.get_absolute_url()
    yield "story", story.get_absolute_url()
    for kind in (*FORMATS, "podcast", "artwork"):
        yield f"{kind}_topic", reverse(f"{kind}_topic", args=[topic.slug])
        yield f"{kind}_story", reverse(f"{kind}_story", args=[story.pk])


def of_discussion(article: Article) -> Iterator[tuple[str, str]]:
    """A discussion's pages and parts of pages, and a comment's."""
    comment = many(article, 1)[0]
    for name in ("forum_rules", "forum_contact", "forum_numbers"):
        yield name, reverse(name)
    for kind in ("csv", "json"):
        yield (
            f"forum_numbers_{kind}",
            reverse(f"forum_numbers_{kind}", args=[timezone.localtime().year]),
        )
    for name in ("thread", "thread_frame", "thread_newer"):
        yield name, reverse(name, args=[article.pk])
    yield "comment", comment.get_absolute_url()


def test_every_public_address_is_asked_below(section: Section) -> None:
    assert set(public_patterns()) - set(an_address_of_each(section)) == NEVER_STORED


def test_what_is_true_for_a_moment_only_is_never_stored(client: Client, paper: Paper) -> None:
    answer = client.get("/gesundheit/")
    ingredients = noted(answer.wsgi_request)

    assert ingredients
    assert ingredients.storing is Storing.PRIVATE
    assert "no-store" in answer.headers["Cache-Control"]


def test_every_public_answer_says_what_it_is_made_of(client: Client, section: Section) -> None:
    silent = {}
    for name, address in an_address_of_each(section).items():
        answer = client.get(address)
        answer.getvalue()  # gives a file back
        ingredients = noted(answer.wsgi_request)
        if answer.status_code != 200 or ingredients is None or not ingredients.tags:
            silent[name] = (address, answer.status_code, ingredients)

    assert silent == {}


def test_a_public_answer_is_the_same_for_a_signed_in_editor(
    client: Client, section: Section
) -> None:
    addresses = an_address_of_each(section)
    anonymous = {name: client.get(address).getvalue() for name, address in addresses.items()}
    client.force_login(factories.a_chief())

    signed_in = {name: client.get(address).getvalue() for name, address in addresses.items()}

    assert signed_in == anonymous


def test_a_stored_answer_sets_no_cookie(client: Client, section: Section) -> None:
    for address in an_address_of_each(section).values():
        answer = client.get(address)
        answer.getvalue()  # gives a file back
        ingredients = noted(answer.wsgi_request)
        assert ingredients
        assert ingredients.storing is Storing.PUBLIC
        assert not answer.cookies
        assert "Cookie" not in answer.headers.get("Vary", "")
        assert "public" in answer.headers["Cache-Control"]


@pytest.mark.parametrize("model", [Paper, Section, StandingPage])
def test_every_kind_of_page_has_its_presenter(paper: Paper, client: Client, model: type) -> None:
    page = model.objects.first()

    assert client.get(page.url).status_code == 200
