"""The queue, and a case with all one needs to decide it."""

from datetime import timedelta

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from blattwerk.accounts.models import User
from blattwerk.discussion.cases import open_case
from blattwerk.discussion.models import Case, Comment, Note, Notice, NoticeItem, Phrase, Switch
from blattwerk.newsroom.models import Article
from tests.discussion.admin.conftest import at, said
from tests.discussion.forum import MINUTE, NOW, a_moderator, browser, published, sent

MOST_QUERIES = 15
SAME = "Gleiche Worte wiegen für die Sortierhilfe gleich."


def shown(desk: Client, **asked: str) -> list[int]:
    """The comments of the queue's page, in order."""
    return [row.comment.pk for row in desk.get(at("index"), asked).context["rows"]]


def test_the_graver_and_the_older_come_first(desk: Client, article: Article) -> None:
    late, early = sent(article, SAME, now=NOW + MINUTE), sent(article, SAME)
    reported = published(article)
    open_case(reported, Case.Cause.NOTICE, NOW + 5 * MINUTE)

    assert shown(desk) == [reported.pk, early.pk, late.pk]


def test_the_queue_can_be_asked_for_one_cause(desk: Client, article: Article) -> None:
    sent(article)
    reported = published(article)
    open_case(reported, Case.Cause.REPORT, NOW)

    assert shown(desk, anlass="report") == [reported.pk]


def test_a_long_queue_goes_on_where_the_page_ended(desk: Client, article: Article) -> None:
    comments = [sent(article, now=NOW + number * MINUTE).pk for number in range(27)]
    Case.objects.update(turn_at=NOW)  # the same turn: the older number comes first
    page = desk.get(at("index")).context

    following = shown(desk, nach=str(page["following"]))

    assert [row.comment.pk for row in page["rows"]] + following == comments


def test_a_full_page_asks_little_of_the_database(desk: Client, article: Article) -> None:
    for number in range(30):
        sent(article, now=NOW + number * MINUTE)
    desk.get(at("index"))

    with CaptureQueriesContext(connection) as queries:
        page = desk.get(at("index"))

    assert len(page.context["rows"]) == 25
    assert len(queries) <= MOST_QUERIES
    counting = [each["sql"] for each in queries if "COUNT(*)" in each["sql"]]
    assert [sql for sql in counting if "LIMIT" not in sql] == []


def test_taking_the_next_one_opens_it_for_its_taker(
    desk: Client, moderator: User, comment: Comment
) -> None:
    answer = desk.post(at("next"))

    assert answer["Location"] == at("comment", comment.pk)
    desk.get(answer["Location"])
    case = Case.objects.get(comment=comment)
    assert case.claimed_by == moderator
    assert case.claimed_until is not None
    assert timedelta(minutes=9) < case.claimed_until - timezone.now() <= timedelta(minutes=10)


def test_nothing_to_take_is_said(desk: Client) -> None:
    assert said(desk.post(at("next"), follow=True)) == ["Nichts wartet; alles ist gelesen."]


def test_two_moderators_never_take_the_same(desk: Client, article: Article) -> None:
    first, second = sent(article, SAME), sent(article, SAME, now=NOW + MINUTE)

    answers = [desk.post(at("next")), browser(a_moderator()).post(at("next"))]

    taken = [answer["Location"] for answer in answers]
    assert taken == [at("comment", first.pk), at("comment", second.pk)]


def test_others_see_who_works_on_it_and_have_no_buttons(
    desk: Client, moderator: User, comment: Comment
) -> None:
    desk.get(at("comment", comment.pk))

    page = browser(a_moderator()).get(at("comment", comment.pk))

    assert page.context["decidable"] is False
    assert str(moderator) in str(page.context["refused"])
    assert Case.objects.get(comment=comment).claimed_by == moderator


def test_a_case_shows_why_it_is_there(desk: Client, article: Article) -> None:
    Phrase.objects.create(text="Trottel", changed_at=NOW)
    comment = sent(article, "Ihr seid doch alles Tr0tteln, wirklich wahr.")
    notice = Notice.objects.create(kind="rules", why="Beleidigt alle.", token="t", at=NOW)
    NoticeItem.objects.create(notice=notice, comment=comment)

    page = desk.get(at("comment", comment.pk))

    assert page.context["case"].words == ["Trottel"]
    marked = [piece.text for piece in page.context["pieces"] if piece.phrase]
    assert marked == ["Tr0tteln"]
    assert [item.notice.why for item in page.context["items"]] == ["Beleidigt alle."]
    assert "".join(piece.text for piece in page.context["pieces"]) == comment.text


def test_a_case_stands_in_its_thread(desk: Client, article: Article) -> None:
    first = published(article)
    answer = published(article, parent_id=first.pk, now=NOW + MINUTE)
    comment = sent(article, parent_id=first.pk, now=NOW + 2 * MINUTE)

    page = desk.get(at("comment", comment.pk)).context

    assert (page["comment"].parent, page["before"], page["later"]) == (first, [answer], [])
    assert page["place"].title == article.title


def test_a_record_tells_what_became_of_a_readers_comments(desk: Client, article: Article) -> None:
    former = published(article)
    assert former.writer is not None
    comment = sent(article, writer=former.writer, now=NOW + MINUTE)
    Note.objects.create(reader=former.writer, text="Fragt oft nach.", at=NOW)

    record = desk.get(at("comment", comment.pk)).context["record"]

    assert (record.public.count, record.rejected.count, record.removed.count) == (1, 0, 0)
    assert [note.text for note in record.notes] == ["Fragt oft nach."]


def test_without_the_local_help_nothing_is_scored(desk: Client, comment: Comment) -> None:
    Switch.objects.create(pk=1, help_on=False)

    page = desk.get(at("comment", comment.pk)).context

    assert (page["score"], page["weighed"]) == (None, [])


def test_a_note_from_shift_to_shift_is_read_by_the_next(desk: Client) -> None:
    desk.post(at("hand_over"), {"text": "Unter dem Budget-Artikel wird es laut."})

    notes = browser(a_moderator()).get(at("index")).context["notes"]

    assert [note.text for note in notes] == ["Unter dem Budget-Artikel wird es laut."]
