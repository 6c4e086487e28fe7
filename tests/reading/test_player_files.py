"""The player's files are light, newest, and all that the policy allows."""

import hashlib
import re
from base64 import b64encode
from pathlib import Path

import brotli
from django.conf import settings
from django.contrib.staticfiles import finders

from blattwerk import reading, shell

PARTS = Path(str(reading.__file__)).parent / "player"
VENDORED = Path(str(shell.__file__)).parent / "static" / "shell" / "vendor" / "turbo.js"
PLAYER = ("listen.js", "player.js", "player.css")
MOST = 6 * 1024  # bytes in Brotli


def served(name: str) -> bytes:
    """A file of the player as browsers get it."""
    found = finders.find(f"reading/{name}")
    assert isinstance(found, str)
    return Path(found).read_bytes()


def test_the_player_keeps_its_weight() -> None:
    weights = {name: len(brotli.compress(served(name), quality=11)) for name in PLAYER}
    assert sum(weights.values()) <= MOST, weights


def test_the_joined_player_is_as_new_as_its_parts() -> None:
    parts = sorted(path for path in PARTS.iterdir() if path.suffix in (".js", ".css"))
    joined = hashlib.sha256(b"".join(part.read_bytes() for part in parts)).hexdigest()
    assert (PARTS / "joined.sha256").read_text("utf-8").strip() == joined, "Run scripts/player."


def test_no_script_of_the_player_builds_markup_or_code_from_text() -> None:
    dangerous = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|\beval\b|new Function")
    parts = [path for path in PARTS.glob("*.js") if dangerous.search(path.read_text("utf-8"))]
    assert parts == []


def test_the_policy_allows_the_one_style_of_the_vendored_turbo() -> None:
    script = VENDORED.read_text("utf-8")
    css = re.search(r"static get defaultCSS\(\) \{\s+return unindent`\n(.*?)`", script, re.DOTALL)
    duration = re.search(r"static animationDuration = (\d+)", script)
    assert css
    assert duration
    milliseconds = int(duration[1])
    text = css[1].replace("${ProgressBar.animationDuration / 2}", str(milliseconds // 2))
    text = text.replace("${ProgressBar.animationDuration}", str(milliseconds))
    indent = len(text) - len(text.lstrip())
    style = "\n".join(line[indent:] for line in text.split("\n"))

    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()

    assert settings.READER_CSP["style-src"][1:] == [f"'sha256-{digest}'"]
