"""Rules, contact and numbers: in step with what is set and done, and nobody's name in them."""

import csv
import json
from datetime import timedelta
from io import StringIO

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from blattwerk.discussion.decide import approve, refuse
from blattwerk.discussion.law.categories import Category, reported_as
from blattwerk.discussion.law.complaints import complain_about_statement, decide_complaint
from blattwerk.discussion.law.labels import HEADINGS, LABELS
from blattwerk.discussion.law.notify import Said, give_notice
from blattwerk.discussion.law.numbers import count
from blattwerk.discussion.law.privacy import RECORD, as_markdown, with_persons
from blattwerk.discussion.law.terms import parts
from blattwerk.discussion.models import Notice, Order, Phrase, Statement, Switch, Wording
from blattwerk.newsroom.models import Article, Section
from tests.discussion.forum import (
    NOW,
    a_moderator,
    a_reason,
    published,
    ruled,
    sent,
)

pytestmark = pytest.mark.django_db
YEAR = 2026


def said() -> str:
    return "\n".join(sentence for part in parts() for sentence in part.said)


@pytest.mark.usefixtures("paper")
def test_the_rules_follow_the_settings() -> None:
    before = said()

    ruled(
        {
            "week": {
                day: ["07:15-21:45"] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
            },
            "months": 11,
            "moderation": {"policy": "first-4"},
        }
    )
    Switch.objects.create(pk=1, longest=777, months_kept=9, help_on=False)
    Phrase.objects.create(text="Trottel", changed_at=NOW)
    after = said()

    for piece in ("07:15–21:45", " 11 ", " 4 ", " 777 ", " 9 "):
        assert (piece in before, piece in after) == (False, True), piece
    assert len(after.splitlines()) == len(before.splitlines())  # help went, the word list came


def test_the_papers_own_house_rules_stand_in_place_of_ours(
    client: Client, section: Section
) -> None:
    plain = client.get(reverse("forum_rules")).content.decode()
    Wording.objects.create(
        name="rules", language=settings.LANGUAGE_CODE[:2], text="Seid lieb.", changed_at=NOW
    )

    own = client.get(reverse("forum_rules")).content.decode()

    assert ("Seid lieb." in plain, "Seid lieb." in own) == (False, True)
    assert ('<ol class="points">' in plain, '<ol class="points">' in own) == (True, False)


def a_year_of_work(article: Article) -> None:
    """One illegal comment removed after a notice, one rejected and brought back, one that stays."""
    notice = Said(
        Notice.Kind.LAW, "Falsch.", Category.ABUSE, "", "Berta", "b@post.example", good_faith=True
    )
    illegal, fine = published(article), published(article)
    give_notice(comment_ids=[illegal.pk, fine.pk], said=notice, now=NOW)
    by_law = a_reason(ground="law", clause="§ 207a StGB", category=Category.ABUSE)
    refuse(comment_id=illegal.pk, by=a_moderator(), now=NOW, reason=by_law)
    approve(comment_id=fine.pk, by=a_moderator(), now=NOW)
    wrong = sent(article)
    refuse(comment_id=wrong.pk, by=a_moderator(), now=NOW, reason=a_reason())
    token = Statement.objects.get(comment=wrong).token
    complaint = complain_about_statement(token=token, text="Doch.", now=NOW)
    decide_complaint(
        complaint_id=complaint.pk, by=a_moderator(), overturned=True, reasons="Ja.", now=NOW
    )
    Order.objects.create(kind="act", authority="LG Wien", country="AT", received_at=NOW)


