"""Piper voices as they lie in a folder: NAME.onnx, NAME.onnx.json, and perhaps a model card."""

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

ENDING = ".onnx"
CARD = "MODEL_CARD"
UNKNOWN = "see the voice's model card"


@dataclass(frozen=True)
class VoiceFiles:
    """One voice; `card` may not exist."""

    name: str
    language: str
    model: Path
    config: Path
    card: Path

    @property
    def title(self) -> str:
        """Such as “thorsten, medium, de_DE”."""
        place, _, rest = self.name.partition("-")
        return ", ".join([*rest.split("-"), place]) if rest else self.name

    @property
    def licence(self) -> str:
        """What the model card says of the recordings' licence."""
        try:
            text = self.card.read_text(encoding="utf-8")
        except (OSError, ValueError):
            return UNKNOWN
        match = re.search(r"^\W*licen[cs]e\W*:\W*(.+?)\s*$", text, re.IGNORECASE | re.MULTILINE)
        return match[1][:200] if match else UNKNOWN

    def fingerprint(self) -> str:
        """Changes when the model or its settings do."""
        return _fingerprint(self.model, *_looks(self.model), self.config, *_looks(self.config))


def find_voice_files(folders: Iterable[Path]) -> list[VoiceFiles]:
    """Every whole voice, each name once (the first folder wins), in the order of names."""
    found: dict[str, VoiceFiles] = {}
    for folder in folders:
        for model in sorted(folder.glob(f"*{ENDING}")):
            voice = _voice_files(model)
            if voice:
                found.setdefault(voice.name, voice)
    return [found[name] for name in sorted(found)]


def _voice_files(model: Path) -> VoiceFiles | None:
    config = model.with_name(model.name + ".json")
    try:
        told = json.loads(config.read_text(encoding="utf-8"))
        language = str(told["espeak"]["voice"])[:2]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    name = model.name.removesuffix(ENDING)
    card = model.with_name(f"{name}.{CARD}")
    return VoiceFiles(
        name, language, model, config, card if card.exists() else model.with_name(CARD)
    )


def _looks(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_size, status.st_mtime_ns


@lru_cache(maxsize=64)
def _fingerprint(
    model: Path, _size: int, _time: int, config: Path, _config_size: int, _config_time: int
) -> str:
    digest = hashlib.sha256()
    for path in (model, config):
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()[:12]
