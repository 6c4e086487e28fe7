"""What a person at the server does: some lines of Python in a process beside a running paper."""

import subprocess
import sys

from tests.household import Household


def by_hand(house: Household, code: str) -> str:
    """What the code prints; it may use whatever the paper itself could."""
    words = [sys.executable, "-m", "django", "shell", "--no-imports", "-c", code]
    environment = {**house.environment, "DJANGO_SETTINGS_MODULE": "blattwerk.config.settings"}
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout
