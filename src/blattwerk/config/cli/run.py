"""Commands that run the paper."""

import os
import subprocess
import sys

import click

from blattwerk.config.cli import main, with_django, with_folder


@main.command()
@click.option("--with-sample", is_flag=True, help="Fill an empty data folder with a sample paper.")
def serve(*, with_sample: bool) -> None:
    """Serve the paper: edge, web server and background worker under one roof.

    Applies migrations first. Ctrl-C or SIGTERM ends both cleanly; a part that crashes is started
    again.
    """
    _serve(with_sample=with_sample)


@with_folder
def _serve(*, with_sample: bool) -> None:
    from blattwerk.config.serving import Household, PortTaken, bind
    from blattwerk.config.settings import OPTIONS

    try:
        door = bind(OPTIONS.host, OPTIONS.port)
    except PortTaken as error:
        raise click.ClickException(str(error)) from error
    welcome = _prepared(with_sample=with_sample)
    welcome += "\n  Ctrl-C ends it.\n"
    raise SystemExit(Household(OPTIONS, door, ready=lambda: click.echo(welcome)).run())


def _prepared(*, with_sample: bool) -> str:
    """What to say once the paper is served.

    Made ready in a process of its own, since whoever has set a paper in type never gets small
    again, and the supervisor lives as long as the paper.
    """
    heard, says = os.pipe()
    words = ["prepare", "--welcome", str(says), *(["--with-sample"] if with_sample else [])]
    command = [sys.executable, "-m", "blattwerk.config", *words]
    with open(heard, encoding="utf-8") as welcome:  # noqa: PTH123  # there is no path to it
        try:
            done = subprocess.run(command, pass_fds=[says], check=False)
        finally:
            os.close(says)
        if done.returncode != 0:
            raise SystemExit(done.returncode)
        return welcome.read()


@main.command()
@click.option("--with-sample", is_flag=True, help="Fill an empty data folder with a sample paper.")
@click.option("--welcome", type=int, hidden=True, help="Write the last words to this open file.")
def prepare(*, with_sample: bool, welcome: int | None) -> None:
    """Make ready what `serve` needs: database, static files, a paper, a first login.

    `serve` does it at each start.
    """
    _prepare(with_sample=with_sample, welcome=welcome)


@with_django
def _prepare(*, with_sample: bool, welcome: int | None) -> None:
    from blattwerk.config.first_start import make_ready

    said = make_ready(with_sample=with_sample)
    with click.open_file("-", "w") if welcome is None else os.fdopen(welcome, "w") as told:
        told.write(said)


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
    from blattwerk.config.first_start import migrate_database

    migrate_database(verbosity=1)
