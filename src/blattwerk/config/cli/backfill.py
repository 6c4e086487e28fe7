"""Putting an archive into stories from the command line, with a progress bar."""

import sys
from datetime import date, datetime, time

import click

from blattwerk.config.cli import with_django
from blattwerk.config.cli.stories import stories


@stories.command("backfill")
@click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%d", "%d.%m.%Y"]),
    metavar="DATE",
    help="Only what was published on that day or later.",
)
def backfill(*, since: datetime | None) -> None:
    """Find the stories of published articles that stand in none yet, oldest first.

    After an import, or on the first day of a paper that ran before it had stories. It may be
    broken off at any time and run again: it goes on where it ended, and what comes out is the
    same as if each article had been placed on its publication. What people decided stands.
    """
    _place_missing(since=since.date() if since else None)


@with_django
def _place_missing(*, since: date | None) -> None:
    from django.utils import timezone

    from blattwerk.stories.catch_up import place_all, unplaced
    from blattwerk.stories.models import Story

    articles = unplaced()
    if since is not None:
        moment = timezone.make_aware(datetime.combine(since, time.min))
        articles = articles.filter(published_at__gte=moment)
    numbers = list(articles.values_list("pk", flat=True))
    if not numbers:
        click.echo("There is nothing to do: every published article stands in a story.")
        return
    label = "Finding stories"
    hidden = not sys.stderr.isatty()
    with click.progressbar(
        length=len(numbers), label=label, file=sys.stderr, hidden=hidden, show_pos=True
    ) as bar:
        placed = 0
        for _number in place_all(numbers, now=timezone.now()):
            placed += 1
            bar.update(1)
    public = Story.objects.public().count()
    click.echo(f"{placed} articles placed; readers see {public} stories.")
    if placed < len(numbers):
        raise click.ClickException(
            f"{len(numbers) - placed} could not be placed; the log above says why."
        )
