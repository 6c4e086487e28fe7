"""One page's narration: its state, its sound, what can be done, and how each sentence is read."""

from typing import Any, override

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import HeaderButton
from wagtail.models import Page

from blattwerk.narration.admin.doors import WORDS, ForThoseAtWork, may_act, page_to_see
from blattwerk.narration.admin.facts import facts
from blattwerk.narration.models import HumanRecording, Narration
from blattwerk.narration.models.recording import LANGUAGES
from blattwerk.narration.pages import script_of
from blattwerk.narration.queries import current_recording


class PageView(WagtailAdminTemplateMixin, ForThoseAtWork):
    """`/redaktion/hoeren/<number>/`, for those who work in the page's section."""

    http_method_names = ["get", "head"]
    template_name = "narration/admin/page.html"
    header_icon = "bw-listen"
    page_title = _("Read aloud")

    def get(self, _request: HttpRequest, number: int) -> HttpResponse:
        self.page = page_to_see(self.request.user, number)
        return self.render_to_response(self.get_context_data())

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        recording = current_recording(self.page.pk)
        script = script_of(as_heard(self.page))
        return super().get_context_data(
            page=self.page,
            row=Narration.objects.filter(pk=self.page.pk).first(),
            sound=facts(recording) if recording else None,
            recording=recording,
            reading=HumanRecording.objects.filter(page_id=self.page.pk).first(),
            script=script,
            lines=[line for line in script.lines if line.written or line.spoken],
            languages=LANGUAGES,
            may_act=may_act(user, self.page),
            may_teach=any(user.has_perm(right) for right in WORDS),
            **kwargs,
        )

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        if not self.page.permissions_for_user(self.request.user).can_edit():
            return []
        edit = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        return [HeaderButton(_("Edit article"), url=edit, icon_name="edit")]

    @override
    def get_page_subtitle(self) -> str:
        return str(self.page.title)

    @override
    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("listening:index"), "label": str(self.page_title)},
            {"url": "", "label": self.get_page_subtitle()},
        ]


def as_heard(page: Page) -> Any:
    """What readers hear; of a page that is not published, what they would hear."""
    return page if page.live else page.get_latest_revision_as_object()
