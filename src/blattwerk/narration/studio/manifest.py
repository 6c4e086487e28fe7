"""Signed manifests: a hook called last on each sound file, and one signer that fits it.

A signer is any `sign(path: Path, claim: dict[str, str]) -> None` that changes the file in place
and leaves kinds it cannot sign as they are; name it in `Order.manifest` by its dotted path.
"""

import json
import os
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from blattwerk import __version__
from blattwerk.narration.errors import StudioFailed
from blattwerk.narration.studio import faults
from blattwerk.narration.studio.interface import Tags
from blattwerk.narration.studio.tags import ENCODER, IPTC, source_type

if TYPE_CHECKING:
    from c2pa import C2paSignerInfo

C2PA = "blattwerk.narration.studio.manifest.sign_with_c2pa"
CERTIFICATE = "BLATTWERK_C2PA_CERTIFICATE"  # a file: the signer's chain, PEM
KEY = "BLATTWERK_C2PA_KEY"  # a file: the private key, PEM
ALGORITHM = "BLATTWERK_C2PA_ALGORITHM"  # es256 unless told
RECORDED = IPTC + "digitalCapture"  # a human before a microphone
_FORMATS = {".m4a": "audio/mp4", ".mp3": "audio/mpeg"}

Signer = Callable[[Path, dict[str, str]], None]


def sign(signer: str, path: Path, tags: Tags) -> None:
    """Let the named signer sign `path`; "" signs nothing. Raises StudioFailed."""
    if signer:
        _loaded(signer)(path, claim(tags))


def claim(tags: Tags) -> dict[str, str]:
    """What a manifest says of a recording."""
    return {
        "title": tags.title,
        "paper": tags.paper,
        "language": tags.language,
        "date": tags.date,
        "address": tags.address,
        "comment": tags.comment,
        "digital_source_type": source_type(tags),
        "engine": tags.engine,
        "voice": tags.voice,
        "generator": ENCODER,
    }


def sign_with_c2pa(path: Path, claim: dict[str, str]) -> None:
    """Sign .m4a and .mp3 by C2PA with the certificate and key named in the environment.

    Needs the extra `blattwerk[c2pa]`. Raises StudioFailed.
    """
    form = _FORMATS.get(path.suffix)
    if form is None:
        return
    import c2pa

    signed = path.with_name(f"signed{path.suffix}")
    try:
        with (
            c2pa.Signer.from_info(_signer_info()) as signer,
            c2pa.Builder(json.dumps(_statement(claim))) as builder,
            path.open("rb") as source,
            signed.open("w+b") as target,
        ):
            builder.sign(signer, form, source, target)
        signed.replace(path)
    except (c2pa.C2paError, OSError, KeyError) as error:
        raise StudioFailed(faults.SIGNER) from error


def _loaded(signer: str) -> Signer:
    module, _, name = signer.rpartition(".")
    try:
        found: Signer = getattr(import_module(module), name)
    except (ImportError, AttributeError, ValueError) as error:
        raise StudioFailed(faults.NO_SIGNER) from error
    return found


def _signer_info() -> "C2paSignerInfo":
    import c2pa

    return c2pa.C2paSignerInfo(
        os.environ.get(ALGORITHM, "es256"),
        Path(os.environ[CERTIFICATE]).read_bytes(),
        Path(os.environ[KEY]).read_bytes(),
        None,  # no time stamp from outside: the studio works without a network
    )


def _statement(claim: dict[str, str]) -> dict[str, object]:
    """A C2PA manifest that says how the recording came to be."""
    created = {
        "action": "c2pa.created",
        "digitalSourceType": claim["digital_source_type"] or RECORDED,
        "softwareAgent": {"name": claim["engine"] or claim["generator"]},
        "parameters": {"description": claim["comment"], "voice": claim["voice"]},
    }
    return {
        "claim_generator_info": [{"name": "Blattwerk", "version": __version__}],
        "title": claim["title"],
        "assertions": [{"label": "c2pa.actions.v2", "data": {"actions": [created]}}],
    }