def test_a_years_numbers(article: Article) -> None:
    a_year_of_work(article)

    found = count(YEAR)

    expected = {
        "orders": {"to_act": 1, "to_inform": 0},
        "notices": {
            "given": 1,
            "illegal_content": 1,
            "comments_named": 2,
            "restricted_by_law": 1,
            "left_standing": 1,
            "open": 0,
            "decided_by_automated_means": 0,
            "median_hours_to_decide": 0.0,
        },
        "notices_by_category": {"protection-of-minors": 1, "violence": 0},
        "restrictions": {
            "all": 2,
            "by_law": 1,
            "by_terms": 1,
            "after_a_notice": 1,
            "not_published": 1,
            "removed": 1,
            "taken_back": 1,
        },
        "restrictions_by_category": {"protection-of-minors": 1, "not-specified": 1},
        "complaints": {"all": 1, "by_writers": 1, "overturned": 1, "open": 0},
        "suspensions": {"for_a_time": 0},
    }
    told = {part: {key: found[part][key] for key in counts} for part, counts in expected.items()}
    assert told == expected


@pytest.mark.parametrize(
    ("hours", "middle"), [([7], 7.0), ([1, 8], 4.5), ([30, 1, 2], 2.0), ([1, 2, 3, 100], 2.5)]
)
def test_the_middle_of_all_times_is_told(db: None, hours: list[int], middle: float) -> None:
    for lasted in hours:
        done = NOW + timedelta(hours=lasted)
        Order.objects.create(kind="act", country="AT", received_at=NOW, done_at=done)
    Order.objects.create(kind="act", country="AT", received_at=NOW)

    assert count(YEAR)["orders"]["median_hours_to_effect"] == middle


def test_a_years_rows_are_counted_by_the_database(article: Article) -> None:
    a_year_of_work(article)

    with CaptureQueriesContext(connection) as asked:
        count(YEAR)

    questions = [query["sql"] for query in asked]
    assert [sql for sql in questions if "COUNT(" not in sql and "LIMIT" not in sql] == []


def test_an_empty_year_has_all_its_rows(db: None) -> None:
    found = count(2019)

    assert {value for counts in found.values() for value in counts.values()} == {0, None}
    assert set(found) == set(HEADINGS)
    assert {key for counts in found.values() for key in counts} == set(LABELS) - {Category.ABUSE}


def test_the_numbers_can_be_taken_along(client: Client, section: Section) -> None:
    year = timezone.localtime().year

    table = list(
        csv.reader(StringIO(client.get(reverse("forum_numbers_csv", args=[year])).content.decode()))
    )
    plain = json.loads(client.get(reverse("forum_numbers_json", args=[year])).content)

    flat = {(part, key) for part in plain if part != "year" for key in plain[part]}
    assert {(part, key) for _year, part, key, _name, _value in table[1:]} == flat
    assert client.get(reverse("forum_numbers_csv", args=[1815])).status_code == 404
    assert client.get(reverse("forum_numbers"), {"jahr": "1815"}).status_code == 404


def test_nobody_stands_on_the_public_pages(client: Client, article: Article) -> None:
    a_year_of_work(article)
    names = [*("Berta", "b@post.example", "Falsch.", "Vera")]
    writers = Statement.objects.values_list("reader__public_name", "reader__email")
    names += [name for row in writers for name in row]

    pages = [
        client.get(reverse(name), {"jahr": YEAR}).content.decode()
        for name in ("forum_rules", "forum_contact", "forum_numbers")
    ]

    assert f'{LABELS["comments_named"]}</th><td class="is-figure">2</td>' in pages[-1]
    assert [name for name in names for page in pages if name in page] == []


def test_every_category_has_its_place_in_the_reports() -> None:
    assert reported_as(Category.ABUSE) == Category.MINORS
    assert reported_as("") == "not-specified"
    assert reported_as("what-nobody-knows") == Category.OTHER


def test_every_table_with_persons_stands_in_the_record() -> None:
    recorded = {row.model: set(row.fields) for row in RECORD}

    missing = {
        label: fields - recorded.get(label, set())
        for label, fields in with_persons().items()
        if fields - recorded.get(label, set())
    }

    assert missing == {}


def test_the_record_names_only_what_there_is(db: None) -> None:
    for row in RECORD:
        model = apps.get_model(row.model)
        assert {field.name for field in model._meta.get_fields()} >= set(row.fields)
    assert as_markdown().count("\n| ") == len(RECORD) + 1
    assert "{" not in as_markdown()
