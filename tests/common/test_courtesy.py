"""Hard work lets others go first."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

TOLD = """
import os
from pathlib import Path
from blattwerk.common.courtesy import give_way
give_way(7)
group = Path("/proc/self/autogroup")
print(os.nice(0), group.read_text().split()[-1] if group.exists() else "none")
"""


@pytest.mark.parametrize("own_session", [True, False])
def test_a_session_of_its_own_gives_way_as_a_whole(own_session: bool) -> None:
    told = subprocess.run(
        [sys.executable, "-c", TOLD],
        start_new_session=own_session,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()

    niceness = min(os.nice(0) + 7, 19)
    group = Path("/proc/self/autogroup")
    ours = group.read_text().split()[-1] if group.exists() else "none"
    assert told == [str(niceness), str(niceness) if own_session and group.exists() else ours]
