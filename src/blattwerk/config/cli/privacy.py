"""Commands about people's data."""

import click

from blattwerk.config.cli import main, with_django


@main.group("privacy")
def privacy() -> None:
    """What is kept of people, what for, and how long."""


@privacy.command("record")
@with_django
def record() -> None:
    """Print the record of processing (Art. 30 GDPR) of accounts and discussions as Markdown."""
    from blattwerk.discussion.law.privacy import as_markdown

    click.echo(as_markdown(), nl=False)
