"""The rules stand alone: no Django, no clock."""

import subprocess
import sys
from pathlib import Path

from blattwerk.discussion import rules

FOLDER = Path(rules.__file__).parent


def test_the_rules_need_no_django() -> None:
    names = [f"blattwerk.discussion.rules.{path.stem}" for path in sorted(FOLDER.glob("*.py"))]
    code = f"import sys, {', '.join(names)}; print('django' in sys.modules)"

    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert (run.stdout, run.stderr) == ("False\n", "")


def test_the_rules_never_ask_what_time_it_is() -> None:
    texts = [path.read_text(encoding="utf-8") for path in FOLDER.glob("*.py")]
    asking = ("now(", "today(", "time()")

    assert [word for word in asking for text in texts if word in text] == []
