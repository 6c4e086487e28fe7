"""What an article's text suggests, why, and what people's answers do to it."""

import time
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks

from blattwerk.newsroom.models import Article, Section
from blattwerk.topics.assign import assign, unassign
from blattwerk.topics.decide import refuse_suggestion
from blattwerk.topics.errors import ArticleGone
from blattwerk.topics.find.gazetteer import Gazetteer, Name
from blattwerk.topics.learn import learn_anew
from blattwerk.topics.merge import merge_topics
from blattwerk.topics.models import Lesson, Suggestion, SuggestionState
from blattwerk.topics.queries import open_suggestions
from blattwerk.topics.suggest import read_published, suggest_for
from blattwerk.topics.tasks import suggest_topics
from tests.factories import a_topic, an_article


def suggested(article: Article) -> list[str]:
    return [one.topic.name for one in suggest_for(article.pk)]


def paragraphs(*texts: str) -> list[tuple[str, str]]:
    return [("paragraph", f"<p>{text}</p>") for text in texts]


def test_a_name_in_the_text_is_suggested_with_its_evidence(section: Section) -> None:
    a_topic("Wien", "Bundeshauptstadt", kind="place")
    article = an_article(
        section,
        headline="Wiens Budget",
        lead="Die Bundeshauptstadt spart.",
        body=paragraphs("In Wien und um Wien."),
    )

    (suggestion,) = suggest_for(article.pk)

    assert suggestion.topic.name == "Wien"
    assert suggestion.evidence == {
        "found": [
            {"text": "Wiens", "times": 1, "where": "headline"},
            {"text": "Bundeshauptstadt", "times": 1, "where": "lead"},
            {"text": "Wien", "times": 2, "where": "text"},
        ]
    }


def test_names_higher_up_come_first(section: Section) -> None:
    for name in ("Linz", "Graz", "Wels"):
        a_topic(name, kind="place")
    article = an_article(section, headline="Graz", lead="Linz", body=paragraphs("Wels ist Wels."))

    assert suggested(article) == ["Graz", "Linz", "Wels"]


def test_a_name_that_topics_share_suggests_each_less_surely(section: Section) -> None:
    one, two = a_topic("Ingeborg Bachmann", "Bachmann"), a_topic("Bachmann-Preis", "Bachmann")
    alone = a_topic("Klagenfurt", kind="place")
    article = an_article(section, headline="Bachmann in Klagenfurt")

    scores = {row.topic_id: row.score for row in suggest_for(article.pk)}

    assert scores == {alone.pk: 0.9, one.pk: 0.45, two.pk: 0.45}


def test_what_the_article_has_is_not_suggested(section: Section) -> None:
    topic = a_topic("Graz", kind="place")
    article = an_article(section, headline="Graz")
    assign(article_id=article.pk, topic_id=topic.pk, by=None, now=timezone.now())

    assert suggested(article) == []


def test_a_refused_topic_is_never_suggested_again_not_after_a_merge_either(
    section: Section,
) -> None:
    topic, other = a_topic("Graz", kind="place"), a_topic("Murmetropole")
    article = an_article(section, headline="Graz, die Murmetropole")
    for row in suggest_for(article.pk):
        refuse_suggestion(suggestion_id=row.pk, by=None, now=timezone.now())
    again = suggested(article)

    merge_topics(into_id=other.pk, other_id=topic.pk, by=None, now=timezone.now())

    assert (again, suggested(article)) == ([], [])


def test_a_draft_is_read_as_it_was_last_stored(section: Section) -> None:
    a_topic("Graz", kind="place")
    article = an_article(section, headline="Linz", publish=False)
    article.title = "Graz"
    article.save_revision()

    assert suggested(article) == ["Graz"]


def test_suggestions_follow_the_text(section: Section) -> None:
    a_topic("Graz", kind="place")
    a_topic("Linz", kind="place")
    article = an_article(section, headline="Graz")
    suggest_for(article.pk)
    article.title = "Linz"
    article.save_revision()

    assert suggested(article) == ["Linz"]


def test_a_renamed_alias_is_found_at_once(section: Section) -> None:
    topic = a_topic("Graz", kind="place")
    article = an_article(section, headline="Murmetropole")
    before = suggested(article)
    topic.aliases.create(text="Murmetropole")

    assert (before, suggested(article)) == ([], ["Graz"])


def test_an_article_without_text_suggests_nothing(section: Section) -> None:
    a_topic("Graz", kind="place")
    article = an_article(section, headline="–", kicker="", lead="", body=[])

    assert suggested(article) == []


def test_an_article_that_is_gone_is_a_sentence(db: None) -> None:
    with pytest.raises(ArticleGone):
        suggest_for(1)


def test_eight_suggestions_are_enough(section: Section) -> None:
    names = ["Graz", "Linz", "Wels", "Bregenz", "Villach", "Steyr", "Krems", "Baden", "Tulln"]
    for name in names:
        a_topic(name, kind="place")
    article = an_article(section, headline=", ".join(names))

    assert suggested(article) == sorted(names[:8])


# In the background


def test_a_published_article_is_read_once_for_each_text(section: Section) -> None:
    a_topic("Graz", kind="place")
    article = an_article(section, headline="Graz")
    now = timezone.now()

    first = [read_published(article_id=article.pk, now=now) for _ in range(2)]
    article.title = "Graz und Linz"
    article.save_revision().publish()

    assert (first, read_published(article_id=article.pk, now=now)) == ([True, False], True)


