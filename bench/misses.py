"""What a page costs that is in no store: CPU time and questions to the database.

    python -m bench.misses --rounds 5

Pages of the sample paper, as the edge asks for them. Held against the same page when what stands
around every page is asked for each time, in alternating rounds of one run.
"""

import argparse
import os
import re
import statistics
import time
from collections.abc import Callable
from typing import Any

from tests.household import Household, served

ARTICLES = 12


def main() -> None:
    """Start the sample paper, then ask for its pages in this process."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=5)
    rounds = options.parse_args().rounds
    os.environ.pop("DATABASE_URL", None)
    with served("--with-sample") as paper:
        _wait_until_calm(paper)
        os.environ["BLATTWERK_DATA"] = str(paper.data)
        os.environ["DJANGO_SETTINGS_MODULE"] = "blattwerk.config.settings"
        import django

        django.setup()
        measure(rounds)


def _wait_until_calm(paper: Household) -> None:
    """Until the newest articles can be heard: their pages are made anew by then."""
    deadline = time.monotonic() + 300
    while "og:audio" not in paper.get(_articles(paper.get("/")[1])[0])[1]:
        if time.monotonic() > deadline:
            raise SystemExit("The sample's articles cannot be heard after 300 s.")
        time.sleep(1)


def _articles(front: str) -> list[str]:
    return list(dict.fromkeys(re.findall(r'href="(/[a-z]+/[^"/]+-[0-9]+/)"', front)))


def measure(rounds: int) -> None:
    """Print the medians and ratios."""
    from django.test import Client

    from blattwerk.common import lasting

    client = Client(headers={"host": "localhost", "Blattwerk-Shared": "1"})
    articles = _articles(client.get("/").content.decode())[:ARTICLES]
    numbers = [re.findall("([0-9]+)/$", path)[0] for path in articles]
    rows = {
        "article": articles,
        "home front": ["/"],
        "section": ["/ausland/"],
        "discussion": [f"/diskussion/{number}/" for number in numbers],
    }

    def ask(path: str) -> None:
        assert client.get(path).status_code == 200

    def ask_for_all(path: str) -> None:
        lasting.forget()
        ask(path)

    print("| page | questions | CPU ms | questions, all asked | CPU ms, all asked | ÷ |")
    print("| --- | --- | --- | --- | --- | --- |")
    for name, paths in rows.items():
        for path in paths:
            ask(path)
        ours, theirs = [], []
        for _round in range(rounds):
            ours.append(_cpu(ask, paths))
            theirs.append(_cpu(ask_for_all, paths))
        ratio = statistics.median(a / b for a, b in zip(ours, theirs, strict=True))
        print(
            f"| {name} | {_questions(ask, paths)} | {statistics.median(ours):.1f} "
            f"| {_questions(ask_for_all, paths)} | {statistics.median(theirs):.1f} | {ratio:.2f} |"
        )


def _cpu(ask: Callable[[str], None], paths: list[str]) -> float:
    """Milliseconds of this process for one page."""
    turns = max(1, 2 * ARTICLES // len(paths))
    began = time.process_time()
    for _turn in range(turns):
        for path in paths:
            ask(path)
    return 1000 * (time.process_time() - began) / (turns * len(paths))


def _questions(ask: Callable[[str], None], paths: list[str]) -> int:
    """The most that one of the pages needs."""
    from django.db import connection

    asked: list[str] = []

    def note(execute: Any, sql: str, *rest: Any) -> Any:
        asked.append(sql)
        return execute(sql, *rest)

    most = 0
    for path in paths:
        asked.clear()
        with connection.execute_wrapper(note):
            ask(path)
        most = max(most, len(asked))
    return most


if __name__ == "__main__":
    main()
