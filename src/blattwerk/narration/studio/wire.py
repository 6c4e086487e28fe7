"""Orders and results as JSON, between the door and the process that does the work."""

import dataclasses
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from blattwerk.narration.studio.interface import Made, MadeFile, Order, Tags, Take, Word

Json = Mapping[str, Any]


def line(said: Json) -> bytes:
    """One line of JSON."""
    return json.dumps(said, default=str).encode() + b"\n"


def read(said: bytes) -> dict[str, Any]:
    """What a line says."""
    return json.loads(said)


def to_json(thing: Order | Tags | Made) -> dict[str, Any]:
    """A dataclass as plain JSON; paths become strings."""
    return dataclasses.asdict(thing)


def order(said: Json) -> Order:
    return Order(
        takes=tuple(map(take, said["takes"])),
        tags=tags(said["tags"]),
        folder=Path(said["folder"]),
        notice=tuple(map(take, said["notice"])),
        manifest=said["manifest"],
    )


def take(said: Json) -> Take:
    words = tuple(Word(**word) for word in said["words"])
    return Take(**{**said, "pcm": Path(said["pcm"]), "words": words})


def tags(said: Json) -> Tags:
    one_line = {name: _one_line(text) for name, text in said.items() if isinstance(text, str)}
    whole: dict[str, Any] = {
        **one_line,
        "authors": tuple(map(_one_line, said["authors"])),
        "artwork": Path(said["artwork"]) if said["artwork"] else None,
    }
    return Tags(**whole)


def made(said: Json, folder: Path) -> Made:
    """What was made, its files where they now lie: in `folder`."""
    files = tuple(
        MadeFile(**{**file, "path": folder / Path(file["path"]).name}) for file in said["files"]
    )
    return Made(**{**said, "files": files, "starts": tuple(said["starts"])})


def _one_line(text: str) -> str:
    """No line breaks and nothing invisible that would end a tag early."""
    return " ".join("".join(" " if ord(one) < 32 else one for one in text).split())
