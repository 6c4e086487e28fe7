"""What an editor fills in to complete a text that waits."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminAutoHeightTextInput

from blattwerk.importing.doubts import by_field, doubts_to_settle
from blattwerk.importing.markup import from_markup, to_markup
from blattwerk.importing.models import Item
from blattwerk.importing.piece import Piece, moment, piece_of
from blattwerk.importing.queries import section_called, sections_to_publish_in
from blattwerk.importing.stored import from_store
from blattwerk.newsroom.models import Section

FIRST_DAY = date(1600, 1, 1)  # the oldest newspaper is younger


class CompletionForm(forms.Form):
    """Begins with what was read; a draft may lack its date and its text, an article nothing."""

    kicker = forms.CharField(label=_("Kicker"), required=False)
    headline = forms.CharField(label=_("Headline"), required=False)
    section = forms.ModelChoiceField(
        label=_("Section"),
        queryset=Section.objects.none(),
        required=False,
        empty_label=_("– choose –"),
    )
    day = forms.DateField(
        label=_("Date of publication"),
        required=False,
        input_formats=["%Y-%m-%d", "%d.%m.%Y"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )
    time = forms.TimeField(
        label=_("Time"),
        required=False,
        input_formats=["%H:%M", "%H:%M:%S"],
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
        help_text=_("Empty: only the day is known, no time is printed."),
    )
    authors = forms.CharField(
        label=_("Authors"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One name a line."),
    )
    source = forms.CharField(label=_("Source"), required=False)
    lead = forms.CharField(
        label=_("Lead"), required=False, widget=AdminAutoHeightTextInput(attrs={"rows": 4})
    )
    body = forms.CharField(
        label=_("Text"),
        required=False,
        widget=AdminAutoHeightTextInput(attrs={"rows": 18}),
        help_text=_(
            "An empty line between paragraphs. “## ” begins a subheading, “- ” an item of a list, "
            "“> ” a quote."
        ),
    )

    def __init__(self, item: Item, user: Any, data: Any = None, *, publish: bool = True) -> None:
        piece = piece_of(
            from_store(item.kind, item.reading), section=section_called(item.reading["section"])
        )
        super().__init__(data, initial=_initial(piece))
        self.publish = publish
        numbers = [section.pk for section in sections_to_publish_in(user)]
        self.fields["section"].queryset = Section.objects.filter(  # type: ignore[attr-defined]
            pk__in=numbers
        ).order_by("path")
        self.doubtful = by_field(item.doubts)

    def clean_day(self) -> date | None:
        day: date | None = self.cleaned_data["day"]
        if day and day < FIRST_DAY:
            raise ValidationError(_now("This day is too long ago for a newspaper."))
        return day

    def clean(self) -> dict[str, Any]:
        super().clean()
        if not self.errors:
            self._refuse_what_is_missing()
        return self.cleaned_data

    def piece(self) -> Piece:
        """The article as the editor completed it."""
        given = self.cleaned_data
        day = given["day"]
        return Piece(
            headline=" ".join(given["headline"].split()),
            kicker=" ".join(given["kicker"].split()),
            section=given["section"],
            section_name=given["section"].title if given["section"] else "",
            published_at=moment(day, given["time"]) if day else None,
            day_only=bool(day) and given["time"] is None,
            authors=[name.strip() for name in given["authors"].splitlines() if name.strip()],
            source=given["source"].strip(),
            lead=" ".join(given["lead"].split()),
            blocks=from_markup(given["body"]),
        )

    def _refuse_what_is_missing(self) -> None:
        doubts = doubts_to_settle(self.piece(), publish=self.publish, now=timezone.now())
        for field, reasons in by_field(doubts).items():
            self.add_error(field, [ValidationError(reason) for reason in reasons])


def _initial(piece: Piece) -> dict[str, Any]:
    when = (
        timezone.localtime(piece.published_at, timezone.get_default_timezone())
        if piece.published_at
        else None
    )
    return {
        "kicker": piece.kicker,
        "headline": piece.headline,
        "section": piece.section.pk if piece.section else None,
        "day": when.date() if when else None,
        "time": when.time() if when and not piece.day_only else None,
        "authors": "\n".join(piece.authors),
        "source": piece.source,
        "lead": piece.lead,
        "body": to_markup(piece.blocks),
    }
