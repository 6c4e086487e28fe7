"""`blattwerk serve` with a certificate of its own, and with a log of who asked."""

import os
import pty
import signal
import ssl
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPResponse
from pathlib import Path

import pytest

from blattwerk.config.options import BadOption, read_options
from tests.edge.door.certificates import make_pair, trusting
from tests.edge.door.upstream_play import until
from tests.household import Household, command, running
from tests.stock import keep_static_files, migrated_home, new_home

pytestmark = [pytest.mark.usefixtures("_no_proxy"), pytest.mark.any_database]


@pytest.fixture(autouse=True, scope="module")
def _no_proxy() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("no_proxy", "*")
        yield


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tls")
    made = make_pair(folder / "first")
    for name in ("paper.pem", "paper.key"):  # as those who renew certificates lay them out
        (folder / name).symlink_to(made.with_name(name))
    return folder / "paper.pem"


@pytest.fixture(scope="module")
def household(pair: Path) -> Iterator[Household]:
    with pytest.MonkeyPatch.context() as patch, new_home(like=migrated_home()) as home:
        patch.setenv("BLATTWERK_TLS_CERTIFICATE", str(pair))
        patch.setenv("BLATTWERK_TLS_KEY", str(pair.with_suffix(".key")))
        patch.setenv("BLATTWERK_ACCESS_LOG", str(pair.parent / "access.log"))
        with running(home) as household:
            keep_static_files(household.data)
            yield household


def opened(household: Household, certificate: Path, path: str) -> HTTPResponse:
    address = household.address.replace("http://", "https://") + path
    context = trusting(certificate)
    answer: HTTPResponse = urllib.request.urlopen(address, timeout=20, context=context)  # noqa: S310
    return answer


def test_the_paper_is_served_over_https(household: Household, pair: Path) -> None:
    with opened(household, pair, "/") as answer:
        assert answer.status == 200
        assert answer.headers["strict-transport-security"]
    with opened(household, pair, "/redaktion/login/") as answer:
        assert "secure" in (answer.headers["set-cookie"] or "").lower()

    assert household.address.replace("http://", "https://") in household.said


def test_a_hangup_has_the_edge_take_a_renewed_certificate(household: Household, pair: Path) -> None:
    edge = household.children("edge.door")
    newer = make_pair(pair.parent / "second")
    for name in ("paper.pem", "paper.key"):
        (pair.parent / name).unlink()
        (pair.parent / name).symlink_to(newer.with_name(name))

    household.process.send_signal(signal.SIGHUP)

    def taken() -> bool:
        try:
            with opened(household, newer, "/robots.txt") as answer:
                return answer.status == 200
        except urllib.error.URLError as error:
            if isinstance(error.reason, ssl.SSLCertVerificationError):
                return False
            raise

    until(taken, patience=20)
    assert household.children("edge.door") == edge  # the same process
    assert household.process.poll() is None


def test_the_log_is_begun_anew_when_it_was_moved_away(household: Household, pair: Path) -> None:
    log = pair.parent / "access.log"
    until(lambda: log.exists() and "GET /robots.txt" in log.read_text(), patience=10)
    before = log.rename(log.with_suffix(".log.1"))

    household.process.send_signal(signal.SIGHUP)
    with opened(household, pair, "/robots.txt?neu"):
        pass

    until(lambda: log.exists() and "GET /robots.txt?neu" in log.read_text(), patience=10)
    assert "neu" not in before.read_text()
    assert log.stat().st_mode & 0o007 == 0  # addresses are nobody else's business


def test_a_log_in_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadOption, match="in a folder that is there"):
        read_options({"BLATTWERK_ACCESS_LOG": str(tmp_path / "none" / "access.log")})
    with pytest.raises(BadOption, match="in a folder that is there"):
        read_options({"BLATTWERK_ACCESS_LOG": str(tmp_path)})
    log = tmp_path / "access.log"
    assert read_options({"BLATTWERK_ACCESS_LOG": str(log)}).access_log == log