def test_a_withdrawn_article_leaves_the_desk_and_is_read_anew_when_it_comes_back(
    section: Section, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    graz, linz = a_topic("Graz", kind="place"), a_topic("Linz", kind="place")
    article = an_article(section, headline="Graz, Linz")
    suggest_topics.call(article.pk)
    refused = Suggestion.objects.get(topic=linz)
    refuse_suggestion(suggestion_id=refused.pk, by=None, now=timezone.now())

    with django_capture_on_commit_callbacks(execute=True):
        article.unpublish()
    gone = list(Suggestion.objects.values_list("topic", "state"))
    suggest_topics.call(article.pk)
    while_gone = open_suggestions(article.pk)
    article.save_revision().publish()
    suggest_topics.call(article.pk)

    assert (gone, while_gone) == ([(linz.pk, SuggestionState.REFUSED)], [])
    assert [one.topic for one in open_suggestions(article.pk)] == [graz]


def test_publishing_asks_the_worker(
    section: Section, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    from django_tasks_db.models import DBTaskResult

    a_topic("Graz", kind="place")
    with django_capture_on_commit_callbacks(execute=True):
        article = an_article(section, headline="Graz")

    tasks = DBTaskResult.objects.filter(task_path="blattwerk.topics.tasks.suggest_topics")
    assert [task.args_kwargs["args"] for task in tasks] == [[article.pk]]


# Learnt from what editors assigned


ALPS = "Der Gletscher schmilzt, das Eis am Gipfel taut, Forscher messen die Zunge des Ferners."
COURT = "Der Richter verliest das Urteil, der Angeklagte schweigt, die Verteidigung beruft."


def taught(section: Section) -> tuple[list[Article], list[Article]]:
    """Eight articles about ice and eight about a court, with topics that no text names."""
    ice, court = a_topic("Kryosphäre"), a_topic("Justiz")
    about = ([], [])  # type: tuple[list[Article], list[Article]]
    for number in range(8):
        for side, (topic, text) in enumerate(((ice, ALPS), (court, COURT))):
            body = paragraphs(f"{text} Tag {number}.")
            article = an_article(section, headline=f"Bericht {number}", lead="", body=body)
            assign(article_id=article.pk, topic_id=topic.pk, by=None, now=timezone.now())
            about[side].append(article)
    return about


def test_what_was_learnt_is_suggested_with_the_words_that_tell(section: Section) -> None:
    learnt = taught(section)[0][0]
    now = timezone.now()
    made = learn_anew(now=now)
    article = an_article(
        section,
        headline="Forscher am Gletscher",
        lead="",
        body=paragraphs("Das Eis taut am Gipfel."),
    )

    (suggestion,) = suggest_for(article.pk)

    words = suggestion.evidence["words"]
    assert (made, suggestion.topic.name) == (2, "Kryosphäre")
    assert {one["word"] for one in words} == {"Forscher", "Gletscher", "Eis", "taut", "Gipfel"}
    assert sum(one["share"] for one in words) == pytest.approx(1, abs=0.005)
    assert suggestion.evidence["articles"] == 8
    unassign(article_id=learnt.pk, topic_id=suggestion.topic_id, by=None, now=now)
    assert suggested(learnt) == []  # the editor's word about it stands above what was learnt


def test_the_same_assignments_teach_the_same_and_only_once(section: Section) -> None:
    taught(section)
    now = timezone.now()
    learn_anew(now=now)
    before = list(Lesson.objects.order_by("pk").values("words", "threshold", "precision"))
    from blattwerk.topics.models import School

    again = learn_anew(now=now + timedelta(hours=6))
    School.objects.all().delete()
    learn_anew(now=now + timedelta(hours=12))

    assert again is None
    assert list(Lesson.objects.order_by("pk").values("words", "threshold", "precision")) == before


def test_nothing_is_learnt_from_a_few_assignments(section: Section) -> None:
    topic = a_topic("Kryosphäre")
    for _ in range(7):
        article = an_article(section, body=paragraphs(ALPS))
        assign(article_id=article.pk, topic_id=topic.pk, by=None, now=timezone.now())

    assert learn_anew(now=timezone.now()) == 0


# Fast


def test_fifty_thousand_words_are_read_against_five_thousand_names_in_a_moment() -> None:
    names = [Name(f"Gemeinde {number} Neustadt", number, "place") for number in range(5_000)]
    gazetteer = Gazetteer(names)
    text = "Die Gemeinde 4711 Neustadt liegt hier und Gemeinden liegen dort. " * 5_000
    begun = time.process_time()

    mentions = gazetteer.mentions(text)

    assert len(mentions) == 5_000
    assert time.process_time() - begun < 5


def test_reading_an_article_asks_a_fixed_number_of_questions(section: Section) -> None:
    def questions() -> int:
        article = an_article(section, headline="Graz und Linz")
        with CaptureQueriesContext(
            connection,
        ) as asked:
            suggest_for(article.pk)
        return len(asked)

    for name in ("Graz", "Linz"):
        a_topic(name, kind="place")
    questions()
    few = questions()
    for number in range(20):
        a_topic(f"Ort {number}", f"Dorf {number}")
    questions()

    assert questions() == few
