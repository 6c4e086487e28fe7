"""From an empty data folder to a paper that can be read."""

import hashlib
import re
import time
from pathlib import Path

import click
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command
from django.urls import reverse

from blattwerk import __version__
from blattwerk.accounts.invite import invite_chief
from blattwerk.accounts.models import User
from blattwerk.config.database import make_file
from blattwerk.newsroom.found import found_paper
from blattwerk.newsroom.models import Paper
from blattwerk.sample.forum import team_logins
from blattwerk.sample.load import load_sample
from blattwerk.sample.manuscripts import count_articles
from blattwerk.sample.world import BLANK_PLAN

NAMED_FOR = 30 * 24 * 3600.0  # seconds
_HASHED = re.compile(r"\.[0-9a-f]{12}\.[^./]+$")
FIRST_EDITOR = "redaktion@blattwerk.example"


def make_ready(*, with_sample: bool) -> str:
    """Migrate, collect static files, found a paper and a first login; returns the welcome."""
    click.echo("Blattwerk: preparing the database …")
    migrate_database()
    collect_static_files()
    team: list[tuple[str, str, str]] = []
    if not Paper.objects.exists():
        if with_sample:
            print_sample_progress()
            team = team_logins()
        else:
            found_paper(plan=BLANK_PLAN)
    login = _first_login()
    return _welcome(login, team)


def migrate_database(*, verbosity: int = 0) -> None:
    """Bring the database up to date; a fresh data folder gets one."""
    make_file()
    call_command("migrate", interactive=False, verbosity=verbosity)


def print_sample_progress() -> None:
    """Load the sample paper under a progress bar."""
    label = "Setting the sample newspaper"
    with click.progressbar(length=count_articles(), label=label) as bar:
        load_sample(told=lambda _headline: bar.update(1))


def collect_static_files() -> None:
    """Collect and hash static files; only when they differ from the last start's."""
    stamp = Path(settings.STATIC_ROOT) / ".stamp"
    state = _static_state()
    if stamp.is_file() and stamp.read_text() == state:
        return
    click.echo("Blattwerk: preparing static files …")
    call_command("collectstatic", interactive=False, verbosity=0)
    _sweep(Path(settings.STATIC_ROOT), time.time())
    stamp.write_text(state)


def _sweep(root: Path, now: float) -> None:
    """Remove files of older versions; those of the last weeks are named by pages still about."""
    current = set(getattr(staticfiles_storage, "hashed_files", {}).values())
    for path in root.rglob("*") if current else ():
        name = path.relative_to(root).as_posix().removesuffix(".gz").removesuffix(".br")
        if _HASHED.search(name) and name not in current and now - path.stat().st_mtime > NAMED_FOR:
            path.unlink()


def _static_state() -> str:
    digest = hashlib.sha256(__version__.encode())
    for finder in get_finders():
        for name, storage in finder.list([]):
            status = Path(storage.path(name)).stat()
            digest.update(f"{name}:{status.st_size}:{status.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _first_login() -> tuple[str, str] | None:
    if User.objects.filter(is_superuser=True).exists():
        return None
    _user, password = invite_chief(email=FIRST_EDITOR)
    return FIRST_EDITOR, password


def _welcome(login: tuple[str, str] | None, team: list[tuple[str, str, str]]) -> str:
    address = settings.BLATTWERK_ADDRESS
    lines = [
        "",
        f"  The paper     {address}/",
        f"  The editors   {address}{reverse('wagtailadmin_home')}",
    ]
    if login:
        lines += [
            f"  Sign in as    {login[0]}",
            f"  Password      {login[1]}   (shown this once)",
            f"                another one: blattwerk password {login[0]}",
        ]
    for role, email, password in team:
        lines += [f"  {role:<13} {email}", f"                {password}   (shown this once)"]
    lines += [f"  Data folder   {settings.OPTIONS.data}", ""]
    return "\n".join(lines)
