"""A new article: the section is asked for only where there is a choice."""

from typing import Any, override

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.pages.choose_parent import ChooseParentView

from blattwerk.newsroom.models import Article, Section
from blattwerk.newsroom.queries import sections_to_write_in


class SectionForm(forms.Form):
    """One of the sections the editor may write in."""

    parent_page = forms.ModelChoiceField(
        label=_("Section"),
        queryset=Section.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
    )

    def __init__(self, user: Any, *args: Any) -> None:
        super().__init__(*args)
        self.fields["parent_page"].queryset = sections_to_write_in(user)  # type: ignore[attr-defined]


class ChooseSection(ChooseParentView):
    """Straight to the form where the editor has one section; else a short choice."""

    model = Article
    page_title = _("New article")
    index_url_name = "articles:index"

    def get_valid_parent_pages(self, user: Any) -> Any:
        return sections_to_write_in(user)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        asked = request.GET.get("section", "")
        for section in sections_to_write_in(request.user):
            if str(section.pk) == asked:
                return redirect("wagtailadmin_pages:add", "newsroom", "article", section.pk)
        return super().get(request, *args, **kwargs)

    @override
    def get_form(self, form_class: Any = None) -> SectionForm:
        if self.request.method == "POST":
            return SectionForm(self.request.user, self.request.POST)
        return SectionForm(self.request.user)

    def get_page_subtitle(self) -> str:
        return ""
