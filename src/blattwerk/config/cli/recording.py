"""Making recordings from the command line, with a progress bar."""

import sys
from collections import Counter
from datetime import date, datetime, time
from typing import Any

import click

from blattwerk.config.cli import with_django


@with_django
def record_articles(*, everything: bool, since: date | None, anew: bool) -> None:
    """Record what is asked for, newest first; what needs no new recording is passed by quickly."""
    from django.utils import timezone

    from blattwerk.narration.backlog import articles_to_read, read_now
    from blattwerk.narration.casting import close_cast
    from blattwerk.narration.models import State

    moment = timezone.make_aware(datetime.combine(since, time.min)) if since else None
    articles = articles_to_read(since=moment, everything=everything, now=timezone.now())
    counts: Counter[str] = Counter()
    troubles: list[str] = []
    try:
        with _bar(articles.count()) as bar:
            for number, state, reason in read_now(articles, anew=anew):
                bar.update(1)
                counts[str(state.label)] += 1
                if state in (State.FAILED, State.WAITING):
                    troubles.append(f"{number}: {reason or 'another narrator works on it.'}")
    finally:
        close_cast()
    for trouble in troubles:
        click.echo(trouble, err=True)
    told = ", ".join(f"{count} {state}" for state, count in counts.items())
    click.echo(told or "There is nothing to record: no article was published in that time.")
    raise SystemExit(1 if troubles else 0)


def _bar(length: int) -> Any:
    hidden = not sys.stderr.isatty()
    return click.progressbar(
        length=length, label="Reading aloud", file=sys.stderr, hidden=hidden, show_pos=True
    )
