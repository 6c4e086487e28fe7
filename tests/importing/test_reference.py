"""The page that is the specification, and one of our own in the same form, become articles."""

from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone

from blattwerk.importing.bring_in import Result, bring_in
from blattwerk.newsroom.models import Article, Section
from tests.importing.dump_texts import CLOSED, PLAYER, a_dump

pytestmark = pytest.mark.django_db

NOT_OF_THE_ARTICLE = (
    *{line for line in PLAYER.splitlines() if line.strip(".0123456789:/ ")},
    *{line for line in CLOSED.splitlines() if line},
    "Kommentieren", "Community-Team", "Themenübersicht",
)  # fmt: skip


@pytest.fixture(params=["reference", "own"])
def article(request: pytest.FixtureRequest, section: Section) -> Article:
    raw = a_dump().encode()
    if request.param == "reference":
        path: Path = request.getfixturevalue("reference_dump")
        raw = path.read_bytes()
    outcome = bring_in(raw=raw, origin="seite.txt")
    assert outcome.result is Result.PUBLISHED
    assert outcome.article is not None
    return Article.objects.live().get(pk=outcome.article.pk)


def test_the_reference_page_has_its_six_parts(section: Section, reference_dump: Path) -> None:
    text = reference_dump.read_text(encoding="utf-8")
    lines = [line.strip() for line in text.splitlines() if line.strip()]

    article = bring_in(raw=text, origin=reference_dump.name).article

    assert article is not None
    assert (article.kicker, article.title) == (lines[0], lines[1])
    assert article.section == section
    assert timezone.localtime(article.published_at).isoformat() == "2021-04-13T20:25:00+02:00"
    assert article.plain_text.split("\n") == lines[4:10]
    assert [block.block_type for block in article.body] == [
        "paragraph", "paragraph", "subheading", "paragraph", "paragraph",
    ]  # fmt: skip
    assert article.source == lines[10]


def test_no_word_of_player_comments_or_menu_is_in_the_article(article: Article) -> None:
    words = f"{article.kicker}\n{article.title}\n{article.plain_text}"

    assert [foreign for foreign in NOT_OF_THE_ARTICLE if foreign in words] == []


def test_the_articles_page_shows_its_parts(article: Article, client: Client) -> None:
    page = client.get(article.url)

    content = page.content.decode()
    assert page.status_code == 200
    for part in (article.kicker, article.title, article.lead, article.source):
        assert part in content
    assert 'datetime="2021-04-13T20:25:00+02:00"' in content
    assert [line for line in article.plain_text.split("\n") if line not in content] == []


def test_the_section_front_leads_to_the_article(article: Article, client: Client) -> None:
    content = client.get("/ausland/").content.decode()

    assert f'href="{article.url}"' in content
    assert article.title in content
