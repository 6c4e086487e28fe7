"""How deep a device's answer is nested, told without descending: who reads it after us recurses."""

from typing import Any

from fido2 import cbor
from fido2.utils import websafe_decode

DEEPEST = 8  # a device's answer has four
BRACKETS = 64  # in an answer's JSON; a device's has some ten
# WebAuthn 2, section 6.1: where flags and credential stand in what an authenticator signs.
_FLAGS, _AFTER_COUNTER, _CREDENTIAL_LENGTH, _CREDENTIAL = 32, 37, 53, 55
_ATTESTED, _EXTENDED = 0x40, 0x80


def check_json(text: str) -> None:
    """Raise ValueError if the answer has more brackets than any device writes."""
    if text.count("[") + text.count("{") > BRACKETS:
        raise ValueError("More brackets than a device writes.")


def check_response(response: dict[str, Any]) -> None:
    """Raise ValueError or LookupError if the CBOR in a response is nested or cut."""
    if "attestationObject" in response:
        attestation = websafe_decode(response["attestationObject"])
        end_of_item(attestation, 0)
        known: Any = cbor.decode(attestation)
        check_authenticator(known["authData"])
    if "authenticatorData" in response:
        check_authenticator(websafe_decode(response["authenticatorData"]))


def check_authenticator(data: bytes) -> None:
    """Raise ValueError or LookupError if the key or the extensions are nested or cut."""
    flags, at = data[_FLAGS], _AFTER_COUNTER
    if flags & _ATTESTED:
        length = int.from_bytes(data[_CREDENTIAL_LENGTH:_CREDENTIAL])
        at = end_of_item(data, _CREDENTIAL + length)
    if flags & _EXTENDED:
        end_of_item(data, at)


def end_of_item(data: bytes, at: int) -> int:
    """Where the CBOR item that begins at `at` ends.

    Raises ValueError if it is nested deeper than `DEEPEST`, LookupError if it is cut.
    """
    to_come = [1]  # items, for each level
    while to_come:
        if not to_come[-1]:
            to_come.pop()
            continue
        to_come[-1] -= 1
        kind, number, at = _head(data, at)
        if kind in (2, 3):  # bytes, text
            at += number
        elif kind in (4, 5):  # list, map
            to_come.append(number if kind == 4 else 2 * number)
        if len(to_come) > DEEPEST:
            raise ValueError("Nested deeper than a device nests.")
    return at


def _head(data: bytes, at: int) -> tuple[int, int, int]:
    """Kind and number of an item, and what follows them. RFC 8949, section 3."""
    kind, number = data[at] >> 5, data[at] & 0b11111
    at += 1
    if number < 24:
        return kind, number, at
    if number > 27 or kind in (6, 7):
        raise ValueError("Written as no device writes.")
    size = 1 << (number - 24)
    return kind, int.from_bytes(data[at : at + size]), at + size
