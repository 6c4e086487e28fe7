"""A small paper whose clock stands where a test puts it, and goes on from there.

    python -m tests.journeys.evening    # prints its address and the number of its one article

It reads moments from its standard input, a line each, and says when it has come to one. A process
of its own: the test's clock, and the browser's, stay as they are.
"""

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import time_machine

from tests.homes import new_home
from tests.household import Household
from tests.stock import migrated_home

OUT = datetime.fromisoformat("2026-11-24T08:00+01:00")  # when the article came out: a Tuesday


@dataclass(frozen=True)
class Evening:
    """The paper as it runs, and the number of its article's discussion."""

    house: Household
    number: int

    @property
    def discussion(self) -> str:
        return f"/diskussion/{self.number}/"

    def comes_to(self, time: str, *, later: int = 0) -> None:
        """It is that time of the day in Vienna, so many days after the article came out."""
        pipe = self.house.process
        assert pipe.stdin
        assert pipe.stdout
        day = (OUT + timedelta(days=later)).date()
        pipe.stdin.write(f"{day}T{time}+01:00\n")
        pipe.stdin.flush()
        assert pipe.stdout.readline(), self.house.said


@contextmanager
def evening_paper(static: Path) -> Iterator[Evening]:
    """The paper, running, with these static files; ended and swept afterwards."""
    with new_home(like=migrated_home()) as home:
        (home.data / "static").rmdir()
        (home.data / "static").symlink_to(static)
        printed = home.folder / "log"
        with printed.open("w") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "tests.journeys.evening"],
                env={**home.environment, "DJANGO_SETTINGS_MODULE": "blattwerk.config.settings"},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        with process:
            try:
                assert process.stdout
                line = process.stdout.readline()
                assert line, printed.read_text(encoding="utf-8")
                told = json.loads(line)
                house = Household(told["address"], home.data, home.environment, process, printed)
                yield Evening(house, told["number"])
            finally:
                process.kill()


def _serve() -> None:
    from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler

    from blattwerk.config.wsgi import application
    from tests.factories import a_paper, an_article

    with time_machine.travel(OUT, tick=True) as clock:
        section = a_paper().get_children().get(slug="politik").specific
        article = an_article(section, headline="Der See sinkt", published_at=OUT)
        server = ThreadedWSGIServer(("127.0.0.1", 0), WSGIRequestHandler)
        server.set_app(application)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        print(json.dumps({"address": address, "number": article.pk}), flush=True)
        for line in sys.stdin:
            clock.move_to(datetime.fromisoformat(line.strip()))
            print("there", flush=True)


if __name__ == "__main__":
    import django

    django.setup()
    _serve()
