"""Where the paper's rows are, and who may make the place.

SQLite's file is made where migrations run and nowhere else: a server or worker that finds none
would otherwise make an empty one and keep to it, also when the paper's own is back, after a move
or on a disk that was away for a moment.
"""

import os
import sqlite3
from pathlib import Path
from typing import Any

import dj_database_url
from django.conf import settings

from blattwerk.config.options import Options


class Found(sqlite3.Connection):
    """Opens the file that is there. Raises sqlite3.OperationalError where none is."""

    def __init__(self, database: str | Path, *args: Any, **kwargs: Any) -> None:
        if not isinstance(database, Path):  # tests name theirs, in memory, by address
            super().__init__(database, *args, **kwargs)
            return
        address = f"{database.absolute().as_uri()}?mode=rw"
        try:
            super().__init__(address, *args, **{**kwargs, "uri": True})
        except sqlite3.OperationalError as error:
            if database.exists():
                raise
            raise sqlite3.OperationalError(f"There is no database at {database} yet.") from error


def make_file() -> None:
    """Make SQLite's file, empty, where there is none; PostgreSQL's databases are made by hand."""
    path = settings.DATABASES["default"]["NAME"]
    if isinstance(path, Path):
        os.close(os.open(path, os.O_RDONLY | os.O_CREAT, 0o644))


def databases(options: Options) -> dict[str, Any]:
    """PostgreSQL where DATABASE_URL says so, else SQLite in the data folder (ADR 0003)."""
    if options.database_url and not options.database_url.startswith("sqlite"):
        found: Any = dj_database_url.parse(
            options.database_url, conn_max_age=60, conn_health_checks=True
        )
        return {"default": found}
    # Not mapped into memory: a file that grows is mapped anew again and again, by every thread.
    pragmas = (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-16000;"
        "PRAGMA temp_store=MEMORY; PRAGMA journal_size_limit=67108864;"
    )
    path = options.data / "blattwerk.sqlite3"
    if options.database_url:
        path = Path(dj_database_url.parse(options.database_url)["NAME"])
    return {
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": path,
            "CONN_MAX_AGE": None,
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": pragmas,
                "factory": Found,
            },
        }
    }
