"""One item: the text as it came in beside what was read of it, and what can be done with it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from blattwerk.importing.admin.forms import CompletionForm
from blattwerk.importing.complete import complete
from blattwerk.importing.errors import AlreadyDecided, ImportingError
from blattwerk.importing.models import Item
from blattwerk.importing.reject import reject
from blattwerk.importing.reopen import reopen
from blattwerk.newsroom.models import Article


class ItemView(PermissionCheckedMixin, WagtailAdminTemplateMixin, View):
    """What the pages about one item have in common."""

    model = Item
    permission_required = "change"
    template_name = "importing/review.html"
    header_icon = "download"
    page_title = _("Incoming")

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.number: int = kwargs["number"]

    def show(self, form: CompletionForm | None = None, *, status: int = 200) -> HttpResponse:
        """The page; with the editor's own words where they were not accepted."""
        item = self.item()
        if form is None and item.state == Item.State.WAITING:
            form = CompletionForm(item, self.request.user)
        context = {"item": item, "form": form, "decisions": item.decisions.select_related("by")}
        return self.render_to_response(self.get_context_data(**context), status=status)

    def item(self) -> Item:
        found = Item.objects.select_related("article").filter(pk=self.number).first()
        if found is None:
            raise Http404
        return found

    def back(self, sentence: str) -> HttpResponse:
        """To the item, with what went wrong."""
        messages.error(self.request, sentence)
        return redirect("incoming:item", self.number)

    def get_page_subtitle(self) -> str:
        return self.item().title

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("incoming:index"), "label": str(self.page_title)},
            {"url": "", "label": self.get_page_subtitle()},
        ]


class ReviewView(ItemView):
    """The page itself."""

    http_method_names = ["get", "head"]

    def get(self, *_args: Any, **_kwargs: Any) -> HttpResponse:
        return self.show()


class CompleteView(ItemView):
    """Publish what the editor completed, or make it a draft."""

    publish = True
    http_method_names = ["post"]

    def post(self, request: HttpRequest, number: int) -> HttpResponse:
        form = CompletionForm(self.item(), request.user, request.POST, publish=self.publish)
        if not form.is_valid():
            messages.error(request, _now("Nothing was changed: please look at the marked fields."))
            return self.show(form, status=422)
        try:
            article = complete(
                number=number, piece=form.piece(), user=request.user, publish=self.publish
            )
        except AlreadyDecided as error:
            messages.error(request, str(error))
            return self.show(status=409)
        except ImportingError as error:
            form.add_error(None, str(error))
            return self.show(form, status=409)
        return self.done(article)

    def done(self, article: Article) -> HttpResponse:
        said = _now("“%(headline)s” is published.") % {"headline": article.title}
        seen = messages.button(article.url, _now("View live"), new_window=False)
        messages.success(self.request, said, buttons=[seen])
        return redirect("incoming:index")


class DraftView(CompleteView):
    """A draft goes on in Wagtail's editor."""

    publish = False

    def done(self, article: Article) -> HttpResponse:
        said = _now("“%(headline)s” is a draft now.") % {"headline": article.title}
        messages.success(self.request, said)
        return redirect("wagtailadmin_pages:edit", article.pk)


class RejectView(ItemView):
    """Out of the queue; it can be taken back."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, number: int) -> HttpResponse:
        self.item()
        try:
            item = reject(number=number, user=request.user, why=request.POST.get("why", "")[:500])
        except ImportingError as error:
            return self.back(str(error))
        messages.success(request, _now("“%(title)s” is rejected.") % {"title": item.title})
        return redirect("incoming:index")


class ReopenView(ItemView):
    """Back into the queue."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, number: int) -> HttpResponse:
        self.item()
        try:
            item = reopen(number=number, user=request.user)
        except ImportingError as error:
            return self.back(str(error))
        messages.success(request, _now("“%(title)s” waits again.") % {"title": item.title})
        return redirect("incoming:item", number)
