"""Topics, the names they go by, and where they once stood."""

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from blattwerk.topics.media_topics import check_media_topic
from blattwerk.topics.names import sort_key, topic_slug


class Kind(models.TextChoices):
    """What a topic is."""

    THEME = "theme", _("theme")
    PERSON = "person", _("person")
    PLACE = "place", _("place")
    ORGANISATION = "organisation", _("organisation")


class Topic(models.Model):
    """A lasting theme, person, place or organisation; it has an address for ever.

    An empty address is made from the name when the topic is first stored. `changed_at` moves with
    the topic and with its aliases, so that what was read of all names can be kept until then.
    """

    name = models.CharField(_("name"), max_length=120)
    sorted_as = models.CharField(max_length=240, editable=False, db_index=True)
    slug = models.SlugField(_("address"), max_length=120, unique=True, blank=True)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.THEME)
    description = models.TextField(_("description"), blank=True, max_length=600)
    picture = models.ForeignKey(
        "newsroom.Picture",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    wikidata = models.CharField(
        _("Wikidata"),
        max_length=16,
        blank=True,
        validators=[RegexValidator(r"^Q[1-9]\d*$", _("A Wikidata number looks like Q41254."))],
    )
    media_topic = models.CharField(
        _("IPTC Media Topic"),
        max_length=8,
        blank=True,
        validators=[check_media_topic],
    )
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["sorted_as", "name"]
        permissions = [
            ("rename_topic", "Can rename topics"),
            ("merge_topic", "Can merge topics"),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        if not self.slug:
            self.slug = free_slug(self.name)
        self.sorted_as = sort_key(self.name)[0][:240]
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def get_absolute_url(self) -> str:
        return reverse("topic", args=[self.slug])


class Alias(models.Model):
    """A name by which texts call a topic; its own name needs none."""

    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="aliases")
    text = models.CharField(_("alias"), max_length=120)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("alias")
        verbose_name_plural = _("aliases")
        ordering = ["text"]
        constraints = [models.UniqueConstraint(fields=["topic", "text"], name="alias_once")]

    def __str__(self) -> str:
        return self.text


class OldAddress(models.Model):
    """Where a renamed or merged topic once stood; it leads on for ever."""

    slug = models.SlugField(max_length=120, unique=True)
    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="old_addresses")
    since = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("old address")

    def __str__(self) -> str:
        return self.slug


def free_slug(name: str, *, but: int | None = None) -> str:
    """An address from the name where no other topic stands or ever stood; `but` is asked for."""
    wanted = topic_slug(name)
    standing = Topic.objects.filter(slug__startswith=wanted)
    stood = OldAddress.objects.filter(slug__startswith=wanted)
    if but is not None:
        standing, stood = standing.exclude(pk=but), stood.exclude(topic_id=but)
    taken = {*standing.values_list("slug", flat=True), *stood.values_list("slug", flat=True)}
    slug, number = wanted, 1
    while slug in taken:
        number += 1
        slug = f"{wanted}-{number}"
    return slug
