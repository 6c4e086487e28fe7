"""The desk sorts and explains by the weights in use, and tells which they are."""

import os
from datetime import date
from pathlib import Path

import pytest
from django.test import Client

from blattwerk.discussion.help.model import likely, shipped
from blattwerk.newsroom.models import Article
from tests.discussion.admin.conftest import at
from tests.discussion.forum import NOW, sent
from tests.discussion.help.examples import sorted_by, stricter


def test_the_figures_tell_which_weights_are_in_use_and_since_when(
    desk: Client, tmp_path: Path
) -> None:
    own = tmp_path / "own.bin"
    with sorted_by(own):
        before = desk.get(at("figures"))
    own.write_bytes(stricter(1.0))
    os.utime(own, (NOW.timestamp(), NOW.timestamp()))
    with sorted_by(own):
        after = desk.get(at("figures"))

    assert (before.context["weights"].own, after.context["weights"].own) == (False, True)
    assert before.context["weights"].since == date.fromisoformat(shipped().about.made)
    assert after.context["weights"].since == NOW
    assert after.content.decode().count("03.02.2026 12:00") == 1


def test_what_comes_in_and_what_is_looked_at_is_weighed_by_the_papers_own_weights(
    desk: Client, article: Article, tmp_path: Path
) -> None:
    own = tmp_path / "own.bin"
    own.write_bytes(stricter(1.0))
    with sorted_by(own):
        comment = sent(article, "Was für ein Bericht.")
        page = desk.get(at("comment", comment.pk))

    learned = likely(shipped().logit("Was für ein Bericht.") + 1.0)
    assert comment.score == pytest.approx(learned)
    assert page.context["score"] == round(100 * learned)
