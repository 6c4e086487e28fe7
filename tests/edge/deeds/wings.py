"""Deeds of narration, topics, stories and fronts."""

from blattwerk.fronts.models import Front
from blattwerk.narration.models import Narration, PlaylistEntry, State
from blattwerk.narration.order import switch_off
from blattwerk.narration.signals import narration_ready
from blattwerk.narration.withdraw import withdraw
from blattwerk.stories.forbid import forbid
from blattwerk.stories.merge import merge
from blattwerk.stories.move import move
from blattwerk.stories.rename import rename
from blattwerk.stories.show import hide
from blattwerk.stories.split import split
from blattwerk.stories.undo import undo
from blattwerk.topics.add import add_topic
from blattwerk.topics.assign import assign, unassign
from blattwerk.topics.change import change_topic
from blattwerk.topics.delete import delete_topic
from blattwerk.topics.merge import merge_topics
from blattwerk.topics.rename import rename_topic
from tests import factories
from tests.discussion.forum import NOW
from tests.edge.deeds.done import deed
from tests.edge.whole_paper import WholePaper

# Sound's.


@deed
def finish_a_narration(paper: WholePaper) -> None:
    factories.a_recording(paper.budget)
    narration_ready.send(sender=Narration, page_id=paper.budget.pk)


@deed
def make_a_narration_anew(paper: WholePaper) -> None:
    factories.a_recording(paper.glacier, seconds=300.0)
    narration_ready.send(sender=Narration, page_id=paper.glacier.pk)


@deed
def withdraw_a_narration(paper: WholePaper) -> None:
    withdraw(page_id=paper.glacier.pk)


@deed
def switch_a_narration_off(paper: WholePaper) -> None:
    switch_off(page_id=paper.glacier.pk)


@deed
def fail_to_narrate(paper: WholePaper) -> None:
    row, _new = Narration.objects.get_or_create(page_id=paper.vote.pk)
    row.state = State.FAILED
    row.save()


@deed
def rename_a_playlist(paper: WholePaper) -> None:
    paper.playlist.title = "Am Abend"
    paper.playlist.save()


@deed
def lengthen_a_playlist(paper: WholePaper) -> None:
    PlaylistEntry.objects.create(playlist=paper.playlist, page=paper.budget, sort_order=1)


@deed
def hide_a_playlist(paper: WholePaper) -> None:
    paper.playlist.public = False
    paper.playlist.save()


# Topics' and stories'.


@deed
def rename_a_topic(paper: WholePaper) -> None:
    rename_topic(topic_id=paper.ice.pk, name="Eiswelt", by=None, now=NOW)


@deed
def describe_a_topic(paper: WholePaper) -> None:
    change_topic(topic_id=paper.ice.pk, description="Was schmilzt.", aliases=["Ferner"])


@deed
def merge_two_topics(paper: WholePaper) -> None:
    merge_topics(into_id=paper.money.pk, other_id=paper.ice.pk, by=None, now=NOW)


@deed
def delete_a_topic(paper: WholePaper) -> None:
    delete_topic(topic_id=paper.ice.pk)


@deed
def assign_a_topic(paper: WholePaper) -> None:
    assign(article_id=paper.vote.pk, topic_id=paper.ice.pk, by=None, now=NOW)


@deed
def assign_a_new_topic(paper: WholePaper) -> None:
    topic = add_topic(name="Fähren", kind="theme", aliases=())
    assign(article_id=paper.lake.pk, topic_id=topic.pk, by=None, now=NOW)


@deed
def unassign_a_topic(paper: WholePaper) -> None:
    unassign(article_id=paper.glacier.pk, topic_id=paper.rest.pk, by=None, now=NOW)


@deed
def rename_a_story(paper: WholePaper) -> None:
    rename(story_id=paper.melting.pk, title="Ötztal", standfirst="Neu.", by=paper.lead, now=NOW)


@deed
def hide_a_story(paper: WholePaper) -> None:
    hide(story_id=paper.melting.pk, by=paper.lead, now=NOW)


@deed
def merge_two_stories(paper: WholePaper) -> None:
    merge(into_id=paper.melting.pk, other_id=paper.spending.pk, by=paper.lead, now=NOW)


@deed
def merge_two_stories_and_undo_it(paper: WholePaper) -> None:
    first = merge(into_id=paper.melting.pk, other_id=paper.spending.pk, by=paper.lead, now=NOW)
    undo(decision_id=first.pk, by=paper.lead, now=NOW)


@deed
def move_an_article_to_another_story(paper: WholePaper) -> None:
    move(article_id=paper.vote.pk, story_id=paper.melting.pk, by=paper.lead, now=NOW)


@deed
def split_a_story(paper: WholePaper) -> None:
    numbers = [paper.dam.pk]
    split(story_id=paper.melting.pk, article_ids=numbers, title="Damm", by=paper.lead, now=NOW)


@deed
def keep_an_article_out_of_a_story(paper: WholePaper) -> None:
    forbid(article_id=paper.dam.pk, story_id=paper.melting.pk, by=paper.lead, now=NOW)


# Fronts'.


@deed
def compose_the_home_page(paper: WholePaper) -> None:
    front, _new = Front.objects.get_or_create(page_id=paper.paper.pk)
    front.containers = [
        ("picks", {"title": "Wichtig", "articles": [paper.vote]}),
        ("stories", {"stories": [str(paper.melting.pk)], "size": 2}),
    ]
    front.save()


@deed
def compose_a_section(paper: WholePaper) -> None:
    front, _new = Front.objects.get_or_create(page_id=paper.abroad.pk)
    front.containers = [("lead", {"articles": [paper.lake], "size": 1})]
    front.save()
