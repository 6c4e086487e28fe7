"""An article finds its affair; what people said stands."""

from datetime import timedelta

import pytest

from blattwerk.newsroom.models import Article, Section
from blattwerk.stories.forbid import forbid
from blattwerk.stories.lock import lock
from blattwerk.stories.models import Membership, Proposal, Signature, Story
from blattwerk.stories.move import move
from blattwerk.stories.place import place
from blattwerk.stories.queries import articles_of_story
from blattwerk.stories.sweep import sweep
from tests.factories import an_article
from tests.stories.household import NOW, TEXTS, picture, placed, story_of, written

pytestmark = pytest.mark.django_db


def test_what_belongs_together_finds_together_and_becomes_public(section: Section) -> None:
    first = placed(section, "dam")
    assert not story_of(first).is_public

    later, choir = placed(section, "later", hours=20), placed(section, "choir", hours=21)

    story = story_of(first)
    assert story == story_of(later)
    assert (story.is_public, story.parts) == (True, 2)
    assert (story.first_at, story.last_at) == (first.published_at, later.published_at)
    assert story_of(choir) != story
    assert not story_of(choir).is_public


def test_the_job_run_again_changes_nothing(section: Section) -> None:
    articles = [placed(section, "dam"), placed(section, "later", hours=20)]
    before = picture()

    for article in articles * 2:
        place(article.pk, now=NOW)

    assert picture() == before


def test_why_it_is_there_is_kept_in_numbers_that_add_up(section: Section) -> None:
    placed(section, "dam")
    evidence = Membership.objects.get(article=placed(section, "later", hours=20)).evidence

    total = evidence["constant"] + sum(evidence["parts"].values())
    assert total == pytest.approx(evidence["score"])
    assert "Staumauer" in {each["word"] for each in evidence["words"]}
    assert evidence["model"]


def test_a_copy_stands_with_its_original_and_is_no_part(section: Section) -> None:
    original = placed(section, "dam")
    copy = placed(section, "dam", hours=1)

    assert Membership.objects.get(article=copy).copy_of == original
    assert story_of(original).parts == 1


def test_a_copy_tells_the_part_when_its_original_is_withdrawn(section: Section) -> None:
    original = placed(section, "dam")
    copy, other = placed(section, "dam", hours=1), placed(section, "dam", hours=2)
    original.unpublish()
    place(original.pk, now=NOW)

    assert list(articles_of_story(story_of(copy))) == [copy]
    assert Membership.objects.get(article=other).copy_of == copy


def test_an_original_that_comes_back_is_the_copy_of_what_took_its_place(section: Section) -> None:
    original = placed(section, "dam")
    copy = placed(section, "dam", hours=1)
    original.unpublish()
    place(original.pk, now=NOW)
    original.save_revision().publish()
    place(original.pk, now=NOW)

    assert story_of(copy).parts == 1
    assert not story_of(copy).is_public


def test_a_withdrawn_article_is_neither_counted_nor_found(section: Section) -> None:
    first, later = placed(section, "dam"), placed(section, "later", hours=20)
    story = story_of(first)
    later.unpublish()
    place(later.pk, now=NOW)

    story.refresh_from_db()
    assert (story.parts, story.is_public) == (1, False)
    assert not Signature.objects.filter(article=later.pk).exists()
    assert not story.chapters.exists()


def test_a_withdrawn_headline_does_not_live_on_as_a_storys_title(section: Section) -> None:
    first, later = placed(section, "dam"), placed(section, "later", hours=20)
    last = placed(section, "last", hours=30)
    assert story_of(first).title == first.title

    first.unpublish()
    place(first.pk, now=NOW)

    assert story_of(last).title == later.title


def test_a_title_too_long_to_keep_ends_with_a_whole_word(section: Section) -> None:
    article = placed(section, "dam", headline="Risse " * 40)
    assert story_of(article).title == " ".join(["Risse"] * 26)

    move(article_id=article.pk, story_id=None, by=None, now=NOW)

    assert story_of(article).title == " ".join(["Risse"] * 26)


def test_published_again_it_stands_where_it_stood(section: Section) -> None:
    first, later = placed(section, "dam"), placed(section, "later", hours=20)
    before = picture()
    later.unpublish()
    place(later.pk, now=NOW)
    later.save_revision().publish()
    place(later.pk, now=NOW)

    assert story_of(later) == story_of(first)
    after = picture()
    assert after["memberships"] == before["memberships"]
    assert after["chapters"] == before["chapters"]


def test_a_deleted_article_leaves_no_trace(section: Section) -> None:
    first, later = placed(section, "dam"), placed(section, "later", hours=20)
    number = later.pk
    later.delete()
    place(number, now=NOW)

    assert not Membership.objects.filter(article_id=number).exists()
    assert not Signature.objects.filter(article=number).exists()
    assert Story.objects.get(pk=story_of(first).pk)


def test_alone_and_unseen_it_is_looked_at_anew_when_its_text_changes(section: Section) -> None:
    dam, vague = placed(section, "dam"), placed(section, "choir", hours=3)
    other = written(section, "later", hours=4)
    vague.title, vague.lead, vague.body = other.title, other.lead, other.body
    other.delete()
    vague.save_revision().publish()

    place(vague.pk, now=NOW)

    assert story_of(vague) == story_of(dam)


def test_in_a_story_that_readers_know_it_stays_whatever_its_text(section: Section) -> None:
    first, later = placed(section, "dam"), placed(section, "later", hours=20)
    story = story_of(first)
    choir = written(section, "choir")
    later.title, later.lead, later.body = choir.title, choir.lead, choir.body
    later.save_revision().publish()

    place(later.pk, now=NOW)

    assert story_of(later) == story