def test_a_key_that_does_not_fit_ends_the_start_before_anything_is_begun(tmp_path: Path) -> None:
    pair = make_pair(tmp_path)
    other = make_pair(tmp_path, "other")
    told = {
        "BLATTWERK_DATA": str(tmp_path / "data"),
        "BLATTWERK_TLS_CERTIFICATE": str(pair),
        "BLATTWERK_TLS_KEY": str(other.with_suffix(".key")),
    }
    ended = command({**os.environ, **told}, "serve")

    assert ended.returncode == 1
    assert "does not fit the certificate" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert not (tmp_path / "data" / "blattwerk.sqlite3").exists()


def test_one_of_the_two_alone_is_refused() -> None:
    with pytest.raises(BadOption, match="BLATTWERK_TLS_KEY must be set too"):
        read_options({"BLATTWERK_TLS_CERTIFICATE": "/a.pem"})
    with pytest.raises(BadOption, match="BLATTWERK_TLS_CERTIFICATE must be set too"):
        read_options({"BLATTWERK_TLS_KEY": "/a.key"})


TLS = {"BLATTWERK_TLS_CERTIFICATE": "/a.pem", "BLATTWERK_TLS_KEY": "/a.key"}


def test_with_tls_the_address_is_https_and_no_proxy_is_believed() -> None:
    alone = read_options(TLS | {"PORT": "8443"})
    named = read_options(TLS | {"BLATTWERK_ADDRESS": "https://www.example.at"})
    behind = read_options(TLS | {"BLATTWERK_PROXIES": "1", "PORT": "443", "HOST": "::1"})

    assert (alone.address, alone.proxies) == ("https://127.0.0.1:8443", 0)
    assert (named.address, named.proxies) == ("https://www.example.at", 0)
    assert (behind.address, behind.proxies) == ("https://[::1]", 1)
    with pytest.raises(BadOption, match="must begin with https://"):
        read_options(TLS | {"BLATTWERK_ADDRESS": "http://www.example.at"})


SUPERVISOR = """
import fcntl, signal, sys, termios
from pathlib import Path
from types import SimpleNamespace
from blattwerk.config import serving
if sys.stdin.isatty():
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)  # the terminal is this session's
serving.LOOK_SECONDS = 0.001
renewals = []
edge = SimpleNamespace(poll=lambda: None, send_signal=renewals.append)
household = serving.Household.__new__(serving.Household)
household.stopping = household.renewing = False
household.children = [SimpleNamespace(process=edge)]
household.ends_with_terminal = serving._at_terminal()
household._listen()
Path(sys.argv[1]).write_text("ready")
household._work()
Path(sys.argv[1]).write_text(str(len(renewals)))
"""


@contextmanager
def supervisor(said: Path, stdin: int) -> Iterator["subprocess.Popen[bytes]"]:
    """One without children of its own; when it ends it has said how often it renewed."""
    said.touch()
    child = subprocess.Popen(
        [sys.executable, "-c", SUPERVISOR, str(said)],
        env={**os.environ, "PYTHONPATH": "src", "BLATTWERK_DATA": str(said.parent)},
        stdin=stdin,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,  # nobody can write to a terminal that is closed
        start_new_session=True,
    )
    try:
        until(lambda: said.read_text() == "ready", patience=60)
        yield child
        child.wait(60)
    finally:
        child.kill()
        child.wait()


def test_a_terminal_that_is_closed_ends_the_paper(tmp_path: Path) -> None:
    terminal, its_end = pty.openpty()
    with supervisor(tmp_path / "said", its_end) as child:
        os.close(its_end)
        os.close(terminal)

    assert child.returncode == 0
    assert (tmp_path / "said").read_text() == "0"


def test_at_a_terminal_renewing_ends_nothing_and_however_many_signals_hold_nothing_up(
    tmp_path: Path,
) -> None:
    terminal, its_end = pty.openpty()
    try:
        with supervisor(tmp_path / "said", its_end) as child:
            for _turn in range(5_000):
                child.send_signal(signal.SIGHUP)
                time.sleep(0.0001)
            child.send_signal(signal.SIGTERM)
    finally:
        os.close(its_end)
        os.close(terminal)

    assert child.returncode == 0
    assert int((tmp_path / "said").read_text()) > 0
