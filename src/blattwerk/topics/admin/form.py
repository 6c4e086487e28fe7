"""The form for a topic: what it is called stands in it, saving is left to the room's deeds."""

from typing import Any, override

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from blattwerk.topics.add import add_topic
from blattwerk.topics.admin.doors import RENAME
from blattwerk.topics.change import DETAILS, change_topic
from blattwerk.topics.errors import TopicError
from blattwerk.topics.media_topics import label_of, media_topics, number_of
from blattwerk.topics.models import Topic
from blattwerk.topics.names import folded
from blattwerk.topics.naming import own_aliases, own_name
from blattwerk.topics.rename import rename_topic

_SHORT = 8  # digits of a Media Topic's number


class MediaTopicInput(forms.TextInput):
    """A field with the list of Media Topics behind it; found by label, stored by number."""

    template_name = "topics/admin/media_topic_input.html"

    @override
    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, {**(attrs or {}), "list": "bw-media-topics"})
        return {**context, "choices": media_topics(), "label": label_of(value or "")}


class TopicForm(WagtailAdminModelForm):
    """Aliases one a line; the name may be changed by those who may rename."""

    other_names = forms.CharField(
        label=_("Aliases"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_(
            "One a line: other names by which texts call it, also short forms, surnames, and "
            "adjectives such as “Wiener”. Genitives and plurals are found by themselves."
        ),
    )
    media_topic = forms.CharField(
        label=_("IPTC Media Topic"),
        required=False,
        widget=MediaTopicInput,
        help_text=_("Type a word and choose. Labels © IPTC (iptc.org), CC BY 4.0."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        topic = self.instance
        if topic.pk:
            names = topic.aliases.values_list("text", flat=True)
            self.initial["other_names"] = "\n".join(names)
            self.fields["name"].disabled = not self._may_rename()
        self.fields["description"].widget.attrs["rows"] = 3

    def clean_name(self) -> str:
        return _asked(own_name, self.cleaned_data["name"], topic=self.instance)

    def clean_media_topic(self) -> str:
        """The number; a label that means one Media Topic is as good."""
        given = self.cleaned_data["media_topic"].strip()
        if given.isdecimal() and len(given) == _SHORT:
            return given
        return number_of(given) or given

    @override
    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        lines = cleaned.get("other_names", "").splitlines()
        try:
            cleaned["other_names"] = own_aliases(
                lines, name=cleaned.get("name", ""), topic=self.instance
            )
        except TopicError as error:
            self.add_error("other_names", str(error))
        return cleaned

    @override
    @transaction.atomic
    def save(self, commit: bool = True) -> Topic:
        given = self.cleaned_data
        details = {field: given[field] for field in DETAILS & given.keys()}
        names = given["other_names"]
        if not self.instance.pk:
            topic = add_topic(name=given["name"], aliases=names, **details)
        else:
            number = self.instance.pk
            now, by = timezone.now(), self.for_user
            rename_topic(topic_id=number, name=given["name"], by=by, now=now)
            topic = change_topic(topic_id=number, aliases=self._kept(names), **details)
        self.instance.pk = topic.pk
        self.instance.refresh_from_db()
        return self.instance

    def _kept(self, names: list[str]) -> list[str]:
        """With the former name, which renaming has just made an alias."""
        former = self.initial["name"]
        same = folded(former) == folded(self.cleaned_data["name"])
        return names if same else [*names, former]

    def _may_rename(self) -> bool:
        return bool(self.for_user and self.for_user.has_perm(RENAME))


def _asked(question: Any, *args: Any, **kwargs: Any) -> Any:
    """The answer; the room's refusal as the form's."""
    try:
        return question(*args, **kwargs)
    except TopicError as error:
        raise ValidationError(str(error)) from error
