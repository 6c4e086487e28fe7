"""Look at an upload before it is kept: `python -m blattwerk.narration.studio.look FILE`.

Strangers' files are opened in a process of their own, which says in one sentence what is wrong.
"""

import subprocess
import sys
from pathlib import Path

from blattwerk.narration.errors import StudioFailed
from blattwerk.narration.studio import faults

PATIENCE = 30.0


def look_at(source: Path) -> None:
    """Raises StudioFailed when the file is no sound that can be read."""
    command = [sys.executable, "-m", "blattwerk.narration.studio.look", str(source)]
    try:
        seen = subprocess.run(
            command, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise StudioFailed(faults.NOT_AUDIO) from error
    if seen.returncode:
        raise StudioFailed(seen.stdout.strip() or faults.NOT_AUDIO)


def main() -> int:
    """0 for a file that can be read; else the sentence on standard output."""
    from blattwerk.narration.studio.human import check

    try:
        check(Path(sys.argv[1]))
    except StudioFailed as error:
        sys.stdout.write(str(error))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
