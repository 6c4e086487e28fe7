"""How fast and how well articles find their stories.

    python -m bench.stories --sizes 1000 10000 100000

Speed: the detection, with everything it writes, against a comparison with every live story, on one
core, at each number of live stories; every part runs in a process of its own, so that its memory
can be told. SQLite, or a real PostgreSQL server with `--postgresql`.

Quality: what the same detection makes of our invented stream, and of the development stream beside
the repository, where there is one.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bench.article_list import scratch
from bench.story_words import STREAM, piece, stream

if TYPE_CHECKING:
    from blattwerk.stories.detect.measure import Measured, Rates

SIZES = (1_000, 10_000, 100_000)
ARTICLES = 1_000
COMPARISONS = 2_000_000  # that the reference may make, so that it ends
DEVELOPMENT = Path(__file__).parents[2] / "shared" / "data" / "stories-de" / "dev.jsonl"
"""Not in the repository: press texts may be used to measure, not to be passed on."""

Figures = dict[str, float]


def main() -> None:
    """Measure what is asked, print it."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    options.add_argument("--articles", type=int, default=ARTICLES)
    options.add_argument("--postgresql", action="store_true")
    options.add_argument("--only", choices=("speed", "quality"))
    asked = options.parse_args()
    with scratch(postgresql=asked.postgresql):
        if asked.only != "quality":
            measure_speed(sorted(asked.sizes), asked.articles)
        if asked.only != "speed":
            measure_quality()


def measure_speed(sizes: list[int], articles: int) -> None:
    """Print rates, latencies, memory and their ratios."""
    from django.db import connection

    print(f"{connection.vendor}, one core, {articles} articles in batches and {articles} singly\n")
    print(
        "| live stories | batched/s (by CPU time) | one with commit: median, p99 ms | right |"
        " MB (ours of them) | compare with all: ms, MB | rate ÷ reference |"
    )
    print("| --- | --- | --- | --- | --- | --- | --- |")
    rows = {}
    for size in sizes:
        _run("fill", size, 0)
        ours = rows[size] = _run("ours", size, articles)
        all_ = _run("reference", size, max(10, min(articles, COMPARISONS // size)))
        cells = (
            f"{size:,}",
            f"{ours['rate']:,.0f} ({ours['rate_by_cpu']:,.0f})",
            f"{ours['median_ms']:.1f}, {ours['p99_ms']:.1f}",
            f"{100 * ours['right']:.1f} %",
            f"{ours['mb']:.0f} ({ours['mb'] - ours['mb_before']:.0f})",
            f"{all_['median_ms']:.1f}, {all_['mb']:.0f}",
            f"{ours['rate'] / all_['rate']:.2f}",
        )
        print(f"| {' | '.join(cells)} |", flush=True)
    growth = {key: rows[sizes[-1]][key] / rows[sizes[0]][key] for key in ("median_ms", "p99_ms")}
    print(
        f"\nGrowth from {sizes[0]:,} to {sizes[-1]:,} live stories:"
        f" median × {growth['median_ms']:.2f}, p99 × {growth['p99_ms']:.2f}"
    )


def _run(deed: str, stories: int, articles: int) -> Figures:
    command = [sys.executable, "-m", "bench.live_stories", deed]
    command += ["--stories", str(stories), "--articles", str(articles)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    figures: Figures = json.loads(done.stdout)
    return figures


def measure_quality() -> None:
    """Print what the detection makes of labelled streams."""
    streams = {STREAM.name: stream(), "German": stream("de"), "English": stream("en")}
    if DEVELOPMENT.exists():
        lines = DEVELOPMENT.read_text(encoding="utf-8").splitlines()
        streams["development"] = [json.loads(line) for line in lines]
    print(
        "\n| stream | items | B³ P / R / F1 | pairs P / R / F1 | stories (labels) | sure | grey |"
    )
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for name, items in streams.items():
        got = placed(items)
        print(
            f"| {name} | {len(items)} | {_told(got.b_cubed)} | {_told(got.pairs)} |"
            f" {got.found} ({got.gold}) | {100 * got.right:.1f} % of {got.sure_joins} right |"
            f" {100 * got.grey:.1f} % |"
        )


def placed(items: list[dict[str, str]]) -> "Measured":
    """The items one by one through the detection, held against their labels."""
    from blattwerk.stories.detect.alone import alone
    from blattwerk.stories.detect.measure import measure
    from blattwerk.stories.detect.stream import place_all

    numbered = map(piece, range(1, len(items) + 1), items)
    with alone() as connection:
        found = [one for _number, one in place_all(numbered, connection)]
    return measure(
        [item["story"] for item in items],
        [str(one.story) for one in found],
        [one.sure for one in found],
    )


def _told(rates: "Rates") -> str:
    return f"{rates.precision:.3f} / {rates.recall:.3f} / {rates.f1:.3f}"


if __name__ == "__main__":
    main()
