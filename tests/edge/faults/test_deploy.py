"""A new version's static files: what pages of the version before name is still there."""

import os
from pathlib import Path

from pytest_django.fixtures import Settings

from blattwerk.config.first_start import collect_static_files

LONG_AGO = 1_700_000_000


def test_files_that_older_pages_name_outlive_a_deploy(tmp_path: Path, settings: Settings) -> None:
    """Until the web servers listen readers get stored pages of the version before."""
    source, collected = tmp_path / "source", tmp_path / "static"
    source.mkdir()
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATICFILES_DIRS = [source]
    hashed = {"BACKEND": "blattwerk.config.staticfiles.HashedFiles"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": hashed}
    settings.STATIC_ROOT = str(collected)

    found = []
    for look in ("body { color: black }", "body { color: white }"):
        (source / "look.css").write_text(look)
        collect_static_files()
        found.append({path.name for path in collected.glob("look.????????????.css")})

    assert found[0] < found[1]

    [before] = found[0]
    for path in collected.iterdir():
        if path.name.startswith("look."):
            os.utime(path, (LONG_AGO, LONG_AGO))
    (source / "look.css").write_text("body { color: red }")
    collect_static_files()
    left = {path.name for path in collected.glob("look.????????????.css*")}
    assert before not in left
    assert len([name for name in left if name.endswith(".css")]) == 1
