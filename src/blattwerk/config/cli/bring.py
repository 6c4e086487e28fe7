"""Commands that bring content in."""

import click

from blattwerk.config.cli import main, with_django


@main.command()
@with_django
def sample() -> None:
    """Fill an empty data folder with the sample newspaper."""
    from django.core.management import call_command

    from blattwerk.config.first_start import print_sample_progress
    from blattwerk.sample.errors import PaperStands

    call_command("migrate", interactive=False, verbosity=0)
    try:
        print_sample_progress()
    except PaperStands as error:
        raise click.ClickException(str(error)) from error


@main.group("import")
def import_group() -> None:
    """Bring in articles from elsewhere."""
