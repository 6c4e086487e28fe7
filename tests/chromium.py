"""Debian's Chromium: the headless build, a third thriftier on the same pages, or the whole."""

import shutil

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser")


def chromium() -> str:
    """Where it is."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    assert found, "Chromium is missing: run `make setup`."
    return found
