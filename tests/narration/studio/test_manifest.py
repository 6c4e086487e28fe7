"""Signed manifests: called last, on each sound file, and readable by anyone."""

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path

import c2pa
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from blattwerk.narration.errors import StudioFailed
from blattwerk.narration.studio import faults, manifest
from blattwerk.narration.studio.interface import Made, Order
from blattwerk.narration.studio.record import record

from . import sounds


def _name(common: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "AT"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Das Blatt"),
            x509.NameAttribute(NameOID.COMMON_NAME, common),
        ]
    )


def _certificate(
    subject: str, key: ec.EllipticCurvePrivateKey, issuer_key: ec.EllipticCurvePrivateKey
) -> x509.Certificate:
    now = dt.datetime.now(dt.UTC)
    authority = key is issuer_key
    builder = (
        x509.CertificateBuilder()
        .subject_name(_name(subject))
        .issuer_name(_name("Prüfstelle"))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=30))
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        .add_extension(
            x509.KeyUsage(
                not authority, False, False, False, False, authority, authority, False, False
            ),
            critical=True,
        )
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()),
            critical=False,
        )
    )
    if not authority:
        usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION])
        builder = builder.add_extension(usage, critical=False)
    return builder.sign(issuer_key, hashes.SHA256())


@pytest.fixture(scope="module")
def credentials(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate chain and a private key of our own, as files."""
    folder = tmp_path_factory.mktemp("credentials")
    authority, key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    chain = [_certificate("Das Blatt", key, authority)]
    chain.append(_certificate("Prüfstelle", authority, authority))
    pem = serialization.Encoding.PEM
    (folder / "chain.pem").write_bytes(b"".join(one.public_bytes(pem) for one in chain))
    (folder / "key.pem").write_bytes(
        key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return folder / "chain.pem", folder / "key.pem"


@pytest.fixture(scope="module")
def signed(
    article: Order, credentials: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory
) -> Made:
    order = replace(article, manifest=manifest.C2PA, folder=tmp_path_factory.mktemp("signed"))
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv(manifest.CERTIFICATE, str(credentials[0]))
        environment.setenv(manifest.KEY, str(credentials[1]))
        return record(order)


@pytest.mark.parametrize("kind", ["m4a", "mp3"])
def test_a_signed_file_says_a_machine_made_it(kind: str, signed: Made) -> None:
    with c2pa.Reader(sounds.by_kind(signed)[kind]) as reader:
        told = json.loads(reader.json())
        state = reader.get_validation_state()
    active = told["manifests"][told["active_manifest"]]
    actions = next(
        one["data"]["actions"] for one in active["assertions"] if "actions" in one["label"]
    )
    assert state == "Valid"
    assert active["title"] == "Die alte Brücke"
    assert [(one["action"], one["digitalSourceType"]) for one in actions] == [
        (
            "c2pa.created",
            "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia",
        )
    ]


@pytest.mark.parametrize("kind", ["m4a", "mp3", "opus"])
def test_signing_does_not_move_the_sound(kind: str, signed: Made, article: Order) -> None:
    heard = sounds.decoded(sounds.by_kind(signed)[kind], signed.rate)
    pcm = article.takes[2].pcm.read_bytes()
    assert sounds.lag(pcm, heard, signed.starts[2]) == 0


def test_a_file_changed_after_signing_is_found_out(signed: Made, tmp_path: Path) -> None:
    content = bytearray(sounds.by_kind(signed)["m4a"].read_bytes())
    content[-50] ^= 0xFF
    changed = tmp_path / "changed.m4a"
    changed.write_bytes(content)
    with c2pa.Reader(changed) as reader:
        assert reader.get_validation_state() == "Invalid"


def test_a_missing_certificate_is_told(article: Order, tmp_path: Path) -> None:
    with pytest.raises(StudioFailed) as failure:
        record(replace(article, manifest=manifest.C2PA, folder=tmp_path))
    assert str(failure.value) == faults.SIGNER
    assert sounds.leftovers(tmp_path) == set()


def test_a_key_that_is_none_is_told(
    article: Order, credentials: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(manifest.CERTIFICATE, str(credentials[0]))
    monkeypatch.setenv(manifest.KEY, str(credentials[0]))
    with pytest.raises(StudioFailed) as failure:
        record(replace(article, manifest=manifest.C2PA, folder=tmp_path))
    assert str(failure.value) == faults.SIGNER


def test_a_signer_nobody_wrote_is_told(article: Order, tmp_path: Path) -> None:
    with pytest.raises(StudioFailed) as failure:
        record(replace(article, manifest="nowhere.to.be.found", folder=tmp_path))
    assert str(failure.value) == faults.NO_SIGNER
