"""Stories: the page of one, the list of all, and what the discovery panel fetches."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from blattwerk.common.made_of import made_of
from blattwerk.common.until import within
from blattwerk.reading.pager import number_of_page
from blattwerk.reading.queues import heard_of_story, spoken_lines
from blattwerk.reading.story_list import all_stories
from blattwerk.reading.timeline import course
from blattwerk.stories.models import Story
from blattwerk.stories.queries import current_stories, story_by_number, timeline

DISCOVERED = 16  # so that a reader who knows many still finds some


@require_safe
def story(request: HttpRequest, slug: str, pk: str) -> HttpResponse:  # noqa: ARG001  # the number finds it
    try:
        found = story_by_number(int(pk))
    except Story.DoesNotExist as error:
        raise Http404 from error
    made_of(request, f"story-{found.pk}", f"story-{int(pk)}", "articles", "narrations")
    if request.path != found.get_absolute_url():
        return redirect(found, permanent=True)
    return render(request, "reading/stories/story.html", _told(request, found))


@require_safe
def stories(request: HttpRequest) -> HttpResponse:
    made_of(request, "stories", "articles", until=within(minutes=10))
    shown = all_stories(timezone.now(), number_of_page(request))
    if shown is None:
        raise Http404
    return render(request, "reading/stories/list.html", {"shown": shown})


@require_safe
def story_discovery(request: HttpRequest) -> HttpResponse:
    """The same list for every reader; their own browser leaves out what they know."""
    made_of(request, "stories", "articles", until=within(minutes=10))
    cards = current_stories(timezone.now(), limit=DISCOVERED)
    return render(request, "reading/stories/discovery.html", {"cards": cards})


def _told(request: HttpRequest, story: Story) -> dict[str, object]:
    number = number_of_page(request)
    shown = course(timeline(story), number)
    if not shown.chapters:
        raise Http404
    first = number == 1
    return {
        "page": story,
        "story": story,
        "shown": shown,
        "newest": shown.chapters[0].articles[0] if first else None,
        "listen": spoken_lines(heard_of_story(story)) if first else [],
    }
