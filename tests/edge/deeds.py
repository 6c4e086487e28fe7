"""All that changes what readers see, each as one deed on the whole paper."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

from wagtail.contrib.redirects.models import Redirect

from blattwerk.accounts.choose_name import choose_name
from blattwerk.accounts.erase import erase_reader
from blattwerk.discussion import change, decide
from blattwerk.discussion.close import close_thread, reopen_thread
from blattwerk.discussion.models import RuleSet
from blattwerk.discussion.rules.read import from_plain
from blattwerk.discussion.ruling.of_page import pin_lead, switch_discussion
from blattwerk.discussion.ruling.set_rules import set_rules
from blattwerk.discussion.ruling.set_wording import set_wording
from blattwerk.discussion.set_switch import set_lengths, turn_help
from blattwerk.discussion.undo import undo as undo_in_forum
from blattwerk.discussion.write import write_comment
from blattwerk.fronts.models import Front
from blattwerk.narration.models import Narration, PlaylistEntry, State
from blattwerk.narration.order import switch_off
from blattwerk.narration.signals import narration_ready
from blattwerk.narration.withdraw import withdraw
from blattwerk.newsroom.found import open_section
from blattwerk.newsroom.models import Article, Author, Paper, Section, StandingPage
from blattwerk.newsroom.schedule import publish_due
from blattwerk.search.index import catch_up
from blattwerk.stories.forbid import forbid
from blattwerk.stories.merge import merge
from blattwerk.stories.move import move
from blattwerk.stories.place import place
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
from tests.discussion import forum
from tests.discussion.forum import NOW
from tests.edge.whole_paper import WholePaper, republished

Deed = Callable[[WholePaper], Any]
DEEDS: list[Deed] = []


def deed(done: Deed) -> Deed:
    DEEDS.append(done)
    return done


# The newsroom's.


@deed
def publish_a_draft(paper: WholePaper) -> None:
    paper.draft.get_latest_revision().publish()


@deed
def publish_on_schedule(paper: WholePaper) -> None:
    draft = Article.objects.get(pk=paper.draft.pk)
    draft.go_live_at = NOW - timedelta(minutes=1)
    draft.save_revision(approved_go_live_at=draft.go_live_at)
    publish_due(now=NOW)


@deed
def publish_in_a_story(paper: WholePaper) -> None:
    new = factories.an_article(
        paper.abroad, published_at=NOW, headline="Gletscher im Ötztal bricht", kicker="Alpen"
    )
    place(new.pk, now=NOW)


@deed
def correct_a_headline(paper: WholePaper) -> None:
    republished(paper.glacier, title="Gletscher im Ötztal wächst")


@deed
def correct_a_text(paper: WholePaper) -> None:
    republished(paper.budget, body=[("paragraph", "<p>Eine andere Zahl.</p>")])


@deed
def correct_a_lead_of_another_section(paper: WholePaper) -> None:
    republished(paper.vote, lead="Kurze Nacht.")


@deed
def sign_an_article(paper: WholePaper) -> None:
    article = Article.objects.get(pk=paper.budget.pk)
    article.bylines.add(article.bylines.model(author=paper.mira, sort_order=0))
    article.save_revision().publish()


@deed
def date_an_article_back(paper: WholePaper) -> None:
    republished(paper.lake, published_at=NOW - timedelta(days=300))


@deed
def unpublish_an_article(paper: WholePaper) -> None:
    Article.objects.get(pk=paper.dam.pk).unpublish()


@deed
def unpublish_an_article_and_place_it(paper: WholePaper) -> None:
    Article.objects.get(pk=paper.glacier.pk).unpublish()
    place(paper.glacier.pk, now=NOW)


@deed
def delete_an_article(paper: WholePaper) -> None:
    Article.objects.get(pk=paper.glacier.pk).delete()


@deed
def move_an_article(paper: WholePaper) -> None:
    section = Section.objects.get(pk=paper.politics.pk)
    Article.objects.get(pk=paper.lake.pk).move(section, pos="last-child")


@deed
def rename_an_address(paper: WholePaper) -> None:
    republished(paper.dam, slug="ganz-anders")


@deed
def rename_a_section(paper: WholePaper) -> None:
    republished(paper.abroad, title="Welt")


@deed
def move_a_section_to_another_address(paper: WholePaper) -> None:
    republished(paper.abroad, slug="welt")


@deed
def open_a_section(paper: WholePaper) -> None:
    open_section(paper=Paper.objects.get(), slug="sport", name="Sport")


@deed
def order_sections(paper: WholePaper) -> None:
    first = Section.objects.get(pk=paper.abroad.pk)
    Section.objects.get(pk=paper.politics.pk).move(first, pos="left")


@deed
def close_a_section(paper: WholePaper) -> None:
    Section.objects.get(pk=paper.politics.pk).unpublish()


@deed
def rename_the_paper(paper: WholePaper) -> None:
    republished(paper.paper, title="Tagblatt", claim="Täglich")


@deed
def change_the_imprint(paper: WholePaper) -> None:
    republished(paper.imprint, body=[("paragraph", "<p>Jemand anderes.</p>")])


@deed
def take_the_imprint_out_of_the_footer(paper: WholePaper) -> None:
    republished(paper.imprint, in_footer=False)


@deed
def unpublish_the_imprint(paper: WholePaper) -> None:
    StandingPage.objects.get(pk=paper.imprint.pk).unpublish()


@deed
def add_a_standing_page(paper: WholePaper) -> None:
    page = StandingPage(title="Kontakt", slug="kontakt")
    Paper.objects.get().add_child(instance=page)
    page.save_revision().publish()


@deed
def rename_an_author(paper: WholePaper) -> None:
    author = Author.objects.get(pk=paper.mira.pk)
    author.name, author.role = "Mira Neu", "Korrespondentin"
    author.save()
    catch_up()


@deed
def describe_a_picture_otherwise(paper: WholePaper) -> None:
    paper.picture.description, paper.picture.credit = "Blaues Eis", "Archiv"
    paper.picture.save()


@deed
def crop_a_picture(paper: WholePaper) -> None:
    for picture in (paper.portrait, paper.picture):
        picture.focal_point_x, picture.focal_point_y = 10, 10
        picture.focal_point_width = picture.focal_point_height = 5
        picture.save()


@deed
def delete_a_picture(paper: WholePaper) -> None:
    paper.picture.delete()


@deed
def redirect_an_address(paper: WholePaper) -> None:
    Redirect.objects.create(old_path="/gibt-es-nicht", redirect_link="/ausland/")


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


# The forum's.


@deed
def publish_a_comment(paper: WholePaper) -> None:
    decide.approve(comment_id=paper.waiting.pk, by=paper.lead, now=NOW)


@deed
def write_a_comment_that_appears_at_once(paper: WholePaper) -> None:
    set_rules(
        scope=RuleSet.Scope.PAGE, key=paper.budget.pk, layer=from_plain(forum.AT_ONCE),
        by=paper.lead, now=NOW,
    )  # fmt: skip
    write_comment(
        page=paper.budget, writer=forum.a_reader(), text="Noch etwas dazu.", key=uuid4(), now=NOW
    )


@deed
def remove_a_comment(paper: WholePaper) -> None:
    decide.refuse(comment_id=paper.reply.pk, by=paper.lead, now=NOW, reason=paper.reason)


@deed
def remove_a_comment_and_undo_it(paper: WholePaper) -> None:
    entry = decide.refuse(comment_id=paper.reply.pk, by=paper.lead, now=NOW, reason=paper.reason)
    undo_in_forum(entry_id=entry.pk, by=paper.lead, now=NOW)


@deed
def hold_a_comment(paper: WholePaper) -> None:
    decide.hold(comment_id=paper.comment.pk, by=paper.lead, now=NOW)


@deed
def cut_a_comment(paper: WholePaper) -> None:
    decide.cut(
        comment_id=paper.comment.pk, by=paper.lead, now=NOW, text="Das Eis […].",
        reason=paper.reason,
    )  # fmt: skip


@deed
def pick_a_comment(paper: WholePaper) -> None:
    decide.pick(comment_id=paper.comment.pk, by=paper.lead, now=NOW)


@deed
def delete_an_own_comment(paper: WholePaper) -> None:
    change.delete_comment(comment_id=paper.comment.pk, by=paper.reader, now=NOW)


@deed
def edit_an_own_comment(paper: WholePaper) -> None:
    change.edit_comment(
        comment_id=paper.comment.pk, by=paper.reader, text="Ich meinte etwas anderes.", now=NOW
    )


@deed
def choose_another_name(paper: WholePaper) -> None:
    choose_name(user=paper.reader, text="Birke Blau", now=NOW + timedelta(days=90))


@deed
def erase_a_reader(paper: WholePaper) -> None:
    erase_reader(user=paper.reader)


@deed
def close_a_discussion(paper: WholePaper) -> None:
    close_thread(number=paper.glacier.pk, by=paper.lead, now=NOW, reason="Es ist genug.")


@deed
def reopen_a_discussion(paper: WholePaper) -> None:
    reopen_thread(number=paper.dam.pk, by=paper.lead, now=NOW)


@deed
def switch_a_discussion_off(paper: WholePaper) -> None:
    page = Article.objects.get(pk=paper.glacier.pk)
    switch_discussion(page=page, on=False, by=paper.lead, now=NOW)


@deed
def pin_where_it_leads(paper: WholePaper) -> None:
    pin_lead(page=paper.dam, to=paper.lake, by=paper.lead, now=NOW)


@deed
def change_the_rules_of_the_paper(paper: WholePaper) -> None:
    _rule(paper, RuleSet.Scope.SITE, 0, {"on": False})


@deed
def change_the_rules_of_a_section(paper: WholePaper) -> None:
    _rule(paper, RuleSet.Scope.SECTION, paper.abroad.pk, {"on": False})


@deed
def change_the_rules_of_a_topic(paper: WholePaper) -> None:
    _rule(paper, RuleSet.Scope.TOPIC, paper.ice.pk, {"on": False})


@deed
def change_a_wording(paper: WholePaper) -> None:
    set_wording(name="rules", language="de", text="Seid nett.", by=paper.lead, now=NOW)
    set_wording(name="desk", language="de", text="Schluss.", by=paper.lead, now=NOW)


@deed
def change_lengths(paper: WholePaper) -> None:
    set_lengths(longest=500, months_kept=24, alarm_after=10, by=paper.lead, now=NOW)


@deed
def turn_the_help_off(paper: WholePaper) -> None:
    turn_help(on=False, by=paper.lead, now=NOW)


def _rule(paper: WholePaper, scope: str, key: int, plain: dict[str, Any]) -> None:
    set_rules(scope=scope, key=key, layer=from_plain(plain), by=paper.lead, now=NOW)
