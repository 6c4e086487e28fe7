"""Hard work lets others go first."""

import os
import subprocess
import sys

import pytest

# A kernel without such groups has no file; one that has them switched off shows an empty one.
TOLD = """
import os
from pathlib import Path
from blattwerk.common.courtesy import give_way

def group():
    file = Path("/proc/self/autogroup")
    return (file.read_text() if file.exists() else "").split()[-1:] or ["none"]

print(*group())
give_way(7)
print(os.nice(0), *group())
"""


@pytest.mark.parametrize("own_session", [True, False])
def test_a_session_of_its_own_gives_way_as_a_whole(own_session: bool) -> None:
    before, niceness, after = subprocess.run(
        [sys.executable, "-c", TOLD],
        start_new_session=own_session,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()

    assert niceness == str(min(os.nice(0) + 7, 19))
    assert after == (niceness if own_session and before != "none" else before)
