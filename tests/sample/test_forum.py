"""The sample paper's forum: told of as the deeds would have left it, and a queue to work at."""

from collections import Counter
from datetime import datetime, timedelta

import pytest
from django.db.models import Count, F
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from blattwerk.accounts.models import User
from blattwerk.discussion.current import state_now, states_of
from blattwerk.discussion.law.complaints import decide_complaint
from blattwerk.discussion.log import broken_seals
from blattwerk.discussion.models import (
    Case,
    Comment,
    Complaint,
    Deed,
    Entry,
    Letter,
    Notice,
    NoticeItem,
    RuleSet,
    Thread,
)
from blattwerk.discussion.rules.state import Kind
from blattwerk.discussion.switches import switches
from blattwerk.discussion.team import LEAD, TEAM
from blattwerk.discussion.undo import undo
from blattwerk.newsroom.found import found_paper
from blattwerk.newsroom.models import Article, Section
from blattwerk.newsroom.write import Manuscript, write_article
from blattwerk.sample.forum import HEAD, MODERATOR, open_forum, team_logins
from blattwerk.sample.manuscripts import sample_articles
from blattwerk.sample.redress import STAYS
from blattwerk.sample.remarks import FATES, remark, remarks
from blattwerk.sample.world import PLAN
from blattwerk.topics.add import add_topic
from blattwerk.topics.models import Kind as TopicKind

SHOWN = {
    "irnabruecke-leck-in-der-fernwaerme": Kind.OPEN,
    "windpark-neuer-plan-fuenf-raeder": Kind.PRE_MODERATED,
    "ennach-tauerau-rueckkehr-anger": Kind.SLOW,
    "gemeinderat-livestream-beschluss": Kind.AGED,
    "kaeserei-genossenschaft-legt-erste-zahlen-vor": Kind.NIGHT,
    "wolf-hueterin-herdenschutzhunde": Kind.DESK,
    "geburtenstation-das-erste-kind": Kind.FULL,
    "brand-kfz-werkstatt-auhof": Kind.OFF,
}


@pytest.fixture
def now() -> datetime:
    return timezone.localtime()


@pytest.fixture
def written(db: None, now: datetime) -> dict[str, Article]:
    """The articles that are discussed or ruled, without pictures; and their forum."""
    found_paper(plan=PLAN)
    sections = {section.slug: section for section in Section.objects.all()}
    add_topic(name="Wölfe", kind=TopicKind.THEME)
    wanted = {*remarks(), *SHOWN}
    articles = {
        told.slug: write_article(
            section=sections[told.section],
            manuscript=Manuscript(
                headline=told.headline,
                kicker=told.kicker,
                lead=told.lead,
                body=[],
                published_at=told.published_at,
            ),
        )
        for told in sample_articles(now)
        if told.slug in wanted
    }
    open_forum(articles, now)
    return articles


def test_each_state_has_a_discussion_at_whatever_hour(
    written: dict[str, Article], now: datetime
) -> None:
    assert set(SHOWN.values()) == set(Kind)
    late_in_the_hour = now.replace(minute=45)  # the night's opens from 3:00 to 3:30
    for hour in range(24):
        states = states_of(
            [written[slug] for slug in SHOWN], late_in_the_hour + timedelta(hours=hour)
        )
        assert {slug: states[written[slug].pk].kind for slug in SHOWN} == SHOWN


def test_the_paper_is_ruled_as_delivered_and_single_sections_are_not(
    written: dict[str, Article], now: datetime
) -> None:
    assert not RuleSet.objects.filter(scope=RuleSet.Scope.SITE).exists()
    assert (switches().longest, switches().months_kept) == (500, 12)
    noon = now.replace(hour=12, minute=0) + timedelta(days=1)
    of_politics = state_now(written["hochwasser-erster-dammabschnitt"], noon)
    assert of_politics.kind is Kind.PRE_MODERATED
    assert of_politics.closes_at
    assert timezone.localtime(of_politics.closes_at).hour == 23
    for section, policy in {"kultur": "trusted", "sport": "first-3"}.items():
        rules = RuleSet.objects.get(
            scope=RuleSet.Scope.SECTION, key=Section.objects.get(slug=section).pk
        )
        assert rules.plain["moderation"]["policy"] == policy


