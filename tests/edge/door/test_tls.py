"""TLS from the edge itself: handshakes, renewal, and refusals that say what is wrong."""

import logging
import os
import socket
import ssl
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from blattwerk.edge.door.tls import BadCertificate, read_pair
from tests.edge.door.certificates import make_pair, trusting
from tests.edge.door.upstream_play import PAGE, House, open_house, private, read, request, until


@pytest.fixture
def pair(tmp_path: Path) -> Path:
    return make_pair(tmp_path / "tls")


@pytest.fixture
def secure(pair: Path) -> Iterator[House]:
    with open_house(certificate=pair, key=pair.with_suffix(".key")) as opened:
        yield opened


def connected(house: House, context: ssl.SSLContext) -> ssl.SSLSocket:
    return context.wrap_socket(house.connect(), server_hostname="paper.test")


def test_readers_are_answered_over_tls_and_the_application_hears_of_it(
    secure: House, pair: Path
) -> None:
    with connected(secure, trusting(pair)) as connection:
        assert connection.version() == "TLSv1.3"
        assert connection.selected_alpn_protocol() == "http/1.1"
        for _turn in range(3):
            connection.sendall(request("/a/"))
            assert read(connection).body == PAGE
        secure.play.script = lambda heard: private(heard.headers["x-forwarded-proto"].encode())
        connection.sendall(request("/konto/"))
        assert read(connection).body == b"https"

    assert secure.play.heard[0].headers["x-forwarded-proto"] == "https"
    assert secure.door.numbers.hits == 2
    assert secure.door.look.aims  # both were read at a glance


def test_large_answers_come_whole_over_tls(secure: House, pair: Path) -> None:
    large = os.urandom(5_000_000)
    secure.play.script = lambda _heard: private(large)

    with connected(secure, trusting(pair)) as connection:
        connection.sendall(request("/konto/export/"))
        assert read(connection).body == large


def test_old_versions_and_weak_suites_are_refused(secure: House, pair: Path) -> None:
    context = trusting(pair)
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    with connected(secure, context) as connection:
        assert "GCM" in connection.cipher()[0] or "CHACHA20" in connection.cipher()[0]  # type: ignore[index]
    context.set_ciphers("ECDHE+AES:!AESGCM:!AESCCM")
    with pytest.raises(ssl.SSLError):
        connected(secure, context)
    old = trusting(pair)
    old.set_ciphers("DEFAULT:@SECLEVEL=0")
    with pytest.warns(DeprecationWarning, match="deprecated"):
        old.minimum_version = ssl.TLSVersion.TLSv1
    with pytest.warns(DeprecationWarning, match="deprecated"):
        old.maximum_version = ssl.TLSVersion.TLSv1_1
    with pytest.raises(ssl.SSLError):
        connected(secure, old)


def test_who_speaks_no_tls_hinders_nobody(pair: Path) -> None:
    options = {"certificate": pair, "key": pair.with_suffix(".key"), "head_time": 0.5}
    with open_house(**options) as house:
        with house.connect() as plain:
            plain.sendall(request("/a/"))
            assert plain.recv(100)[:1] != b"H"  # an alert, or nothing
        with house.connect() as silent:
            assert silent.recv(1) == b""  # the handshake is not waited for
        with connected(house, trusting(pair)) as connection:
            connection.sendall(request("/a/"))
            assert read(connection).status == 200


def test_a_renewed_certificate_is_for_new_connections_and_old_ones_go_on(
    secure: House, pair: Path, tmp_path: Path
) -> None:
    first = trusting(pair)
    both = connected(secure, first)
    with both as before:
        newer = make_pair(tmp_path / "new")
        newer.replace(pair)
        (tmp_path / "new" / "paper.key").replace(pair.with_suffix(".key"))
        secure.loop.call_soon_threadsafe(secure.server.renew)
        until(lambda: _accepted(secure, trusting(pair)))

        before.sendall(request("/a/"))
        assert read(before).body == PAGE
    assert not _accepted(secure, first)


def _accepted(house: House, context: ssl.SSLContext) -> bool:
    try:
        with connected(house, context) as connection:
            connection.sendall(request("/a/"))
            return read(connection).status == 200
    except ssl.SSLCertVerificationError:
        return False


def test_a_bad_renewal_changes_nothing_and_says_so(
    secure: House, pair: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    known = trusting(pair)
    make_pair(tmp_path / "other").replace(pair)  # the key stays that of the first

    with caplog.at_level(logging.WARNING):
        secure.loop.call_soon_threadsafe(secure.server.renew)
        until(lambda: "stays in use" in caplog.text)

    assert "does not fit the certificate" in caplog.text
    assert _accepted(secure, known)


def test_what_cannot_be_used_is_said_in_a_sentence(pair: Path, tmp_path: Path) -> None:
    key = pair.with_suffix(".key")
    locked = make_pair(tmp_path, "locked", password=b"secret")
    other = make_pair(tmp_path, "other")
    broken = tmp_path / "broken.pem"
    broken.write_text("-----BEGIN CERTIFICATE-----\nno\n-----END CERTIFICATE-----\n")

    for certificate, its_key, said in (
        (tmp_path / "none.pem", key, "none.pem cannot be read: No such file"),
        (tmp_path, key, "cannot be read: Is a directory"),
        (pair, tmp_path / "none.key", "The TLS key .*none.key cannot be read"),
        (key, key, "holds no TLS certificate in PEM form"),
        (pair, pair, "holds no TLS key in PEM form"),
        (pair, other.with_suffix(".key"), "does not fit the certificate"),
        (locked, locked.with_suffix(".key"), "locked with a password"),
        (broken, key, "cannot be used"),
    ):
        with pytest.raises(BadCertificate, match=said):
            read_pair(certificate, its_key)


def test_the_edge_alone_ends_with_a_sentence(tmp_path: Path) -> None:
    ended = subprocess.run(
        [
            sys.executable, "-m", "blattwerk.edge.door", "--upstream", str(tmp_path / "app"),
            "--folder", str(tmp_path), "--certificate", str(tmp_path / "none.pem"),
        ],
        env={**os.environ, "PYTHONPATH": "src"},
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip

    assert ended.returncode == 1
    assert ended.stderr.startswith("edge: The TLS certificate")
    assert "Traceback" not in ended.stderr


def test_a_reader_who_leaves_in_the_handshake_is_forgotten(secure: House, pair: Path) -> None:
    for _turn in range(20):
        with socket.create_connection(secure.address) as gone:
            gone.sendall(b"\x16\x03\x01")
    assert _accepted(secure, trusting(pair))
    until(lambda: not secure.door.connections)
