"""A device that makes passkeys and proves them, as a browser would hand its answers on."""

import json
from hashlib import sha256
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from fido2.cose import ES256
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import (
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

HERE = "http://localhost"
_ID = b"one-of-one-device"


class Device:
    """Keeps one key."""

    def __init__(self) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.handle = ""

    def make(self, options: dict[str, Any]) -> str:
        """The answer to `navigator.credentials.create`."""
        asked = options["publicKey"]
        self.handle = asked["user"]["id"]
        public = ES256.from_cryptography_key(self.key.public_key())
        made = AttestedCredentialData.create(bytes(16), _ID, public)
        flags = _PRESENT | AuthenticatorData.FLAG.AT
        proof = AttestationObject.create("none", _signed(flags, made), {})
        return _answer(
            clientDataJSON=_client("webauthn.create", asked),
            attestationObject=websafe_encode(proof),
        )

    def prove(self, options: dict[str, Any], **other: str) -> str:
        """The answer to `navigator.credentials.get`; parts of it may be `other` ones."""
        client, data = _client("webauthn.get", options["publicKey"]), _signed(_PRESENT)
        told = bytes(data) + CollectedClientData(websafe_decode(client)).hash
        signature = self.key.sign(told, ec.ECDSA(SHA256()))
        parts = {
            "clientDataJSON": client,
            "authenticatorData": websafe_encode(data),
            "signature": websafe_encode(signature),
            "userHandle": self.handle,
        }
        return _answer(**{**parts, **other})


_PRESENT = AuthenticatorData.FLAG.UP | AuthenticatorData.FLAG.UV


def _signed(
    flags: AuthenticatorData.FLAG, made: AttestedCredentialData | None = None
) -> AuthenticatorData:
    return AuthenticatorData.create(
        sha256(b"localhost").digest(), flags, 1, bytes(made) if made else b""
    )


def _client(kind: str, asked: dict[str, Any]) -> str:
    told = {"type": kind, "challenge": asked["challenge"], "origin": HERE}
    return websafe_encode(json.dumps(told).encode())


def _answer(**response: str) -> str:
    return json.dumps(
        {
            "id": websafe_encode(_ID),
            "rawId": websafe_encode(_ID),
            "type": "public-key",
            "authenticatorAttachment": "platform",
            "clientExtensionResults": {"credProps": {"rk": True}, "of no use": "\0"},
            "response": {**response, "transports": ["internal"]},
        }
    )
