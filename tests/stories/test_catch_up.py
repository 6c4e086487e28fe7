"""A whole archive at once, or what was missed: the same as one by one."""

from itertools import islice

import pytest
from click.testing import CliRunner
from django.db import transaction

from blattwerk.config.cli import main
from blattwerk.newsroom.models import Article, Section
from blattwerk.stories.catch_up import catch_up, place_all, unplaced
from blattwerk.stories.detect.features import Features, features_of
from blattwerk.stories.detect.shapes import Piece
from blattwerk.stories.models import Membership, Signature
from blattwerk.stories.place import place
from blattwerk.stories.queries import articles_of_story
from tests.stories.household import NOW, TEXTS, picture, story_of, written

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive(section: Section) -> list[Article]:
    """Eight articles that no story knows, written in another order than they were published."""
    names = list(TEXTS)
    return [
        written(section, names[number % 4], hours=hours, headline=f"{TEXTS[names[number % 4]][0]}.")
        for number, hours in enumerate((30, 2, 70, 1, 5, 44, 3, 90))
    ]


def numbers() -> list[int]:
    return list(unplaced().values_list("pk", flat=True))


def groups() -> set[frozenset[int]]:
    """Who stands with whom."""
    together: dict[int, set[int]] = {}
    for article, story in Membership.objects.values_list("article_id", "story_id"):
        together.setdefault(story, set()).add(article)
    return {frozenset(each) for each in together.values()}


def test_at_once_broken_off_or_one_by_one_comes_to_the_same(archive: list[Article]) -> None:
    found = []
    for way in ("at once", "broken off", "one by one"):
        with transaction.atomic():
            if way == "one by one":
                for article in sorted(archive, key=lambda each: each.published_at or NOW):
                    place(article.pk, now=NOW)
            else:
                done = list(islice(place_all(numbers(), now=NOW), 3 if way == "broken off" else 8))
                assert len(done) + len(list(place_all(numbers(), now=NOW))) == 8
            evidence = Membership.objects.order_by("article_id").values_list("evidence", flat=True)
            shares = [str(sorted((each.get("parts") or {}).items())) for each in evidence]
            found.append((groups(), shares))
            transaction.set_rollback(True)

    assert found[0] == found[1] == found[2]
    assert len(found[0][0]) < len(archive)


def test_the_command_places_the_oldest_first_and_then_has_nothing_to_do(
    archive: list[Article],
) -> None:
    said = CliRunner().invoke(main, ["stories", "backfill"])
    assert said.exit_code == 0
    assert said.output.startswith("8 articles placed;")
    before = picture()

    again = CliRunner().invoke(main, ["stories", "backfill"])

    assert again.output == "There is nothing to do: every published article stands in a story.\n"
    assert picture() == before


def test_the_command_can_keep_to_the_newer_ones(archive: list[Article]) -> None:
    newest = max(each.published_at for each in archive if each.published_at)
    CliRunner().invoke(main, ["stories", "backfill", "--since", f"{newest:%Y-%m-%d}"])
    placed = Membership.objects.values_list("article_id", flat=True)
    assert 0 < len(placed) < len(archive)


def test_what_was_missed_is_caught_up_with(archive: list[Article]) -> None:
    catch_up(now=NOW)
    assert numbers() == []
    Article.objects.filter(pk=archive[0].pk).update(live=False)  # and its job was lost

    catch_up(now=NOW)

    story = story_of(archive[0])
    told = list(articles_of_story(story))
    assert archive[0] not in told
    assert story.parts == len(told)
    assert not Signature.objects.filter(article=archive[0].pk).exists()


def test_one_that_cannot_be_placed_does_not_hold_up_the_others(
    archive: list[Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = numbers()[0]

    def features(piece: Piece) -> Features:
        if piece.number == bad:
            raise ValueError("Nobody can read this.")
        return features_of(piece)

    monkeypatch.setattr("blattwerk.stories.place.features_of", features)
    said = CliRunner().invoke(main, ["stories", "backfill"])

    assert said.exit_code == 1
    assert "1 could not be placed" in said.output
    assert numbers() == [bad]
