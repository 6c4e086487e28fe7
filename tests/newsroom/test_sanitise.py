"""Hostile markup never reaches a page, by the editor's form or by the deed for other rooms."""

import json

import pytest
from django.test import Client
from django.urls import reverse

from blattwerk.newsroom.models import Article, Section
from blattwerk.newsroom.sanitise import clean_html
from tests.factories import an_article
from tests.newsroom.roles import browser

HOSTILE = (
    '<p onclick="alert(1)">Ein <script>alert("x")</script><b style="x">Satz</b> mit '
    '<a href="javascript:alert(1)">Falle</a><img src=x onerror=alert(1)>'
    '<iframe src="//boese.example"></iframe> und <a href="https://gut.example/">Verweis</a>.</p>'
)
CLEAN = '<p>Ein <b>Satz</b> mit <a>Falle</a> und <a href="https://gut.example/">Verweis</a>.</p>'
POISON = ("<script", "onclick", "onerror", "javascript:", "<iframe", "boese.example", "style=")


def test_a_written_paragraph_keeps_only_what_a_paragraph_may_hold(section: Section) -> None:
    article = an_article(section, body=[("paragraph", HOSTILE)])

    assert article.body.raw_data[0]["value"] == CLEAN


def test_a_fact_box_is_cleaned_inside(section: Section) -> None:
    inner = [{"type": "paragraph", "value": HOSTILE}]
    article = an_article(section, body=[("fact_box", {"title": "Zur Sache", "body": inner})])

    assert article.body.raw_data[0]["value"]["body"][0]["value"] == CLEAN


def test_no_hostile_markup_is_rendered_wherever_it_was_written(section: Section) -> None:
    plain = "</p><script>alert(1)</script><b onclick=x>"
    article = an_article(
        section,
        headline=plain,
        kicker=plain,
        lead=plain,
        body=[
            ("paragraph", HOSTILE),
            ("subheading", plain),
            ("quote", {"text": plain, "speaker": plain, "role": plain}),
            ("list", {"ordered": False, "items": [plain]}),
        ],
    )

    shown = article.body.render_as_block()

    assert [poison for poison in POISON if f"{poison}" in shown and poison != "onclick"] == []
    assert "<b onclick" not in shown


def test_links_inside_the_paper_are_kept() -> None:
    link = '<p><a linktype="page" id="7">mehr</a> und <a href="mailto:a@b.example">Mail</a></p>'

    assert clean_html(link) == link


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", " java\tscript:x"])
def test_the_editors_form_takes_no_hostile_link(section: Section, url: str) -> None:
    article = an_article(section)
    content = {
        "blocks": [
            {
                "key": "a",
                "text": "Falle <script>",
                "type": "unstyled",
                "depth": 0,
                "inlineStyleRanges": [],
                "entityRanges": [{"offset": 0, "length": 5, "key": 0}],
            }
        ],
        "entityMap": {"0": {"type": "LINK", "mutability": "MUTABLE", "data": {"url": url}}},
    }

    _save_through_the_form(article, json.dumps(content))

    stored = Article.objects.get().get_latest_revision_as_object().body
    text = stored.raw_data[0]["value"]
    assert text.startswith("<p")
    assert "Falle</a> &lt;script&gt;" in text
    assert "script:" not in text
    assert "data:" not in text.replace("data-", "")


def _save_through_the_form(article: Article, paragraph: str) -> None:
    fields = {
        "title": article.title,
        "slug": article.slug,
        "kicker": "",
        "lead": "",
        "source": "",
        "lead_caption": "",
        "lead_picture": "",
        "published_at": "",
        "seo_title": "",
        "search_description": "",
        "go_live_at": "",
        "expire_at": "",
        "body-count": "1",
        "body-0-type": "paragraph",
        "body-0-order": "0",
        "body-0-deleted": "",
        "body-0-id": "",
        "body-0-value": paragraph,
        "bylines-TOTAL_FORMS": "0",
        "bylines-INITIAL_FORMS": "0",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
    }
    address = reverse("wagtailadmin_pages:edit", args=[article.pk])
    answer = browser("foreign").post(address, fields)
    assert answer.status_code == 302, answer.context["form"].errors


def test_a_reader_never_gets_hostile_markup(section: Section, client: Client) -> None:
    article = an_article(section, body=[("paragraph", HOSTILE)])

    page = client.get(article.url).content.decode()

    assert "alert(" not in page
    assert "boese.example" not in page
