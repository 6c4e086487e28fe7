"""A small paper with something of everything, and its pages as the edge asks for them."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from html import unescape
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.db import connection
from django.test import Client
from wagtail.models import Page

from blattwerk.accounts.models import User
from blattwerk.discussion.close import close_thread
from blattwerk.discussion.models import Comment, Reason
from blattwerk.narration.models import Playlist, PlaylistEntry
from blattwerk.newsroom.models import Article, Author, Paper, Picture, Section, StandingPage
from blattwerk.stories.begin import begin
from blattwerk.stories.models import Story
from blattwerk.stories.place import place
from blattwerk.topics.assign import assign
from blattwerk.topics.models import Topic
from tests import factories
from tests.discussion import forum
from tests.discussion.forum import NOW

MOST_PAGES = 200
_LINKED = re.compile(r"""(?:href|src|data-[a-z-]+)=["']([/?][^"'#]*)""")
_LOCATED = re.compile(r"<(?:loc|link|id)>([^<]+)</")
# What belongs to one reader, files that the edge itself has, and what says the same as others do.
LEFT_OUT = re.compile(
    r"/(konto|redaktion|static|media|gesundheit|atom|json)/|/bilder/(?!.*card-480)"
    r"|.*/(ton\.\w+|formular/|melden/|folgen/|empfehlen/|stumm/|meine/).*"
)
EDGE = {"host": "localhost", "blattwerk-shared": "1", "accept-encoding": "identity"}


@dataclass(frozen=True)
class Shown:
    """What readers are shown at an address, and what the edge is told of it."""

    status: int
    body: bytes
    location: str
    tags: frozenset[str]
    until: str

    @property
    def looks(self) -> tuple[int, bytes, str]:
        return self.status, self.body, self.location


@dataclass
class Purged:
    """The tags that were purged, and those that were as withdrawn."""

    stale: set[str] = field(default_factory=set)
    withdrawn: set[str] = field(default_factory=set)
    times: int = 0

    def write(self, tags: set[str], *, withdrawn: bool = False) -> None:
        self.times += 1
        self.stale |= tags
        if withdrawn:
            self.withdrawn |= tags


@dataclass
class WholePaper:
    """The things whose changes readers see."""

    paper: Paper
    abroad: Section
    politics: Section
    imprint: StandingPage
    mira: Author
    picture: Picture
    portrait: Picture
    glacier: Article  # in Ausland; with everything
    dam: Article  # in Ausland, of the same story and topic
    lake: Article  # in Ausland, beside
    budget: Article  # in Politik, of another story and topic
    vote: Article  # in Politik, of that story
    draft: Article
    ice: Topic
    money: Topic
    rest: Topic
    melting: Story
    spending: Story
    playlist: Playlist
    comment: Comment
    reply: Comment
    waiting: Comment
    reader: User
    lead: User
    reason: Reason


def a_whole_paper() -> WholePaper:
    """Everything as it stands at noon of `forum.NOW`."""
    paper = factories.a_paper()
    abroad, politics = (Section.objects.get(slug=slug) for slug in ("ausland", "politik"))
    portrait, picture = factories.a_picture(title="Kopf"), factories.a_picture(title="Eis")
    mira = factories.an_author(portrait=portrait)
    articles = _articles(abroad, politics, mira, picture)
    for article in articles[:5]:
        place(article.pk, now=NOW)
    glacier, dam, _lake, budget, vote, _draft = articles
    melting = begin(title="Das Eis", article_ids=[glacier.pk, dam.pk], by=None, now=NOW)
    spending = begin(title="Das Geld", article_ids=[budget.pk, vote.pk], by=None, now=NOW)
    ice, money, rest = (factories.a_topic(name) for name in ("Gletscher", "Haushalt", "Ruhe"))
    for article, topic in ((glacier, ice), (dam, ice), (budget, money), (glacier, rest)):
        assign(article_id=article.pk, topic_id=topic.pk, by=None, now=NOW)
    factories.a_recording(glacier)
    playlist = Playlist.objects.create(title="Am Morgen", slug="am-morgen", public=True)
    PlaylistEntry.objects.create(playlist=playlist, page=glacier, sort_order=0)
    reader, lead, reason = (
        forum.a_reader("Amsel Grün"),
        forum.a_moderator(lead=True),
        forum.a_reason(),
    )
    forum.published(budget, "Wer soll das bezahlen?", writer=reader, now=NOW - timedelta(hours=1))
    comment = forum.published(glacier, "Das Eis schmilzt hier seit Jahren.", writer=reader)
    reply = forum.published(glacier, "Bei uns ist es ebenso.", parent_id=comment.pk)
    waiting = forum.sent(glacier, "Darauf wartet noch jemand.")
    forum.published(dam, "Der Damm hält noch lange.")
    close_thread(number=dam.pk, by=lead, now=NOW, reason="Genug gesagt.")
    return WholePaper(
        paper, abroad, politics, StandingPage.objects.get(), mira, picture, portrait,
        *articles, ice, money, rest, melting, spending, playlist, comment, reply, waiting,
        reader, lead, reason,
    )  # fmt: skip


def _articles(
    abroad: Section, politics: Section, mira: Author, picture: Picture
) -> tuple[Article, ...]:
    def written(section: Section, hours: int, headline: str, **more: Any) -> Article:
        return factories.an_article(
            section, published_at=NOW - timedelta(hours=hours), headline=headline, **more
        )

    dam = written(abroad, 30, "Damm am Grünsee zeigt Risse", kicker="Talsperre", lead="Beton.")
    body = [
        ("paragraph", "<p>Der Gletscher verliert jeden Sommer drei Meter.</p>"),
        ("picture", {"picture": picture.pk, "caption": ""}),
        ("related", {"articles": [dam.pk]}),
    ]
    glacier = written(
        abroad, 4, "Gletscher im Ötztal schmilzt", kicker="Alpen", lead="Forscher messen.",
        authors=[mira], picture=picture, body=body,
    )  # fmt: skip
    lake = written(abroad, 60, "Fähre legt wieder ab", kicker="Bodensee", lead="Fahrplan steht.")
    budget = written(politics, 6, "Haushalt beschlossen", kicker="Parlament", lead="Milliarden.")
    vote = written(politics, 50, "Abgeordnete streiten", kicker="Plenum", lead="Lange Nacht.")
    draft = written(
        abroad, 2, "Lawine verschüttet Straße", kicker="Arlberg", lead="Sperre.", publish=False
    )
    return glacier, dam, lake, budget, vote, draft


def addresses(paper: WholePaper) -> dict[str, Shown]:
    """Every page that a reader comes to by links, feeds and sitemaps, and those nobody links."""
    number = paper.glacier.pk
    seeds = [
        *("/", "/suche/?q=Gletscher", "/suche/?q=Lawine", "/hoeren/spieler/", "/robots.txt"),
        *("/sitemap.xml", "/sitemap-seiten.xml", "/sitemap-news.xml", "/stories/entdecken/"),
        *(
            f"/hoeren/{number}.json",
            f"/hoeren/{number}/kapitel.json",
            "/hoeren/liste/neu/alle.json",
        ),
        *("/hoeren/liste/ressort/ausland.json", "/hoeren/liste/liste/am-morgen.json"),
        *(
            "/themen/?ordnung=lebhaft",
            "/gibt-es-nicht/",
            "/ausland/?seite=2",
            "/diskussion/zahlen/",
            "/json/",
        ),
        *(f"/diskussion/{number}/rahmen/", f"/diskussion/{number}/neu/?after={paper.comment.pk}"),
        *(f"/hoeren/liste/story/{paper.melting.pk}.json", "/diskussion/regeln/"),
        *(f"{page.url}" for page in (paper.dam, paper.lake, paper.vote, paper.draft)),
        *("/thema/ruhe/", paper.comment.get_absolute_url(), paper.reply.get_absolute_url()),
    ]
    return crawled(seeds)


def crawled(seeds: Iterable[str]) -> dict[str, Shown]:
    """These pages and all that they link, as the edge is answered."""
    found: dict[str, Shown] = {}
    waiting = list(seeds)
    while waiting:
        address = waiting.pop(0)
        if address in found or LEFT_OUT.match(address):
            continue
        found[address] = shown = ask(address)
        assert len(found) < MOST_PAGES
        if shown.status == 200:
            waiting += _linked(address, shown)
    return found


def ask(address: str, client: Client | None = None) -> Shown:
    """One page."""
    answer = (client or Client()).get(address, headers=EDGE)
    body = answer.getvalue()
    tags = frozenset(answer.headers.get("Blattwerk-Tags", "").split())
    until = answer.headers.get("Blattwerk-Until", "")
    return Shown(answer.status_code, body, answer.headers.get("Location", ""), tags, until)


def _linked(address: str, shown: Shown) -> Iterator[str]:
    if not shown.body.lstrip().startswith(b"<"):
        return
    text = shown.body.decode()
    for link in [*_LINKED.findall(text), *_LOCATED.findall(text)]:
        parts = urlsplit(urljoin(f"http://localhost{address}", unescape(link)))
        if parts.hostname in ("localhost", "127.0.0.1") and parts.scheme.startswith("http"):
            yield parts.path + (f"?{parts.query}" if parts.query else "")


def committed(deed: Callable[[], object]) -> None:
    """Do it, and what is left for after the commit, in the order in which that is done."""
    start = len(connection.run_on_commit)
    deed()
    while len(connection.run_on_commit) > start:
        _savepoints, left, *_robust = connection.run_on_commit.pop(start)
        left()


def republished(page: Page, **changes: Any) -> None:
    """Changed in the editor and published."""
    page = page.specific_class.objects.get(pk=page.pk)
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision().publish()
