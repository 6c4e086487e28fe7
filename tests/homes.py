"""Where a paper of the tests lives: a data folder, and a database of either kind."""

import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg


@dataclass(frozen=True)
class Home:
    """A folder, and the address of a PostgreSQL database of its own; "" where SQLite's file is."""

    folder: Path
    database_url: str

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def database_name(self) -> str:
        return urlsplit(self.database_url).path.lstrip("/")

    @property
    def environment(self) -> dict[str, str]:
        """What `blattwerk …` needs to know to be at home here."""
        return {
            **os.environ,
            "BLATTWERK_DATA": str(self.data),
            "DATABASE_URL": self.database_url,
        }


@contextmanager
def new_home(like: Home | None = None) -> Iterator[Home]:
    """An empty home, or a copy of one where nobody is in; swept afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="blattwerk-household-"))
    home = build_home(folder, f"household_{secrets.token_hex(4)}", like)
    try:
        yield home
    finally:
        clear_home(home)


def build_home(folder: Path, database: str, like: Home | None = None) -> Home:
    """A home in that folder, with a database of that name on the suite's PostgreSQL server."""
    home = Home(folder, _named(database))
    if like:
        shutil.copytree(like.data, home.data)
    if home.database_url:
        template = f" TEMPLATE {like.database_name}" if like else ""
        with _server() as connection:
            connection.execute(f"CREATE DATABASE {database}{template}")
    return home


def clear_home(home: Home) -> None:
    """Sweep it, whoever is still in."""
    if home.database_url:
        with _server() as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {home.database_name} WITH (FORCE)")
    shutil.rmtree(home.folder, ignore_errors=True)


def _server() -> "psycopg.Connection[tuple[object, ...]]":
    return psycopg.connect(os.environ["DATABASE_URL"], autocommit=True)


def _named(database: str) -> str:
    """The suite's server with another database."""
    url = os.environ.get("DATABASE_URL", "")
    return urlunsplit(urlsplit(url)._replace(path=f"/{database}")) if url else ""