def test_the_forum_is_as_the_deeds_would_have_left_it(
    written: dict[str, Article], now: datetime
) -> None:
    queue = Case.objects.filter(closed_at=None)
    causes = Counter(queue.values_list("cause", flat=True))
    assert queue.count() >= 30
    assert set(causes) == set(Case.Cause) - {Case.Cause.HELD, Case.Cause.COMPLAINT}
    assert not queue.filter(cause=Case.Cause.WORD, words=[]).exists()

    assert list(broken_seals()) == []
    moments = list(Entry.objects.order_by("pk").values_list("at", flat=True))
    of_comments = Entry.objects.filter(comment__isnull=False).order_by("pk")
    assert list(of_comments.values_list("at", flat=True)) == sorted(
        of_comments.values_list("at", flat=True)
    )
    assert max(moments) <= now
    assert not Letter.objects.filter(sent_at=None).exists()

    for thread in Thread.objects.all():
        comments = Comment.objects.filter(thread=thread)
        public = comments.filter(state=Comment.State.PUBLIC)
        assert thread.comments == public.count()
        newest = comments.placed().order_by("-public_at").first()
        assert newest is None or thread.last_at == newest.public_at
    for root in Comment.objects.filter(root=None):
        places = list(root.branch.placed().order_by("public_at").values_list("place", flat=True))
        assert places == list(range(1, root.replies + 1))
    counted = Comment.objects.annotate(votes=Count("recommendations"))
    assert not counted.exclude(votes=F("recommended")).exists()
    states = set(Comment.objects.values_list("state", flat=True))
    assert states == {"public", "waiting", "removed", "deleted"}
    assert Comment.objects.filter(cut_at__isnull=False).count() == 1
    assert "verlogene" not in Comment.objects.get(cut_at__isnull=False).text
    assert Comment.objects.filter(picked_at__isnull=False).count() >= 10


def test_complaints_notices_and_a_danger_wait_at_the_desk_of_the_law(
    written: dict[str, Article], now: datetime
) -> None:
    lead = User.objects.get(email=HEAD.email)
    client = Client(headers={"host": "localhost"})
    client.force_login(lead)

    shown = client.get(reverse("law_desk")).context

    [waiting] = [each["row"] for each in shown["complaints"]]
    assert [danger.told_at for danger in shown["dangers"]] == [None]
    kinds = Counter(each["row"].kind for each in shown["notices"])
    assert kinds == {Notice.Kind.RULES: 2, Notice.Kind.LAW: 1, Notice.Kind.DANGER: 1}
    settled = Complaint.objects.get(outcome=Complaint.Outcome.UPHELD)
    assert settled.decided_by == lead
    turned_down = NoticeItem.objects.get(outcome=NoticeItem.Outcome.DECLINED)
    assert turned_down.notice.kind == Notice.Kind.LAW
    assert turned_down.reasons == STAYS
    for complaint in (waiting, settled):
        page = client.get(reverse("law_complaint", args=[complaint.pk]))
        assert page.status_code == 200

    decide_complaint(
        complaint_id=waiting.pk, by=lead, overturned=True, reasons="Zu streng.", now=now
    )
    assert Comment.objects.get(statements=waiting.statement).is_public


def test_what_the_team_decided_can_be_undone(written: dict[str, Article], now: datetime) -> None:
    entry = Entry.objects.filter(deed=Deed.APPROVE).order_by("-at").first()
    assert entry

    undo(entry_id=entry.pk, by=User.objects.get(email=MODERATOR.email), now=now)

    assert Case.objects.filter(comment=entry.comment_id, closed_at=None).count() == 1


def test_readers_cannot_sign_in_and_the_team_can_with_passwords_of_its_own(
    written: dict[str, Article],
) -> None:
    readers = User.objects.filter(public_name__isnull=False)
    assert readers.count() >= 12
    assert not any(reader.has_usable_password() for reader in readers)

    first, again = team_logins(), team_logins()

    assert [email for _role, email, _password in first] == [
        "community@blattwerk.example",
        "community-leitung@blattwerk.example",
    ]
    assert len({password for _role, _email, password in first + again}) == 4
    for (_role, email, password), group in zip(again, (TEAM, LEAD), strict=True):
        user = User.objects.get(email=email)
        assert user.check_password(password)
        assert [each.name for each in user.groups.all()] == [group]
        assert user.has_perm("discussion.moderate")
        assert user.has_perm("discussion.lead") is (group == LEAD)
        assert user.has_perm("wagtailadmin.access_admin")


def test_every_remark_stands_under_an_article_of_the_paper(now: datetime) -> None:
    slugs = {article.slug for article in sample_articles(now)}
    found = remarks()
    assert set(found) - slugs == set()
    assert {each.fate for said in found.values() for each in said} == FATES
    for said in found.values():
        assert said[0].depth == 0


@pytest.mark.parametrize(
    "head", ["Oma Hilde | bald | 3", "Oma Hilde | 3m | viele", "Oma Hilde | 3m | 1 | berühmt"]
)
def test_a_remark_that_cannot_be_read_is_refused(head: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        remark(head, "Ein Satz.")


def test_nothing_is_said_before_the_article_or_after_now(now: datetime) -> None:
    early, late = remark("A b | -9d | 0", "x"), remark("A b | 9d | 0", "x")
    published = now - timedelta(hours=2)
    assert published < early.sent_at(published, now) < now
    assert published < late.sent_at(published, now) < now
