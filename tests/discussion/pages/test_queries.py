"""What readers ask of a discussion: every comment once, in order, never more questions."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from blattwerk.accounts.models import User
from blattwerk.discussion.decide import pick
from blattwerk.discussion.errors import NoSuchComment, NoSuchThread
from blattwerk.discussion.models import Comment, Thread
from blattwerk.discussion.order import BadCursor, Cursor, Order, read_cursor
from blattwerk.discussion.queries import (
    BRANCH,
    NEWER,
    REPLIES,
    Listing,
    branch_page,
    discussion_of,
    listing,
    newer,
    turn_of,
)
from blattwerk.newsroom.models import Section
from tests.discussion.forum import MINUTE, NOW, a_moderator, a_reader, an_article_to_discuss
from tests.discussion.forum import published as let_through
from tests.discussion.pages.rows import SECOND, a_row, below, many

MANY = 130
usual = settings.default.max_examples  # sixty in the suite, five hundred as a proof


def pages_of(number: int, order: Order) -> Iterator[Listing]:
    """From the first to the last, as a reader follows the cursors."""
    cursor = None
    while True:
        page = listing(number, order, cursor)
        yield page
        if page.next is None:
            return
        cursor = read_cursor(str(page.next))


def read_through(number: int, order: Order) -> list[int]:
    return [branch.comment.pk for page in pages_of(number, order) for branch in page.branches]


@pytest.fixture
def number(section: Section) -> int:
    return an_article_to_discuss(section).pk


def sort_key(order: Order, comment: Comment) -> tuple[object, int]:
    value = comment.recommended if order is Order.RECOMMENDED else comment.public_at
    return value, comment.pk


@settings(
    max_examples=usual // 5,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    moments=st.lists(st.integers(0, 4), min_size=MANY, max_size=MANY),
    votes=st.lists(st.sampled_from([0, 0, 0, 1, 5]), min_size=MANY, max_size=MANY),
    states=st.lists(
        st.sampled_from(["public", "removed", "deleted"]), min_size=MANY, max_size=MANY
    ),
)
def test_whatever_the_order_each_comment_is_shown_once(
    number: int, moments: list[int], votes: list[int], states: list[str]
) -> None:
    Comment.objects.all().delete()
    thread, _made = Thread.objects.get_or_create(number=number, defaults={"page_id": number})
    rows = Comment.objects.bulk_create(
        a_row(thread, moment, recommended=vote, state=state)
        for moment, vote, state in zip(moments, votes, states, strict=True)
    )

    shown = {order: read_through(number, order) for order in Order}

    assert shown == {
        order: [
            row.pk
            for row in sorted(
                rows, key=lambda row: sort_key(order, row), reverse=order is not Order.OLDEST
            )
        ]
        for order in Order
    }


def test_what_never_was_public_has_no_place(number: int) -> None:
    page = discussion_of(number).page
    shown = many(page, 1)
    many(page, 1, state="waiting", public_at=None)
    many(page, 1, state="rejected", public_at=None)

    assert read_through(number, Order.NEWEST) == [shown[0].pk]


def test_a_cursor_holds_its_place_while_newer_comments_come(number: int) -> None:
    page = discussion_of(number).page
    old = [comment.pk for comment in many(page, 60)]
    first = listing(number, Order.NEWEST, None)
    Comment.objects.bulk_create([a_row(Thread.objects.get(pk=number), 500 + n) for n in range(9)])

    rest = listing(number, Order.NEWEST, first.next)

    shown = [branch.comment.pk for branch in (*first.branches, *rest.branches)]
    assert shown == old[::-1]


@pytest.mark.parametrize("text", ["", "1", "1-", "-1", "1-2-3", "١-٢", "1-2\n", "9" * 18 + "-1"])
def test_what_is_no_cursor_is_refused(text: str) -> None:
    with pytest.raises(BadCursor):
        read_cursor(text)


def test_a_page_begins_each_branch_and_says_how_much_is_left_out(number: int) -> None:
    top = many(discussion_of(number).page, 1)[0]
    replies = below(top, REPLIES + 3)

    branch = listing(number, Order.NEWEST, None).branches[0]

    assert [reply.comment.pk for reply in branch.replies] == [each.pk for each in replies[:REPLIES]]
    assert branch.further == 3


def test_where_many_have_many_replies_each_shows_fewer(number: int) -> None:
    for top in many(discussion_of(number).page, 50):
        below(top, 8)

    branches = listing(number, Order.NEWEST, None).branches

    assert [len(branch.replies) for branch in branches] == [2] * 50
    assert [branch.further for branch in branches] == [6] * 50


def test_a_reply_to_a_reply_says_whom_it_answers(section: Section) -> None:
    article = an_article_to_discuss(section)
    top = let_through(article)
    first = let_through(article, parent_id=top.pk)
    second = let_through(article, parent_id=first.pk)

    replies = listing(article.pk, Order.NEWEST, None).branches[0].replies

    assert [(reply.comment.pk, reply.to and reply.to.pk) for reply in replies] == [
        (first.pk, None),
        (second.pk, first.pk),
    ]


def test_picks_come_first_and_hide_nothing(section: Section) -> None:
    article = an_article_to_discuss(section)
    comments = [let_through(article, now=NOW + n * MINUTE) for n in range(3)]
    pick(comment_id=comments[0].pk, by=a_moderator(), now=NOW)

    first = listing(article.pk, Order.NEWEST, None)
    further = listing(article.pk, Order.NEWEST, Cursor(10**16, 1))

    assert [picked.pk for picked in first.picks] == [comments[0].pk]
    assert [branch.comment.pk for branch in first.branches] == [c.pk for c in comments[::-1]]
    assert further.picks == []


@pytest.mark.parametrize("size", [3, 300])
def test_a_page_asks_as_much_of_three_comments_as_of_three_hundred(
    number: int, size: int, django_assert_num_queries: object, reader: User
) -> None:
    tops = many(discussion_of(number).page, size, writer=reader)
    below(tops[-1], min(size, 20), writer=reader)

    with django_assert_num_queries(3):  # type: ignore[operator]
        discussion_of(number)
        page = listing(number, Order.NEWEST, None)
        names = {branch.comment.writer.public_name for branch in page.branches if branch.comment}

    assert names == {reader.public_name}


@pytest.fixture
def reader(db: None) -> User:
    return a_reader()


class TestOneComment:
    """A comment's own page shows the part of its branch in which it stands."""

    def test_a_reply_stands_among_its_neighbours(self, number: int) -> None:
        replies = below(many(discussion_of(number).page, 1)[0], BRANCH * 2 + 5)

        _comment, page = branch_page(replies[BRANCH + 3].pk, None)

        shown = [reply.comment.pk for reply in page.branch.replies]
        assert shown == [each.pk for each in replies[BRANCH : 2 * BRANCH]]
        assert (page.before, page.next) == (0, 2 * BRANCH)

    def test_following_the_branch_shows_every_reply_once(self, number: int) -> None:
        top = many(discussion_of(number).page, 1)[0]
        replies = below(top, BRANCH * 2 + 5)

        shown, start = [], 0
        while start is not None:
            _comment, page = branch_page(top.pk, start)
            shown += [reply.comment.pk for reply in page.branch.replies]
            start = page.next

        assert shown == [each.pk for each in replies]

    def test_whom_a_reply_answers_is_told_even_if_that_stands_on_another_page(
        self, number: int
    ) -> None:
        top = many(discussion_of(number).page, 1)[0]
        replies = below(top, BRANCH + 1)
        Comment.objects.filter(pk=replies[-1].pk).update(parent=replies[0])

        _comment, page = branch_page(replies[-1].pk, None)

        assert [reply.to and reply.to.pk for reply in page.branch.replies] == [replies[0].pk]

    def test_what_never_was_public_is_not_there(self, number: int) -> None:
        waiting = many(discussion_of(number).page, 1, state="waiting", public_at=None)[0]

        with pytest.raises(NoSuchComment):
            branch_page(waiting.pk, None)

    def test_under_a_page_that_readers_cannot_open_it_is_not_there(self, number: int) -> None:
        page = discussion_of(number).page
        comment = many(page, 1)[0]
        page.unpublish()

        with pytest.raises(NoSuchComment):
            branch_page(comment.pk, None)
        with pytest.raises(NoSuchThread):
            discussion_of(number)
        assert turn_of(number) is None


