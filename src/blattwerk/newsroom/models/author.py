"""People who write."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from blattwerk.newsroom.slugs import author_slug


class Author(index.Indexed, models.Model):
    """Somebody whose name stands over articles, with a page of their own."""

    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(_("address"), max_length=140, unique=True, blank=True)
    role = models.CharField(
        _("role"), max_length=120, blank=True, help_text=_("“Foreign desk”, “Chief editor”.")
    )
    biography = models.TextField(_("about"), blank=True)
    portrait = models.ForeignKey(
        "newsroom.Picture",
        verbose_name=_("portrait"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    email = models.EmailField(_("public e-mail address"), blank=True)

    panels = [
        FieldPanel("name"),
        FieldPanel("role"),
        FieldPanel("biography"),
        FieldPanel("portrait"),
        FieldPanel("email"),
        FieldPanel("slug", read_only=True),  # an address is for ever
    ]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        if not self.slug:
            self.slug = self._free_slug()
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def get_absolute_url(self) -> str:
        return reverse("author", args=[self.slug])

    def _free_slug(self) -> str:
        wanted = author_slug(self.name)
        taken = set(
            Author.objects.filter(slug__startswith=wanted)
            .exclude(pk=self.pk)
            .values_list("slug", flat=True)
        )
        slug, number = wanted, 1
        while slug in taken:
            number += 1
            slug = f"{wanted}-{number}"
        return slug
