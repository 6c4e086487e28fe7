"""Articles of an affair, with words enough to know it by; jobs done at once."""

from datetime import UTC, datetime, timedelta
from typing import Any

from blattwerk.newsroom.models import Article, Section
from blattwerk.stories.models import Chapter, Membership, Posting, Profile, Story
from blattwerk.stories.place import place
from tests.factories import an_article

NOW = datetime(2026, 3, 20, 12, 0, tzinfo=UTC)
START = NOW - timedelta(days=5)


DAM = (
    "Risse in der Staumauer am Grünsee",
    "Am Grünsee haben Techniker der Landeskraftwerke Risse in der Staumauer gefunden.",
    (
        "Die Talsperre bei Obermoos wird nun Tag und Nacht vermessen. Bürgermeisterin Thea Lanz "
        "lässt die Häuser unter der Staumauer räumen, die Landeskraftwerke senken den Stausee."
    ),
)
DAM_LATER = (
    "Staumauer am Grünsee: Häuser in Obermoos geräumt",
    "Wegen der Risse in der Staumauer am Grünsee haben 40 Familien Obermoos verlassen.",
    (
        "Bürgermeisterin Thea Lanz spricht von Vorsicht. Techniker der Landeskraftwerke vermessen "
        "die Talsperre weiter; der Stausee ist um drei Meter gesenkt."
    ),
)
DAM_LAST = (
    "Grünsee: Landeskraftwerke dichten Risse der Staumauer",
    "Die Staumauer am Grünsee wird mit Beton gedichtet, sagen die Landeskraftwerke.",
    (
        "Nach den Rissen in der Talsperre dürfen die Familien aus Obermoos erst im Mai zurück, "
        "sagt Bürgermeisterin Thea Lanz. Techniker messen am Stausee weiter."
    ),
)
CHOIR = (
    "Chorfest in Laubach sagt wegen Heiserkeit ab",
    "Das Chorfest in Laubach fällt heuer aus, weil drei Chöre keine Stimme haben.",
    (
        "Leiter Anselm Pichler zahlt die Karten zurück. Im Pfarrsaal proben nur noch die Bässe, "
        "der Sopran trinkt Salbeitee."
    ),
)
TEXTS = {"dam": DAM, "later": DAM_LATER, "last": DAM_LAST, "choir": CHOIR}


def written(section: Section, what: str, *, hours: float = 0, **changes: Any) -> Article:
    """A published article of these words, so many hours after the start; not placed yet."""
    headline, lead, text = TEXTS[what]
    fields: dict[str, Any] = {
        "headline": headline,
        "kicker": "",
        "lead": lead,
        "body": [("paragraph", f"<p>{text}</p>")],
    }
    moment = START + timedelta(hours=hours)
    return an_article(section, published_at=moment, **{**fields, **changes})


def placed(section: Section, what: str, *, hours: float = 0, **changes: Any) -> Article:
    """The same, and its job is done."""
    article = written(section, what, hours=hours, **changes)
    place(article.pk, now=NOW)
    return article


def story_of(article: Article) -> Story:
    """Where the article stands now."""
    return Story.objects.get(memberships__article=article)


def picture() -> dict[str, Any]:
    """All that stands in stories, but for times and the numbers of rows made anew."""
    memberships = Membership.objects.order_by("article_id")
    return {
        "memberships": list(
            memberships.values_list(
                "article_id", "story_id", "decision_id", "copy_of_id", "evidence"
            )
        ),
        "stories": list(
            Story.objects.order_by("pk").values_list(
                "pk",
                "title",
                "standfirst",
                "parts",
                "first_at",
                "last_at",
                "public_at",
                "public_by_hand",
                "locked",
                "pinned",
                "merged_into_id",
                "decision_id",
            )
        ),
        "chapters": list(
            Chapter.objects.order_by("story_id", "number").values_list(
                "story_id", "number", "parts", "key_line"
            )
        ),
        "postings": sorted(set(Posting.objects.values_list("story", "last_seen"))),
        "profiles": sorted(Profile.objects.values_list("story", "last_seen", "pinned")),
    }
