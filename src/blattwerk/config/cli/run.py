"""Commands that run the paper."""

import click

from blattwerk.config.cli import main, with_django


@main.command()
@click.option("--with-sample", is_flag=True, help="Fill an empty data folder with a sample paper.")
def serve(*, with_sample: bool) -> None:
    """Serve the paper: edge, web server and background worker under one roof.

    Applies migrations first. Ctrl-C or SIGTERM ends both cleanly; a part that crashes is started
    again.
    """
    _serve(with_sample=with_sample)


@with_django
def _serve(*, with_sample: bool) -> None:
    from blattwerk.config.first_start import make_ready
    from blattwerk.config.serving import Household, PortTaken, bind
    from blattwerk.config.settings import OPTIONS

    try:
        door = bind(OPTIONS.host, OPTIONS.port)
    except PortTaken as error:
        raise click.ClickException(str(error)) from error
    welcome = make_ready(with_sample=with_sample)
    raise SystemExit(Household(OPTIONS, door, ready=lambda: click.echo(welcome)).run())


@main.command()
@with_django
def worker() -> None:
    """Do background work: tasks that wait and deeds that are due. `serve` starts one."""
    from blattwerk.config.worker import run_worker

    run_worker()


@main.command()
@with_django
def migrate() -> None:
    """Bring the database up to date. `serve` does it too."""
    from django.core.management import call_command

    call_command("migrate", interactive=False)
