"""Editing fronts: `/redaktion/titelseiten/`."""

import json
from typing import Any, override

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.snippets import EditView, SnippetViewSet

from blattwerk.fronts.compose import Plan, usual_plan
from blattwerk.fronts.models import Front
from blattwerk.newsroom.models import Paper, Section


class ComposeView(EditView):
    """The form of one front; one never composed opens with what readers see now."""

    def get_object(self, queryset: Any = None) -> Front:
        front: Front = super().get_object(queryset)
        if not front.containers and self.request.method == "GET":
            front.containers = _as_stored(usual_plan(front.page))
        return front


class FrontPolicy(ModelPermissionPolicy):
    """Fronts come and go with their pages: nobody adds or deletes one by hand."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action in ("change", "view") and super().user_has_permission(user, action)

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)


class FrontListing(SnippetViewSet):
    """All fronts: the home page's and the sections'."""

    model = Front
    admin_url_namespace = "fronts"
    base_url_path = "titelseiten"
    edit_view_class = ComposeView
    icon = "home"
    menu_label = _("Fronts")
    menu_name = "fronts"
    menu_order = 20
    add_to_admin_menu = True
    copy_view_enabled = False
    list_display = ["page"]

    @override
    def get_queryset(self, request: HttpRequest) -> Any:
        return Front.objects.select_related("page").order_by("page__path")


def compose_page(request: HttpRequest, number: int) -> HttpResponse:
    """From a page to the form of its front; the page's is made when it has none yet."""
    if not request.user.has_perm("fronts.change_front"):
        raise PermissionDenied
    page = get_object_or_404(Page, pk=number, content_type__in=_fronted())
    front, _created = Front.objects.get_or_create(page_id=page.pk)
    return redirect("fronts:edit", front.pk)


def _fronted() -> list[Any]:
    return list(ContentType.objects.get_for_models(Paper, Section).values())


def _as_stored(plan: Plan) -> str:
    """The plan as the field keeps it, with room for pinned articles."""
    return json.dumps(
        [
            {"type": kind, "value": value if kind == "latest" else {"articles": [], **value}}
            for kind, value in plan
        ]
    )
