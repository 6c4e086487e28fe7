"""An article's topics: what it has, what is suggested and why, what can be found and added.

The same part stands on a page of its own, in the article's editor and in the list of open
suggestions; `?mode=` says where. It works without any script; with it, only the part is exchanged.
"""

from typing import Any, override

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from blattwerk.newsroom.models import Article
from blattwerk.topics.add import add_topic
from blattwerk.topics.admin.doors import (
    ADD,
    ForThoseAtWork,
    article_to_assign,
    article_to_see,
    may_assign,
)
from blattwerk.topics.assign import assign, unassign
from blattwerk.topics.decide import accept_suggestion, refuse_suggestion
from blattwerk.topics.errors import SuggestionGone, TopicError
from blattwerk.topics.models import Suggestion, Topic
from blattwerk.topics.names import folded, tidy
from blattwerk.topics.naming import own_name
from blattwerk.topics.queries import in_order, open_suggestions, topics_called, topics_of
from blattwerk.topics.suggest import suggest_for
from blattwerk.topics.wording import reasons

PART = "topics/admin/part.html"
SHOWN_RESULTS = 12
MODES = ("editor", "queue")


def part_of(article: Article, user: Any, *, mode: str = "", query: str = "") -> dict[str, Any]:
    """What the part shows of one article."""
    return {
        "number": article.pk,
        "article": article,
        "mode": mode if mode in MODES else "",
        "may_assign": may_assign(user, article),
        "assigned": topics_of(article.pk),
        "suggestions": [
            {"row": row, "reasons": reasons(row.evidence)} for row in open_suggestions(article.pk)
        ],
        **_results(article, user, tidy(query)),
    }


def _results(article: Article, user: Any, query: str) -> dict[str, Any]:
    if not query:
        return {"query": "", "results": [], "new_name": ""}
    has = Topic.objects.filter(assignments__article=article).values("pk")
    called = in_order(Topic.objects.filter(pk__in=topics_called(query)).exclude(pk__in=has))
    wanted = folded(query)  # those called so themselves before those with such an alias
    found = sorted(called, key=lambda topic: wanted not in folded(topic.name))
    return {
        "query": query,
        "results": found[:SHOWN_RESULTS],
        "more": max(0, len(found) - SHOWN_RESULTS),
        "new_name": query if user.has_perm(ADD) and _is_free(query) else "",
    }


def _is_free(name: str) -> bool:
    try:
        own_name(name)
    except TopicError:
        return False
    return True


class ArticleView(WagtailAdminTemplateMixin, ForThoseAtWork):
    """`/redaktion/themenvorschlaege/artikel/<number>/`, whole or only the part."""

    http_method_names = ["get", "head"]
    template_name = "topics/admin/article.html"
    header_icon = "tag"
    page_title = _("Topics")

    def get(self, request: HttpRequest, number: int) -> HttpResponse:
        self.article = article_to_see(request.user, number)
        part = part_of(
            self.article,
            request.user,
            mode=request.GET.get("mode", ""),
            query=request.GET.get("q", ""),
        )
        if part["mode"]:
            return render(request, PART, part)
        return self.render_to_response(self.get_context_data(**part))

    @override
    def get_page_subtitle(self) -> str:
        return str(self.article.title)

    @override
    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("topic_desk:index"), "label": _now("Suggested topics")},
            {"url": "", "label": self.get_page_subtitle()},
        ]


class Deed(ForThoseAtWork):
    """Does something to one article's topics and answers with the part, or leads back."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, number: int, **given: int) -> HttpResponse:
        article = article_to_assign(request.user, number)
        mode = request.GET.get("mode", "")
        try:
            said, failed = self.do(article, **given), False
        except TopicError as error:
            said, failed = str(error), True
        if mode in MODES:
            part = part_of(article, request.user, mode=mode)
            return render(request, PART, {**part, "said": said, "failed": failed})
        (messages.error if failed else messages.success)(request, said)
        back = get_valid_next_url_from_request(request)
        return redirect(back) if back else redirect("topic_desk:article", number)

    def do(self, article: Article, **given: int) -> str:
        """Do it; returns the sentence. Raises TopicError."""
        raise NotImplementedError

    @property
    def who_and_when(self) -> dict[str, Any]:
        return {"by": self.request.user, "now": timezone.now()}


class Suggest(Deed):
    def do(self, article: Article, **given: int) -> str:
        found = len(suggest_for(article.pk))
        return "" if found else _now("The text suggests no topics.")


class Assign(Deed):
    def do(self, article: Article, **given: int) -> str:
        row = assign(article_id=article.pk, topic_id=given["topic"], **self.who_and_when)
        return _now("“%(topic)s” is added.") % {"topic": row.topic.name}


class AssignNew(Deed):
    """A topic that was not there yet, by its name."""

    def do(self, article: Article, **given: int) -> str:
        if not self.request.user.has_perm(ADD):
            raise TopicError(_now("You may not take up new topics; ask the chief editors."))
        topic = add_topic(name=self.request.POST.get("name", ""))
        assign(article_id=article.pk, topic_id=topic.pk, **self.who_and_when)
        return _now("“%(topic)s” is a topic now and added.") % {"topic": topic.name}


class Unassign(Deed):
    def do(self, article: Article, **given: int) -> str:
        unassign(article_id=article.pk, topic_id=given["topic"], **self.who_and_when)
        return _now("The topic is taken away; it will not be suggested again.")


class Accept(Deed):
    def do(self, article: Article, **given: int) -> str:
        number = _suggestion_of(article, given["suggestion"])
        row = accept_suggestion(suggestion_id=number, **self.who_and_when)
        return _now("“%(topic)s” is added.") % {"topic": row.topic.name}


class Refuse(Deed):
    def do(self, article: Article, **given: int) -> str:
        number = _suggestion_of(article, given["suggestion"])
        row = refuse_suggestion(suggestion_id=number, **self.who_and_when)
        return _now("“%(topic)s” will not be suggested again for this article.") % {
            "topic": row.topic.name
        }


class RefuseAll(Deed):
    def do(self, article: Article, **given: int) -> str:
        for row in open_suggestions(article.pk):
            refuse_suggestion(suggestion_id=row.pk, **self.who_and_when)
        return _now("None of these will be suggested again for this article.")


def _suggestion_of(article: Article, number: int) -> int:
    """Its number, if it is about this very article, whose door has been passed."""
    if not Suggestion.objects.filter(pk=number, article=article).exists():
        raise SuggestionGone
    return number
