"""What an article's body is built of. How each looks stands in reading's templates."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.images.blocks import ImageChooserBlock

from blattwerk.newsroom.embeds import provider_of

INLINE = ["bold", "italic", "link"]
TABLE_OPTIONS = {"minSpareRows": 0, "startRows": 3, "startCols": 3, "language": "de-DE"}


class Quote(blocks.StructBlock):
    """Somebody's words, with their name and role."""

    text = blocks.TextBlock(label=_("quote"), rows=3, help_text=_("Without quotation marks."))
    speaker = blocks.CharBlock(label=_("speaker"), required=False, max_length=120)
    role = blocks.CharBlock(label=_("role"), required=False, max_length=160)

    class Meta:
        icon = "openquote"
        label = _("Quote")


class PictureInText(blocks.StructBlock):
    """One picture; its own caption takes the place of the picture's usual one."""

    picture = ImageChooserBlock(label=_("picture"))
    caption = blocks.CharBlock(label=_("caption"), required=False, max_length=400)

    class Meta:
        icon = "image"
        label = _("Picture")


class Gallery(blocks.StructBlock):
    """Several pictures in a row."""

    title = blocks.CharBlock(label=_("title"), required=False, max_length=160)
    pictures = blocks.ListBlock(PictureInText(), label=_("pictures"), min_num=2)

    class Meta:
        icon = "image"
        label = _("Gallery")


class Listing(blocks.StructBlock):
    """A list with points or numbers."""

    ordered = blocks.BooleanBlock(label=_("numbered"), required=False)
    items = blocks.ListBlock(blocks.TextBlock(rows=1, label=_("item")), label=_("items"))

    class Meta:
        icon = "list-ul"
        label = _("List")


class Cells(TableBlock):
    """A table's cells; one that nobody has touched is empty, not missing."""

    def value_from_form(self, value: Any) -> Any:
        return super().value_from_form(value) or {"data": []}

    def to_python(self, value: Any) -> Any:
        return super().to_python(value or {"data": []})

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if not any(any(row) for row in cleaned["data"]):
            raise ValidationError(_now("The table is empty; fill it in or remove it."))
        return cleaned


class Table(blocks.StructBlock):
    """A table with an optional caption."""

    caption = blocks.CharBlock(label=_("table's title"), required=False, max_length=200)
    table = Cells(label=_("table"), table_options=TABLE_OPTIONS)

    class Meta:
        icon = "table"
        label = _("Table")


class FactBoxText(blocks.StreamBlock):
    """What a fact box may hold."""

    paragraph = blocks.RichTextBlock(label=_("Paragraph"), features=INLINE, icon="pilcrow")
    list = Listing()


class FactBox(blocks.StructBlock):
    """Background beside the news."""

    title = blocks.CharBlock(label=_("title"), max_length=160)
    body = FactBoxText(label=_("text"))

    class Meta:
        icon = "info-circle"
        label = _("Fact box")


class Related(blocks.StructBlock):
    """“Read also”: other articles of the paper."""

    articles = blocks.ListBlock(
        blocks.PageChooserBlock(page_type="newsroom.Article", label=_("article")),
        label=_("articles"),
        max_num=5,
    )

    class Meta:
        icon = "link"
        label = _("Read also")


class Embed(blocks.StructBlock):
    """Something from elsewhere that loads only when the reader asks for it."""

    url = blocks.URLBlock(label=_("address"))
    title = blocks.CharBlock(
        label=_("title"), max_length=200, help_text=_("What is to be seen or heard there.")
    )
    picture = ImageChooserBlock(label=_("picture"), required=False)

    class Meta:
        icon = "media"
        label = _("Embed")

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if provider_of(cleaned["url"]) is None:
            raise blocks.StructBlockValidationError(
                block_errors={
                    "url": ValidationError(
                        _now(
                            "This address is from no service that can be embedded. "
                            "Set an ordinary link in a paragraph instead."
                        )
                    )
                }
            )
        return cleaned


class StandingBody(blocks.StreamBlock):
    """The text of a standing page."""

    paragraph = blocks.RichTextBlock(label=_("Paragraph"), features=INLINE, icon="pilcrow")
    subheading = blocks.CharBlock(label=_("Subheading"), max_length=200, icon="title")
    list = Listing()
    table = Table()


class Body(StandingBody):
    """The text of an article."""

    quote = Quote()
    picture = PictureInText()
    gallery = Gallery()
    fact_box = FactBox()
    related = Related()
    embed = Embed()
