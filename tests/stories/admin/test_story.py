"""One story's page: what stands in it and why, what can be decided, what can be taken back."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext as _

from blattwerk.newsroom.models import Article, Section
from blattwerk.stories.models import Decision, Membership, Story
from blattwerk.stories.reasons import reason
from tests.factories import an_article
from tests.newsroom.roles import browser
from tests.stories.admin.conftest import EVIDENCE, a_story, said


def at(name: str, *numbers: int) -> str:
    return reverse(f"storydesk:{name}", args=numbers)


def decide(client: Client, name: str, number: int, **sent: Any) -> Any:
    return client.post(at(name, number), sent, follow=True)


def page_of(client: Client, story: Story) -> Any:
    return client.get(at("story", story.pk))


def members(page: Any) -> dict[str, Any]:
    return {
        member.line.headline: member
        for _chapter, inside in page.context["chapters"]
        for member in inside
    }


def headlines(story: Story) -> set[str]:
    return set(story.memberships.values_list("article__title", flat=True))


def test_each_article_says_why_it_is_there_and_who_placed_it(
    desk: Client, flood: Story, section: Section
) -> None:
    by_hand = an_article(section, headline="Von Hand")
    a_story(by_hand)
    decide(desk, "move", by_hand.pk, story=flood.pk, why="Gehört dazu")
    copy = an_article(section, headline="Abschrift")
    original = flood.memberships.order_by("pk")[0].article
    Membership.objects.create(article=copy, story=flood, copy_of=original, at=flood.made_at)

    shown = members(page_of(desk, flood))

    placed = _("by %(name)s (%(deed)s)")
    told = {headline: (each.why, each.by) for headline, each in shown.items()}
    assert told == {
        "Inn steigt weiter": (
            _("The story began with it, or it stood alone."),
            _("by the system"),
        ),
        "Damm hält in Schärding": (reason(EVIDENCE), _("by the system")),
        "Von Hand": (
            "Gehört dazu",
            placed % {"name": "ausland@probeblatt.example", "deed": _("placed")},
        ),
        "Abschrift": (_("It is a copy of an article of this story."), _("by the system")),
    }
    assert shown["Abschrift"].copy_of == "Inn steigt weiter"


def test_a_story_is_locked_pinned_shown_and_the_other_way_round(desk: Client, flood: Story) -> None:
    steps = [
        ("lock", "locked", True),
        ("unlock", "locked", False),
        ("pin", "pinned", True),
        ("unpin", "pinned", False),
        ("hide", "public_by_hand", False),
        ("publish", "public_by_hand", True),
    ]

    for deed, field, after in steps:
        answer = decide(desk, deed, flood.pk, why="Darum")
        flood.refresh_from_db()
        assert (deed, getattr(flood, field)) == (deed, after)
        assert [level for level, _text in said(answer)] == ["success"]

    kept = Decision.objects.order_by("pk").values_list("deed", "why")
    assert list(kept) == [(deed, "Darum") for deed, _field, _after in steps]


def test_what_is_so_already_is_answered_with_a_sentence(desk: Client, flood: Story) -> None:
    decide(desk, "lock", flood.pk)

    answer = decide(desk, "lock", flood.pk)

    assert said(answer) == [("error", _("Nothing had to be changed: it is so already."))]


def test_a_new_title_is_for_readers_at_once(desk: Client, flood: Story) -> None:
    decide(desk, "rename", flood.pk, title=" Die Flut ", standfirst="Was am Inn geschieht.")

    flood.refresh_from_db()
    assert (flood.title, flood.standfirst) == ("Die Flut", "Was am Inn geschieht.")


def test_a_title_that_will_not_do_keeps_the_standfirst_that_was_written(
    desk: Client, flood: Story
) -> None:
    for title in ("", "   ", "x" * 161):
        sent = {"title": title, "standfirst": "Mühsam getippt."}
        answer = desk.post(at("rename", flood.pk), sent)
        form = answer.context["titling"]
        assert (answer.status_code, list(form.errors)) == (422, ["title"])
        assert form["standfirst"].value() == "Mühsam getippt."

    flood.refresh_from_db()
    assert flood.title == "Hochwasser am Inn"


def test_ticked_articles_become_a_story_of_their_own(desk: Client, flood: Story) -> None:
    article = flood.memberships.order_by("pk")[1].article

    answer = decide(desk, "split", flood.pk, articles=[article.pk], title="Der Damm", why="Anderes")

    made = Story.objects.get(title="Der Damm")
    assert answer.redirect_chain == [(at("story", made.pk), 302)]
    assert (headlines(flood), headlines(made)) == ({"Inn steigt weiter"}, {article.title})


@pytest.mark.parametrize("which", [slice(0), slice(None)], ids=["nothing", "everything"])
def test_a_split_that_leaves_nothing_to_one_side_is_refused_and_the_ticks_stay(
    which: slice, desk: Client, flood: Story
) -> None:
    numbers = list(flood.memberships.values_list("article_id", flat=True))[which]

    answer = desk.post(at("split", flood.pk), {"articles": numbers, "title": "Der Damm"})

    page = answer.content.decode()
    assert (answer.status_code, Story.objects.count()) == (409, 1)
    assert answer.context["splitting"].ticked == set(numbers)
    assert 'value="Der Damm"' in page
    assert f'name="next" value="{at("story", flood.pk)}"' in page


def test_an_article_that_left_meanwhile_is_not_split_off(
    desk: Client, flood: Story, lone: Article
) -> None:
    answer = desk.post(at("split", flood.pk), {"articles": [lone.pk, "x", "9" * 5_000]})

    assert [level for level, _text in said(answer)] == ["error"]
    assert (answer.status_code, Decision.objects.count()) == (422, 0)


def test_an_article_moves_to_the_story_that_was_chosen(
    desk: Client, flood: Story, lone: Article
) -> None:
    page = desk.get(at("choose_story", lone.pk), {"q": "hochwasser INN"})
    assert [each["story"] for each in page.context["found"]] == [flood]

    answer = decide(desk, "move", lone.pk, story=flood.pk)

    assert Membership.objects.get(article=lone).story == flood
    assert answer.redirect_chain == [(at("story", flood.pk), 302)]


def test_a_story_that_is_not_there_is_no_place_to_move_to(desk: Client, lone: Article) -> None:
    before = Membership.objects.get(article=lone).story

    for number in ("", "abc", "999999", "9" * 40, "-1"):
        answer = decide(desk, "move", lone.pk, story=number)
        assert [level for level, _text in said(answer)] == ["error"]

    assert Membership.objects.get(article=lone).story == before


def test_an_article_is_taken_out_and_another_kept_out(desk: Client, flood: Story) -> None:
    first, second = (row.article for row in flood.memberships.order_by("pk"))

    decide(desk, "take_out", first.pk)
    decide(desk, "forbid", second.pk, story=flood.pk)

    assert headlines(flood) == set()
    assert set(Decision.objects.values_list("deed", "article_id")) == {
        ("take_out", first.pk),
        ("forbid", second.pk),
    }
    assert page_of(desk, flood).status_code == 200


def test_a_merged_storys_page_leads_to_the_one_it_went_into(
    desk: Client, flood: Story, lone: Article
) -> None:
    other = Membership.objects.get(article=lone).story
    page = desk.get(at("choose_other", flood.pk), {"q": str(other.pk)})
    assert [each["story"] for each in page.context["found"]] == [other]

    decide(desk, "merge", flood.pk, other=other.pk)

    assert page_of(desk, other)["Location"] == at("story", flood.pk)
    assert "Pegel sinkt endlich" in headlines(flood)


def test_stories_kept_apart_are_remembered(desk: Client, flood: Story, lone: Article) -> None:
    other = Membership.objects.get(article=lone).story

    decide(desk, "keep_apart", flood.pk, other=other.pk)

    decision = Decision.objects.get()
    assert (decision.deed, decision.story, decision.other) == ("keep_apart", flood, other)


def test_the_history_tells_who_did_what_and_takes_it_back(
    desk: Client, flood: Story, lone: Article
) -> None:
    decide(desk, "move", lone.pk, story=flood.pk, why="Derselbe Fluss")
    entry = page_of(desk, flood).context["entries"][0]
    assert (entry.by, entry.about, entry.why, entry.can_be_undone) == (
        "ausland@probeblatt.example",
        "Pegel sinkt endlich",
        "Derselbe Fluss",
        True,
    )

    decide(desk, "undo", entry.number)

    assert Membership.objects.get(article=lone).story != flood
    entries = page_of(desk, flood).context["entries"]
    assert [(each.deed, each.can_be_undone) for each in entries] == [
        (_("undone"), False),
        (_("placed"), False),
    ]
    assert entries[1].undone == _("undone by %(name)s") % {"name": "ausland@probeblatt.example"}


def test_what_rests_on_a_decision_is_undone_first(desk: Client, flood: Story) -> None:
    decide(desk, "rename", flood.pk, title="Erster Name")
    decide(desk, "rename", flood.pk, title="Zweiter Name")
    second, first = page_of(desk, flood).context["entries"]
    assert (second.can_be_undone, first.can_be_undone) == (True, False)

    answer = decide(desk, "undo", first.number)

    assert [level for level, _text in said(answer)] == ["error"]
    flood.refresh_from_db()
    assert flood.title == "Zweiter Name"


def test_a_decision_outlives_the_person_and_the_article(flood: Story, lone: Article) -> None:
    client = browser("admin")
    decide(client, "move", lone.pk, story=flood.pk)
    Decision.objects.get()
    decide(browser("foreign"), "take_out", lone.pk)
    number = lone.pk
    Membership.objects.filter(article=lone).delete()
    lone.delete()

    entries = page_of(client, flood).context["entries"]

    assert [entry.about for entry in entries] == [f"#{number}", f"#{number}"]


def test_a_page_that_is_not_there_shows_the_last_one(desk: Client, flood: Story) -> None:
    page = desk.get(at("story", flood.pk), {"page": "7"})

    assert len(members(page)) == 2
