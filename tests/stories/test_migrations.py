"""The room's tables change under a filled database, forwards and back."""

import subprocess
import sys

from tests.homes import new_home
from tests.stock import migrated_home
from tests.stories.there_and_back import ROW, WAY


def test_postings_outlive_a_new_order_of_their_key() -> None:
    with new_home(like=migrated_home()) as home:
        told = subprocess.run(
            [sys.executable, "-m", "tests.stories.there_and_back"],
            env=home.environment,
            capture_output=True,
            text=True,
            check=False,
        )

    assert told.stdout.splitlines() == [f"{name} {[ROW]}" for name in (*WAY, WAY[1])], told.stderr
