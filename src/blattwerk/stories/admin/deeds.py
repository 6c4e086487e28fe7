"""What editors decide about stories; each deed is a POST to an address of its own.

The answer is a sentence, whether it was done or refused.
"""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request

from blattwerk.newsroom.models import Article
from blattwerk.shell.moments import moment
from blattwerk.stories.admin.doors import AtTheDesk, may_place
from blattwerk.stories.admin.page import story_to_see
from blattwerk.stories.admin.told import articles_in
from blattwerk.stories.errors import NoSuchStory, StoryError
from blattwerk.stories.lock import lock, unlock
from blattwerk.stories.merge import keep_apart, merge
from blattwerk.stories.models import Decision, Deed, Story
from blattwerk.stories.pin import pin, unpin
from blattwerk.stories.show import hide, publish
from blattwerk.stories.undo import undo

LONGEST_REASON = 300
PLACINGS = (Deed.PLACE, Deed.FORBID, Deed.TAKE_OUT, Deed.BEGIN)


class DeskDeed(AtTheDesk):
    """Decides something and leads back, with a sentence; a refusal is a sentence too."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, number: int) -> HttpResponse:
        self.back = redirect("storydesk:index")
        try:
            messages.success(request, self.do(number))
        except StoryError as error:
            messages.error(request, str(error))
        wanted = get_valid_next_url_from_request(request)
        return redirect(wanted) if wanted else self.back

    def do(self, number: int) -> str:
        """Do it; returns the sentence. Raises StoryError, Http404, PermissionDenied."""
        raise NotImplementedError

    @property
    def why(self) -> str:
        """The reason, which nobody has to give."""
        return " ".join(self.request.POST.get("why", "").split())[:LONGEST_REASON]

    def story_named(self, field: str) -> Story:
        """The story whose number was sent. Raises NoSuchStory."""
        asked = self.request.POST.get(field, "")
        number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 16 else 0
        story = Story.objects.filter(pk=number, merged_into=None).first()
        if story is None:
            raise NoSuchStory(number)
        return story


class StoryDeed(DeskDeed):
    """One of those that need nothing but the story."""

    deed: Callable[..., Any]
    said: Any

    def do(self, number: int) -> str:
        story = story_to_see(number)
        self.back = redirect("storydesk:story", story.pk)
        self.deed(story_id=story.pk, why=self.why, **self.signed)
        return str(self.said) % {"title": story.title}


class Lock(StoryDeed):
    deed = staticmethod(lock)
    said = gettext_lazy("“%(title)s” is locked; the system changes nothing in it.")


class Unlock(StoryDeed):
    deed = staticmethod(unlock)
    said = gettext_lazy("“%(title)s” is open again; new articles find their way into it.")


class Pin(StoryDeed):
    deed = staticmethod(pin)
    said = gettext_lazy("“%(title)s” is pinned; it finds new articles however old it is.")


class Unpin(StoryDeed):
    deed = staticmethod(unpin)
    said = gettext_lazy("“%(title)s” is no longer pinned.")


class Publish(StoryDeed):
    deed = staticmethod(publish)
    said = gettext_lazy("Readers see “%(title)s”.")


class Hide(StoryDeed):
    deed = staticmethod(hide)
    said = gettext_lazy("Readers no longer see “%(title)s”; its articles stay where they are.")


class Merge(DeskDeed):
    """Another story goes into this one."""

    def do(self, number: int) -> str:
        story, other = story_to_see(number), self.story_named("other")
        self.back = redirect("storydesk:story", story.pk)
        merge(into_id=story.pk, other_id=other.pk, why=self.why, **self.signed)
        return _("“%(other)s” went into “%(title)s”; its old address leads there.") % {
            "other": other.title,
            "title": story.title,
        }


class KeepApart(DeskDeed):
    """Another story is never to be merged with this one."""

    def do(self, number: int) -> str:
        story, other = story_to_see(number), self.story_named("other")
        self.back = redirect("storydesk:story", story.pk)
        keep_apart(story_id=story.pk, other_id=other.pk, why=self.why, **self.signed)
        return _("“%(other)s” and “%(title)s” stay apart.") % {
            "other": other.title,
            "title": story.title,
        }


class Undo(DeskDeed):
    """Takes a decision back; one about an article by those who may edit it."""

    def do(self, number: int) -> str:
        decision = Decision.objects.filter(pk=number).first()
        if decision is None:
            raise Http404
        self._refuse_strangers(decision)
        if decision.story_id:
            self.back = redirect("storydesk:story", decision.story_id)
        undo(decision_id=number, **self.signed)
        return _("Undone: “%(deed)s”, %(moment)s.") % {
            "deed": decision.get_deed_display(),
            "moment": moment(decision.at),
        }

    def _refuse_strangers(self, decision: Decision) -> None:
        if decision.deed not in PLACINGS:
            return
        for article in Article.objects.filter(pk__in=articles_in(decision)).defer("body"):
            if not may_place(self.request.user, article):
                raise PermissionDenied
