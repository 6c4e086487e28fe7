"""Fill an empty data folder with the sample paper."""

import io
import json
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from datetime import datetime

from django.core.files.images import ImageFile
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.signal_handlers import disable_reference_index_auto_update

from blattwerk.fronts.models import Front
from blattwerk.narration.models import Playlist, PlaylistEntry
from blattwerk.newsroom.found import found_paper
from blattwerk.newsroom.models import Article, Author, Paper, Picture, Section
from blattwerk.newsroom.write import Manuscript, write_article
from blattwerk.sample.errors import PaperStands
from blattwerk.sample.forum import open_forum
from blattwerk.sample.manuscripts import SampleArticle, sample_articles
from blattwerk.sample.pictures import draw_portrait, draw_scene
from blattwerk.sample.topics import found_topics
from blattwerk.sample.world import PEOPLE, PLAN, PLAYLIST, SOURCES
from blattwerk.stories.catch_up import place_all, unplaced
from blattwerk.stories.tasks import reconsider_article
from blattwerk.topics.tasks import suggest_topics

CREDIT = "Illustration: Ennacher Tagblatt"
PICTURE_SIZE = (1440, 960)
DRAWING_PROCESSES = 2

Told = Callable[[str], None]


def load_sample(*, now: datetime | None = None, told: Told = lambda _what: None) -> Paper:
    """Found the sample paper and publish its articles, as if it had run for months until `now`.

    All or nothing. `told` hears the name of each thing done. Raises PaperStands.
    """
    if Paper.objects.exists():
        raise PaperStands
    articles = sample_articles(timezone.localtime(now))
    drawn = _draw(articles)
    with transaction.atomic(), _references_counted_at_once():
        paper = found_paper(plan=PLAN)
        people = dict(_hire())
        sections = {section.slug: section for section in Section.objects.all()}
        written: dict[str, Article] = {}
        for article, picture in zip(articles, drawn, strict=True):
            written[article.slug] = write_article(
                section=sections[article.section],
                manuscript=_manuscript(article, picture, people, written),
            )
            told(article.headline)
        _compose_home(paper, sections)
        _put_on_a_list(written)
        found_topics(now or timezone.now())
        _find_stories(now or timezone.now())
        _ask_for_nothing_twice()
        open_forum(written, now or timezone.now())
    return paper


@contextmanager
def _references_counted_at_once() -> Iterator[None]:
    """Else a task for each row that is saved keeps a new paper's worker busy for half a minute."""
    with disable_reference_index_auto_update():
        yield
    call_command("rebuild_references_index", verbosity=0)


def _draw(articles: list[SampleArticle]) -> Iterator[bytes | None]:
    """Each article's picture in turn, drawn ahead by other processes.

    Seeds count up by scene: neighbours differ in light, so no two pictures of a scene look alike.
    """
    seeds: Counter[str] = Counter()
    commissions = []
    for article in articles:
        commissions.append((article.picture, seeds[article.picture]))
        seeds[article.picture] += 1
    with ProcessPoolExecutor(DRAWING_PROCESSES) as pool:
        yield from pool.map(_drawn, commissions, chunksize=2)


def _drawn(commission: tuple[str, int]) -> bytes | None:
    scene, seed = commission
    return draw_scene(scene, seed, PICTURE_SIZE) if scene else None


def _hire() -> Iterable[tuple[str, Author]]:
    for seed, (key, person) in enumerate(PEOPLE.items(), start=1):
        portrait = _stored(
            draw_portrait(seed, look=person.look),
            f"portrait-{key}.jpg",
            title=person.name,
            alt=f"Gezeichnetes Porträt: {person.name}",
        )
        yield (
            key,
            Author.objects.create(
                name=person.name, role=person.role, biography=person.biography, portrait=portrait
            ),
        )


def _stored(image: bytes, name: str, *, title: str, alt: str, caption: str = "") -> Picture:
    return Picture.objects.create(
        title=title[:255],
        description=alt[:255],
        caption=caption,
        credit=CREDIT,
        file=ImageFile(io.BytesIO(image), name=name),
    )


def _manuscript(
    article: SampleArticle,
    image: bytes | None,
    people: dict[str, Author],
    written: dict[str, Article],
) -> Manuscript:
    picture = None
    if image is not None:
        picture = _stored(
            image,
            f"{article.slug}.jpg",
            title=article.headline,
            alt=article.alt,
            caption=article.caption,
        )
    related = [written[slug].pk for slug in article.related if slug in written]
    return Manuscript(
        headline=article.headline,
        kicker=article.kicker,
        lead=article.lead,
        body=[*article.body, *([("related", {"articles": related})] if related else [])],
        authors=[people[key] for key in article.authors],
        source=SOURCES.get(article.source, article.source),
        published_at=article.published_at,
        picture=picture,
    )


def _compose_home(paper: Paper, sections: dict[str, Section]) -> None:
    """The home front as an editor would set it: every section, the lively ones higher."""
    order = ("region", "politik", "sport", "chronik", "ausland", "wirtschaft", "kultur", "leben")
    plan: list[tuple[str, dict[str, object]]]
    plan = [("lead", {"articles": [], "size": 5}), ("latest", {"size": 9})]
    plan += [("section", _from_section(sections[slug], 4)) for slug in order[:1]]
    plan += [("stories", {"stories": [], "size": 4})]
    plan += [("section", _from_section(sections[slug], 4)) for slug in order[1:3]]
    plan += [("section", _from_section(sections["meinung"], 3))]
    plan += [("section", _from_section(sections[slug], 4)) for slug in order[3:]]
    front, _made = Front.objects.get_or_create(page_id=paper.pk)
    front.containers = json.dumps([{"type": kind, "value": value} for kind, value in plan])
    front.save()
    front.save_revision()


def _put_on_a_list(written: dict[str, Article]) -> None:
    title, slug, description, chosen = PLAYLIST
    playlist = Playlist.objects.create(title=title, slug=slug, description=description)
    PlaylistEntry.objects.bulk_create(
        PlaylistEntry(playlist=playlist, page=written[name], sort_order=place)
        for place, name in enumerate(chosen)
    )


def _find_stories(now: datetime) -> None:
    """What a paper's worker would have found day by day; by the system alone."""
    deque(place_all(list(unplaced().values_list("pk", flat=True)), now=now), maxlen=0)


def _ask_for_nothing_twice() -> None:
    """Topics and stories have been found above; the worker's jobs to look for them go."""
    looked_for = (suggest_topics.module_path, reconsider_article.module_path)
    DBTaskResult.objects.filter(task_path__in=looked_for).delete()


def _from_section(section: Section, size: int) -> dict[str, object]:
    return {"section": section.pk, "articles": [], "size": size}
