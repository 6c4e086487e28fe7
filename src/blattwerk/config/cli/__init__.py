"""`blattwerk`: the operator's command."""

import os
from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from blattwerk import __version__

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(context_settings=CONTEXT)
@click.version_option(__version__, prog_name="Blattwerk")
def main() -> None:
    """Run a newspaper: serve it, fill it, look after it.

    Settings come from the environment; docs/settings.md lists them. The data folder
    (BLATTWERK_DATA) holds the database, media, keys and mails.
    """


def with_folder(command: Callable[..., Any]) -> Callable[..., Any]:
    """See to the data folder before this command reads the settings: they keep their key there."""

    @wraps(command)
    def started(*args: Any, **kwargs: Any) -> Any:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "blattwerk.config.settings")
        from blattwerk.config.folders import FolderError, prepare_data_folder
        from blattwerk.config.options import options_or_exit

        try:
            prepare_data_folder(options_or_exit().data)
        except FolderError as error:
            raise click.ClickException(str(error)) from error
        return command(*args, **kwargs)

    return started


def with_django(command: Callable[..., Any]) -> Callable[..., Any]:
    """Start Django for this command, after its options have been read; errors are sentences."""

    @wraps(command)
    def started(*args: Any, **kwargs: Any) -> Any:
        import django
        from django.db import DatabaseError

        django.setup()
        try:
            return command(*args, **kwargs)
        except DatabaseError as error:
            raise click.ClickException(
                f"The database cannot be used: {str(error).strip()}\n"
                "Check DATABASE_URL; on a fresh data folder run `blattwerk migrate` first."
            ) from error

    return with_folder(started)


from blattwerk.config.cli import (  # noqa: E402  # they register on `main`
    backfill,
    bring,
    care,
    learning,
    moderation,
    narrate,
    privacy,
    run,
    stories,
    voices,
)

__all__ = [
    "backfill",
    "bring",
    "care",
    "learning",
    "main",
    "moderation",
    "narrate",
    "privacy",
    "run",
    "stories",
    "voices",
]
