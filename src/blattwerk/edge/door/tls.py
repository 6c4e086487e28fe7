"""The certificate that readers' connections are kept with, and its renewal."""

import ssl
from pathlib import Path

# For TLS 1.2, of the suites with forward secrecy, those that encrypt and authenticate in one;
# TLS 1.3 has no others.
CIPHERS = "ECDHE+AESGCM:ECDHE+CHACHA20"
PROTOCOLS = ("http/1.1",)


class BadCertificate(ValueError):
    """Certificate and key cannot be used; the sentence says why and what helps."""


class Certificate:
    """A certificate and its key, which may be replaced while connections are open.

    A server keeps the context it was begun with, so each handshake is handed over to the one that
    is in force. Connections that are open are not touched. Raises BadCertificate.
    """

    def __init__(self, certificate: Path, key: Path) -> None:
        self.certificate = certificate
        self.key = key
        self.context = self._now = read_pair(certificate, key)
        self.context.sni_callback = self._hand_over  # it is asked without a name as well

    def renew(self) -> None:
        """Read both files anew, for connections to come.

        Raises BadCertificate; then the pair that is in force stays so.
        """
        self._now = read_pair(self.certificate, self.key)

    def _hand_over(self, connection: ssl.SSLObject, _name: str | None, _by: ssl.SSLContext) -> None:
        if self._now is not self.context:
            connection.context = self._now


def read_pair(certificate: Path, key: Path) -> ssl.SSLContext:
    """What connections are made with. Raises BadCertificate."""
    _look(certificate, "certificate", b"-----BEGIN CERTIFICATE-----")
    _look(key, "key", b"PRIVATE KEY-----")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.options |= ssl.OP_NO_RENEGOTIATION  # it costs us more than the one who asks for it
    context.set_ciphers(CIPHERS)
    context.set_alpn_protocols(PROTOCOLS)

    def no_password() -> str:
        raise BadCertificate(
            f"The TLS key {key} is locked with a password, and nobody is there to type it. "
            "Unlock a copy: openssl pkey -in locked.pem -out key.pem"
        )

    try:
        context.load_cert_chain(certificate, key, no_password)
    except ssl.SSLError as error:
        if error.reason == "KEY_VALUES_MISMATCH":
            raise BadCertificate(
                f"The TLS key {key} does not fit the certificate {certificate}. "
                "Give the key that the certificate was asked for with; the paper's own certificate "
                "stands first in its file, those of its issuers after it."
            ) from None
        raise BadCertificate(
            f"The TLS certificate {certificate} and its key {key} cannot be used "
            f"({error.reason or error}). Have them made anew, in PEM form."
        ) from None
    except OSError as error:  # between looking and loading
        raise BadCertificate(
            f"The TLS certificate {certificate} or its key {key} cannot be read: {error.strerror}. "
            "Let who serves the paper read them."
        ) from None
    return context


def _look(path: Path, what: str, mark: bytes) -> None:
    try:
        text = path.read_bytes()
    except OSError as error:
        raise BadCertificate(
            f"The TLS {what} {path} cannot be read: {error.strerror}. "
            f"Set BLATTWERK_TLS_{what.upper()} to a file that may be read by who serves the paper."
        ) from None
    if mark not in text:
        raise BadCertificate(
            f"The file {path} holds no TLS {what} in PEM form. "
            f"Set BLATTWERK_TLS_{what.upper()} to one that does."
        )