class TestNewer:
    """What came out after a comment, in the order it came out."""

    def test_comes_in_the_order_in_which_it_came_out(self, number: int) -> None:
        page = discussion_of(number).page
        first, *rest = many(page, 4)
        late = many(page, 1, public_at=NOW + 99 * SECOND, sent_at=NOW - MINUTE)
        Comment.objects.filter(pk=rest[0].pk).update(public_at=NOW + 50 * SECOND)

        found = newer(number, first.pk)

        shown = [reply.comment.pk for reply in found.replies]
        assert shown == [rest[1].pk, rest[2].pk, rest[0].pk, late[0].pk]
        assert found.newest == late[0].pk == discussion_of(number).newest

    def test_holds_replies_and_whom_they_answer(self, number: int) -> None:
        top = many(discussion_of(number).page, 1)[0]
        one, two = below(top, 2)
        Comment.objects.filter(pk=two.pk).update(parent=one)

        found = newer(number, top.pk)

        assert [(r.comment.pk, r.to and r.to.pk) for r in found.replies] == [
            (one.pk, None),
            (two.pk, one.pk),
        ]

    def test_says_when_there_is_more(self, number: int) -> None:
        comments = many(discussion_of(number).page, NEWER + 2)

        found = newer(number, comments[0].pk)

        assert (len(found.replies), found.more) == (NEWER, True)
        assert newer(number, comments[1].pk).more is False

    def test_of_no_comment_begins_with_the_first(self, number: int) -> None:
        comments = many(discussion_of(number).page, 2)

        found = newer(number, 0)

        assert [reply.comment.pk for reply in found.replies] == [each.pk for each in comments]

    def test_than_a_comment_of_another_thread_is_refused(self, section: Section) -> None:
        one, other = an_article_to_discuss(section), an_article_to_discuss(section)
        stranger = many(other, 1)[0]

        with pytest.raises(NoSuchComment):
            newer(one.pk, stranger.pk)


def test_a_thread_that_nobody_began_can_be_asked_all_the_same(number: int) -> None:
    found = discussion_of(number)

    assert (found.number, found.newest, found.thread.comments) == (number, 0, 0)
    assert listing(number, Order.NEWEST, None).branches == []


def test_a_number_that_is_no_pages_is_refused(db: None) -> None:
    with pytest.raises(NoSuchThread):
        discussion_of(987654321)
