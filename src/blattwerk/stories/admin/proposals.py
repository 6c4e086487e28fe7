"""The desk's first page: what the system would do, with its evidence side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, override

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _now

from blattwerk.stories.admin.page import DeskPage
from blattwerk.stories.admin.queries import articles_numbered, newest_articles, proposals_open_to
from blattwerk.stories.admin.told import Eyes, Line, Told, told
from blattwerk.stories.models import Proposal, ProposalKind, Story

PER_PAGE = 10
NEWEST = 4  # articles of a story beside the one that would join it
SPLIT_AT_MOST = 100  # articles looked past to find those that would stay


@dataclass(frozen=True, kw_only=True)
class Side:
    """One of the two things to be compared."""

    story: Story | None
    lines: list[Line]
    more: int


@dataclass(frozen=True, kw_only=True)
class Case:
    """A proposal with all one needs to decide it; `following` is the next one's number."""

    proposal: Proposal
    question: str
    left: Side
    right: Side
    told: Told
    runner_up: Story | None
    following: int | None


class ProposalsPage(DeskPage):
    """`/redaktion/stories/`: what waits, ten at a time, newest first."""

    template_name = "stories/admin/proposals.html"
    here = "storydesk:index"

    def get(self, request: HttpRequest) -> HttpResponse:
        kind = request.GET.get("kind", "")
        kind = kind if kind in ProposalKind.values else ""
        waiting = proposals_open_to(request.user).order_by("-made_at", "-pk")
        shown = waiting.filter(kind=kind) if kind else waiting
        found = shown.select_related("story", "other", "article__section").defer("article__body")
        page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
        context = self.get_context_data(
            cases=cases_of(page.object_list, Eyes(request.user)),
            page=page,
            kind=kind,
            kinds=ProposalKind.choices,
        )
        return self.render_to_response(context)

    @override
    def get_page_subtitle(self) -> str:
        return _now("Proposals")


def cases_of(proposals: Sequence[Proposal] | Any, eyes: Eyes) -> list[Case]:
    """These proposals with all that is compared, in a fixed number of queries."""
    rows = list(proposals)
    told_of = {row.pk: told(row.evidence) for row in rows}
    beside = {row.story_id for row in rows} | {row.other_id for row in rows if row.other_id}
    leaving = max((len(row.articles) for row in rows), default=0)
    newest = newest_articles(beside, NEWEST + min(leaving, SPLIT_AT_MOST))
    split_off = articles_numbered(number for row in rows for number in row.articles)
    runners = {told_of[row.pk].runner_up for row in rows} - {None}
    runner_ups = Story.objects.filter(merged_into=None).in_bulk(list(runners))
    following = [*(row.pk for row in rows[1:]), rows[-2].pk if len(rows) > 1 else None]
    return [
        Case(
            proposal=row,
            question=question(row),
            left=_left(row, newest, split_off, eyes),
            right=_right(row, newest, eyes),
            told=told_of[row.pk],
            runner_up=runner_ups.get(told_of[row.pk].runner_up or 0),
            following=after,
        )
        for row, after in zip(rows, following, strict=False)
    ]


def question(proposal: Proposal) -> str:
    """What is asked, in a sentence."""
    if proposal.kind == ProposalKind.JOIN:
        names = {"story": proposal.story, "headline": proposal.article}
        return _now("Does “%(headline)s” belong to “%(story)s”?") % names
    if proposal.kind == ProposalKind.MERGE:
        names = {"story": proposal.story, "other": proposal.other}
        return _now("Are “%(other)s” and “%(story)s” one and the same affair?") % names
    return _now("Are these two affairs in “%(story)s”?") % {"story": proposal.story}


def _left(
    proposal: Proposal,
    newest: dict[int, list[Any]],
    split_off: dict[int, Any],
    eyes: Eyes,
) -> Side:
    if proposal.article is not None:
        return Side(story=None, lines=[eyes.line(proposal.article)], more=0)
    if proposal.other is not None:
        return _side(proposal.other, newest, eyes)
    found = [split_off[number] for number in proposal.articles if number in split_off]
    rest = len(found) - NEWEST
    return Side(story=None, lines=eyes.lines(found[:NEWEST]), more=max(0, rest))


def _right(proposal: Proposal, newest: dict[int, list[Any]], eyes: Eyes) -> Side:
    if proposal.kind != ProposalKind.SPLIT:
        return _side(proposal.story, newest, eyes)
    leaving = set(proposal.articles)
    staying = [each for each in newest[proposal.story_id] if each.pk not in leaving]
    staying = staying[:NEWEST]
    rest = proposal.story.parts - len(leaving) - len(staying)
    return Side(story=proposal.story, lines=eyes.lines(staying), more=max(0, rest))


def _side(story: Story, newest: dict[int, list[Any]], eyes: Eyes) -> Side:
    found = newest[story.pk][:NEWEST]
    return Side(story=story, lines=eyes.lines(found), more=max(0, story.parts - len(found)))
