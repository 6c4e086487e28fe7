"""The `http-cache-tests` suite against the edge, twice: nothing declared, and all that may be.

    python -m bench cache_tests
    python -m bench cache_tests --only declared --reasons
    python -m bench cache_tests --only declared --test other-age-gen

The suite is installed anew from npm, pinned, into a folder that goes away afterwards. See
docs/http-cache-tests.md.
"""

import argparse
import asyncio
import tempfile
from pathlib import Path

from bench.cache_tests.parties import install, one_run
from bench.cache_tests.table import Group, groups, print_failures, print_table

RUNS = {"plain": "Nothing declared", "declared": "Declared by the bridge"}


def main() -> None:
    """Print for each run one table, and the required tests that failed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--only", choices=RUNS, help="one of the two runs")
    parser.add_argument("--test", default="", metavar="ID", help="show one test's messages")
    parser.add_argument("--reasons", action="store_true", help="why each test did not pass")
    given = parser.parse_args()
    chosen = [given.only] if given.only else list(RUNS)
    with tempfile.TemporaryDirectory(
        prefix="cache-tests-", dir="/tmp"
    ) as folder:  # a socket's path is short
        suite = install(Path(folder))
        for run in chosen:
            print(f"\n### {RUNS[run]}\n", flush=True)
            place = Path(folder) / run
            said = asyncio.run(one_run(suite, place, declares=run == "declared", test=given.test))
            if given.test:
                print(said)
            else:
                _report(groups(suite, said), reasons=given.reasons)


def _report(found: list[Group], *, reasons: bool) -> None:
    print_table(found)
    print_failures(found, everything=reasons)
