"""Where a closed discussion leads: what editors pin goes before what the paper finds."""

from typing import Any, override

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _now
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.models import Page

from blattwerk.common.numbered import number_in
from blattwerk.discussion.admin.doors import Signed, asked
from blattwerk.discussion.current import OpenTest
from blattwerk.discussion.errors import DiscussionError
from blattwerk.discussion.models import PinnedLead
from blattwerk.discussion.registry import open_discussions
from blattwerk.discussion.ruling import of_page
from blattwerk.discussion.ruling.doors import page_to_rule
from blattwerk.discussion.ruling.errors import NoPageNamed
from blattwerk.newsroom.queries import published_articles

MOST_FOUND = 20


class Leads(WagtailAdminTemplateMixin, Signed):
    """`/redaktion/diskussionsregeln/seite/7/anschluss/`, for those who may edit the page."""

    http_method_names = ["get", "head", "post"]
    template_name = "discussion/ruling/leads.html"
    header_icon = "comment"

    def get(self, request: HttpRequest, number: int) -> HttpResponse:
        self.page = page_to_rule(request.user, number)
        query = asked(request)
        test = OpenTest(self.now)
        pinned = [pin.page for pin in _pins(self.page)]
        found = _found(query) if query else open_discussions(self.page, test, test.now)
        taken = {self.page.pk, *(each.pk for each in pinned)}
        context = self.get_context_data(
            page=self.page,
            query=query,
            pinned=_lines(pinned, test),
            found=_lines([each for each in found if each.pk not in taken], test),
        )
        return self.render_to_response(context)

    def post(self, request: HttpRequest, number: int) -> HttpResponse:
        page = page_to_rule(request.user, number)
        deed = of_page.unpin_lead if "unpin" in request.POST else of_page.pin_lead
        chosen = request.POST.get("unpin") or request.POST.get("pin", "")
        try:
            deed(page=page, to=_page_numbered(chosen), **self.signed)
        except DiscussionError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _now("Saved."))
        return redirect("forumrules:leads", number)

    @override
    def get_page_title(self) -> str:
        return _now("Where the discussion leads on")

    @override
    def get_page_subtitle(self) -> str:
        return str(self.page.title)


def _pins(page: Page) -> Any:
    pins = PinnedLead.objects.filter(thread_id=page.pk).select_related("page")
    return pins.order_by("at", "pk")


def _found(query: str) -> list[Page]:
    found = published_articles().filter(title__icontains=query).defer("body")
    return list(found[:MOST_FOUND])


def _lines(pages: list[Page], test: OpenTest) -> list[dict[str, Any]]:
    test.look_at(pages)
    return [{"number": each.pk, "title": each.title, "open": test(each)} for each in pages]


def _page_numbered(text: str) -> Page:
    page = Page.objects.live().filter(pk=number_in(text) or 0, depth__gt=1).first()
    if page is None:
        raise NoPageNamed
    return page
