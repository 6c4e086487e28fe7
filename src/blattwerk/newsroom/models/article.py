"""Articles and the names over them."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    FieldPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.fields import StreamField
from wagtail.models import Orderable, PageManager
from wagtail.query import PageQuerySet

from blattwerk.common.made_of import made_of
from blattwerk.common.speakable import SpeechDetails, Unit
from blattwerk.newsroom.admin.article_form import ArticleForm
from blattwerk.newsroom.blocks import Body
from blattwerk.newsroom.models.author import Author
from blattwerk.newsroom.models.section import Section
from blattwerk.newsroom.permissions import ArticlePermissions
from blattwerk.newsroom.presenting import PresentedPage
from blattwerk.newsroom.slugs import headline_slug
from blattwerk.newsroom.speaking import details_of_article, units_of_article
from blattwerk.newsroom.wording import body_text, text_digest


class ArticleQuerySet(PageQuerySet):
    """Articles as readers ask for them."""

    def newest_first(self) -> "ArticleQuerySet":
        return self.order_by("-published_at", "-pk")

    def for_cards(self) -> "ArticleQuerySet":
        """With all that a card or a list line shows, and without the bodies."""
        return (
            self.select_related("section", "lead_picture")
            .prefetch_related(Prefetch("bylines", Byline.objects.select_related("author")))
            .defer("body")
        )


class Article(PresentedPage):
    """One article; `title` is its headline.

    `published_at` is the printed time of publication, which an editor may set; never the time of
    an import. `text_changed_at` moves only when readers would read something else.
    """

    kicker = models.CharField(_("kicker"), max_length=160, blank=True)
    lead = models.TextField(_("lead"), blank=True)
    body = StreamField(Body(), verbose_name=_("body"), blank=True)
    lead_picture = models.ForeignKey(
        "newsroom.Picture",
        verbose_name=_("lead picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    lead_caption = models.CharField(
        _("caption"),
        max_length=400,
        blank=True,
        help_text=_("Takes the place of the picture's usual caption."),
    )
    source = models.CharField(
        _("source"),
        max_length=120,
        blank=True,
        help_text=_("Desk, agency or paper, where no author is named: “APA”."),
    )
    published_at = models.DateTimeField(
        _("time of publication"),
        null=True,
        blank=True,
        help_text=_("As printed. Empty: the moment it is first published."),
    )
    published_day_only = models.BooleanField(
        _("only the day is known"), default=False, help_text=_("Then no time is printed.")
    )
    # Kept by save(): the parent as a column, so that lists need no tree; what the text was.
    section = models.ForeignKey(
        Section,
        verbose_name=_("section"),
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="articles",
    )
    text_changed_at = models.DateTimeField(null=True, editable=False)
    text_digest = models.CharField(max_length=64, editable=False, default="")

    # Known to Django, not to the type checker.
    slug: str
    section_id: int | None
    was_live = False  # whether readers could read it before the last save()

    objects = PageManager.from_queryset(ArticleQuerySet)()

    base_form_class = ArticleForm
    content_panels = [
        FieldPanel("kicker", help_text=_("Two to five words that say where or what it is about.")),
        # No TitleFieldPanel: its script would make the address, and does not know German.
        FieldPanel(
            "title",
            heading=_("Headline"),
            classname="title",
            help_text=_("Best below 70 characters."),
        ),
        FieldPanel("lead", help_text=_("One or two sentences with the news, 25 to 45 words.")),
        MultiFieldPanel(
            [FieldPanel("lead_picture"), FieldPanel("lead_caption")], heading=_("Lead picture")
        ),
        InlinePanel("bylines", heading=_("Authors"), label=_("author")),
        FieldPanel("source"),
        FieldPanel("body"),
    ]
    settings_panels = [
        MultiFieldPanel(
            [FieldPanel("published_at"), FieldPanel("published_day_only")],
            heading=_("Time of publication"),
        ),
        *PresentedPage.settings_panels,
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading=_("Article")),
            ObjectList(settings_panels, heading=_("Publication")),
            ObjectList(PresentedPage.promote_panels, heading=_("Search engines")),
        ],
        base_form_class=ArticleForm,
    )
    parent_page_types = ["newsroom.Section"]
    subpage_types: list[str] = []
    # A copy is a new article: it has its own time, and nobody has read it yet.
    exclude_fields_in_copy = [
        "published_at",
        "published_day_only",
        "text_changed_at",
        "text_digest",
    ]
    show_in_menus_default = False

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        indexes = [
            models.Index(fields=["section", "-published_at"], name="article_by_section"),
            models.Index(fields=["-published_at"], name="article_by_time"),
        ]

    def _set_core_field_defaults(self) -> None:
        """Wagtail asks for the slug here; German headlines want their umlauts written out."""
        placed = bool(self.path or getattr(self, "_cached_parent_obj", None))
        if not self.slug and self.title and placed:
            self.slug = self._get_autogenerated_slug(headline_slug(self.title))
        super()._set_core_field_defaults()

    def clean(self) -> None:
        super().clean()
        now = timezone.now()
        if self.published_at and self.published_at > max(now, self.go_live_at or now):
            raise ValidationError(
                {
                    "published_at": _(
                        "This time is still to come. To publish later, leave it empty and "
                        "schedule the publication."
                    )
                }
            )

    def save(self, *args: Any, **kwargs: Any) -> None:
        if kwargs.get("update_fields") is None:
            self._note_section()
            if self.live:
                self.was_live = Article.objects.live().filter(pk=self.pk).exists()
                self._note_text(timezone.now())
        super().save(*args, **kwargs)

    def with_content_json(self, content: dict[str, Any]) -> "Article":
        """A revision's article; what belongs to the page as a whole stays as it is."""
        article: Article = super().with_content_json(content)
        article.section_id = self.section_id
        article.text_changed_at = self.text_changed_at
        article.text_digest = self.text_digest
        if article.published_at is None:
            article.published_at = self.published_at
        return article

    def get_url_parts(self, request: Any = None) -> tuple[Any, ...] | None:
        """Section, readable words and the number that finds the article for ever."""
        parts = super().get_url_parts(request)
        if parts is None or parts[2] is None:
            return parts
        site, root, path = parts
        return site, root, f"{path.rstrip('/')}-{self.pk}/"

    def permissions_for_user(self, user: Any) -> ArticlePermissions:
        return ArticlePermissions(user, self)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """At its own address; from any other that its number was found by, the way there."""
        address = self.get_url(request)
        if getattr(request, "is_preview", False) or not address or request.path == address:
            return super().serve(request, *args, **kwargs)
        made_of(request, f"article-{self.pk}", f"section-{self.section_id}")
        return redirect(address, permanent=True)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """An article that is not stored yet is shown as it would stand: in its section, now."""
        if self.section_id is None:
            parent = self.get_parent()
            self.section = parent.specific if parent else None
        if self.published_at is None:
            self.published_at = timezone.now()
        return super().serve_preview(request, mode_name)

    @property
    def updated_at(self) -> datetime | None:
        """When readers last got another text, if they did after publication."""
        if self.text_changed_at and self.published_at and self.text_changed_at > self.published_at:
            return self.text_changed_at
        return None

    @property
    def authors(self) -> list[Author]:
        """The people named over the article, in order."""
        return [byline.author for byline in self.bylines.all()]

    def speech_units(self) -> list[Unit]:
        """What is heard when the article is read aloud (`common.speakable`)."""
        return units_of_article(self)

    def speech_details(self) -> SpeechDetails:
        """What a recording of the article says of itself."""
        return details_of_article(self)

    @property
    def plain_text(self) -> str:
        """Lead and body as plain text, for search and feeds."""
        return "\n".join(part for part in (self.lead, body_text(self.body)) if part)

    def _note_section(self) -> None:
        parent = self.get_parent() if self.path else None
        if parent is not None and parent.pk != self.section_id:
            self.section_id = parent.pk if isinstance(parent.specific, Section) else None

    def _note_text(self, now: datetime) -> None:
        if self.published_at is None:
            self.published_at = self.first_published_at or now
        digest = text_digest(self)
        if self.text_digest and digest != self.text_digest:
            self.text_changed_at = now
        self.text_digest = digest


class Byline(Orderable):
    """One name over one article; `role` as it was for this article."""

    article = ParentalKey(Article, on_delete=models.CASCADE, related_name="bylines")
    author = models.ForeignKey(
        Author, verbose_name=_("author"), on_delete=models.PROTECT, related_name="bylines"
    )
    role = models.CharField(_("role"), max_length=120, blank=True)

    panels = [FieldPanel("author"), FieldPanel("role")]

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(fields=["article", "author"], name="author_named_once")
        ]

    @property
    def shown_role(self) -> str:
        return self.role or self.author.role
