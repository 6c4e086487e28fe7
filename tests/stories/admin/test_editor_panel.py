"""The panel in the articles' editor."""

from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext as _

from blattwerk.newsroom.models import Article, Section
from blattwerk.stories.models import Membership, Proposal, Story
from tests.factories import an_article


def editor_of(client: Client, article: Article) -> str:
    answer = client.get(reverse("wagtailadmin_pages:edit", args=[article.pk]))
    assert answer.status_code == 200
    return str(answer.content.decode())


def standing(client: Client, article: Article) -> str:
    return reverse("storydesk:standing", args=[article.pk])


def test_the_editor_tells_the_story_the_reason_and_what_is_proposed(
    desk: Client, asked: Proposal, flood: Story, lone: Article
) -> None:
    own = Membership.objects.get(article=lone).story

    page = editor_of(desk, lone)

    assert reverse("storydesk:story", args=[own.pk]) in page
    assert reverse("storydesk:story", args=[flood.pk]) in page
    assert f'data-story-deed="{reverse("storydesk:accept", args=[asked.pk])}"' in page
    assert reverse("storydesk:choose_story", args=[lone.pk]) in page


def test_a_draft_and_a_new_article_have_no_story_yet(desk: Client, section: Section) -> None:
    draft = an_article(section, publish=False)
    add = reverse("wagtailadmin_pages:add", args=["newsroom", "article", section.pk])

    assert _("Not published: it finds its story once it is.") in editor_of(desk, draft)
    assert "data-story-panel" not in desk.get(add).content.decode()


def test_a_deed_in_the_panel_answers_with_its_new_inside_and_a_sentence(
    desk: Client, asked: Proposal, flood: Story, lone: Article
) -> None:
    inside = standing(desk, lone)

    answer: Any = desk.post(
        reverse("storydesk:accept", args=[asked.pk]), {"next": inside}, follow=True
    )

    told = answer.content.decode()
    assert answer.redirect_chain == [(inside, 302)]
    assert _("Accepted: “%(title)s” is as it was proposed.") % {"title": flood.title} in told
    assert reverse("storydesk:story", args=[flood.pk]) in told
    assert reverse("storydesk:accept", args=[asked.pk]) not in told