def test_where_a_person_placed_it_it_stays_through_every_run(section: Section) -> None:
    dam, later = placed(section, "dam"), placed(section, "later", hours=20)
    choir = placed(section, "choir")
    move(article_id=later.pk, story_id=story_of(choir).pk, by=None, now=NOW)

    for article in (later, dam, choir):
        place(article.pk, now=NOW)
    Membership.objects.filter(article=later).delete()
    place(later.pk, now=NOW)

    assert story_of(later) == story_of(choir)


def test_taken_out_it_stands_alone_through_every_run(section: Section) -> None:
    dam, later = placed(section, "dam"), placed(section, "later", hours=20)
    move(article_id=later.pk, story_id=None, by=None, now=NOW)
    place(later.pk, now=NOW)

    assert story_of(later) != story_of(dam)
    assert story_of(dam).parts == 1


def test_kept_out_of_a_story_it_does_not_come_back(section: Section) -> None:
    dam, later = placed(section, "dam"), placed(section, "later", hours=20)
    story = story_of(dam)
    forbid(article_id=later.pk, story_id=story.pk, by=None, now=NOW)
    place(later.pk, now=NOW)

    assert story_of(later) != story
    assert not Proposal.objects.filter(article=later, story=story, state="open").exists()


def test_a_locked_story_gets_a_proposal_instead(section: Section) -> None:
    dam = placed(section, "dam")
    lock(story_id=story_of(dam).pk, by=None, now=NOW)
    later = placed(section, "later", hours=20)

    assert story_of(later) != story_of(dam)
    assert Proposal.objects.get(article=later).story == story_of(dam)


def test_a_proposal_loses_its_ground_with_the_article(section: Section) -> None:
    dam = placed(section, "dam")
    lock(story_id=story_of(dam).pk, by=None, now=NOW)
    later = placed(section, "later", hours=20)
    later.unpublish()
    place(later.pk, now=NOW)

    assert Proposal.objects.get(article=later).state == "void"


@pytest.mark.parametrize(
    "changes",
    [
        {"headline": "Ohne Text", "lead": "", "body": []},
        {"headline": "Nadużycia w gminie", "lead": "Śledczy badają umowy.", "body": []},
        {"headline": "😀 🎉", "lead": "​­", "body": []},
    ],
    ids=["no text", "third language", "no words"],
)
def test_odd_articles_stand_alone(section: Section, changes: dict[str, object]) -> None:
    placed(section, "dam")
    odd = placed(section, "choir", **changes)

    assert story_of(odd).parts == 1


def test_fifty_thousand_words_are_placed(section: Section) -> None:
    placed(section, "dam")
    long = placed(section, "later", body=[("paragraph", f"<p>{'Beton und Wasser. ' * 17_000}</p>")])

    assert story_of(long).parts == 2


def test_an_article_of_thirty_years_ago_finds_no_story_of_today(section: Section) -> None:
    placed(section, "dam")
    old = an_article(
        section,
        headline="Risse in der Staumauer am Grünsee",
        lead="Techniker der Landeskraftwerke fanden Risse in der Staumauer.",
        body=[],
        published_at=NOW - timedelta(days=30 * 365),
    )
    place(old.pk, now=NOW)

    assert story_of(old).parts == 1


def test_dated_in_the_future_it_counts_as_of_now(section: Section) -> None:
    dam = placed(section, "dam")
    later = written(section, "later")
    Article.objects.filter(pk=later.pk).update(published_at=NOW + timedelta(days=400))
    place(later.pk, now=NOW)

    assert story_of(later) == story_of(dam)


def test_changed_again_and_again_it_stays_one_part(section: Section) -> None:
    dam, later = placed(section, "dam"), placed(section, "later", hours=20)
    for number in range(6):
        later.lead = f"Stand {number}: Risse in der Staumauer am Grünsee."
        later.save_revision().publish()
        place(later.pk, now=NOW)

    assert story_of(dam).parts == 2
    assert Membership.objects.count() == 2


def test_a_link_to_a_rested_affair_says_that_it_goes_on(section: Section) -> None:
    dam = placed(section, "dam", hours=-24 * 60)
    linking = placed(
        section,
        "later",
        hours=20,
        body=[
            ("paragraph", f"<p>{TEXTS['later'][2]}</p>"),
            ("related", {"articles": [dam.pk]}),
        ],
    )
    plain = placed(section, "last", hours=-24 * 20)

    assert story_of(linking) == story_of(dam)
    assert Membership.objects.get(article=linking).evidence["linked"] is True
    assert story_of(plain) != story_of(dam)


def test_a_link_does_not_bring_in_what_is_about_something_else(section: Section) -> None:
    dam = placed(section, "dam", hours=-24 * 60)
    choir = placed(section, "choir", body=[("related", {"articles": [dam.pk]})])
    assert story_of(choir) != story_of(dam)


def test_a_linked_affair_swept_out_of_the_index_is_found_all_the_same(section: Section) -> None:
    dam = placed(section, "dam", hours=-24 * 200)
    sweep(now=NOW)
    assert not Signature.objects.filter(article=dam.pk).exists()

    linking = placed(
        section,
        "later",
        body=[
            ("paragraph", f"<p>{TEXTS['later'][2]}</p>"),
            ("related", {"articles": [dam.pk]}),
        ],
    )

    assert story_of(linking) == story_of(dam)
    assert story_of(dam).parts == 2
