"""The sample paper's topics; what the system finds about them is seen once it is loaded."""

from blattwerk.sample.topics import TOPICS
from blattwerk.topics.media_topics import check_media_topic
from blattwerk.topics.models import Kind


def test_every_topic_is_whole() -> None:
    for plan in TOPICS:
        assert plan.description.endswith(".")
        if plan.kind is Kind.THEME:
            check_media_topic(plan.media_topic)

    assert 25 <= len(TOPICS) <= 40
