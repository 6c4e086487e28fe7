"""Fetching a trained voice: whole or not at all, and every trouble is a sentence."""

import hashlib
import json
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from blattwerk.narration import voices
from blattwerk.narration.engines.booth import Booth, EngineSpec
from blattwerk.narration.engines.piper import packaged_folders
from blattwerk.narration.errors import VoiceError
from blattwerk.narration.voices import install_voice

NAME = "en_US-joe-medium"
PLACE = "en/en_US/joe/medium"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        pass


class Hub:
    """A source of voices on the loopback, with one real voice; `root` holds its files."""

    def __init__(self, root: Path, address: str) -> None:
        self.root, self.address = root, address

    def path(self, ending: str) -> Path:
        return self.root / PLACE / f"{NAME}{ending}"

    def index(self, *, size: int = 0) -> None:
        files = {
            str(path.relative_to(self.root)): {
                "size_bytes": size or path.stat().st_size,
                "md5_digest": hashlib.md5(path.read_bytes()).hexdigest(),  # noqa: S324
            }
            for path in sorted((self.root / PLACE).iterdir())
        }
        told = {NAME: {"key": NAME, "files": files}}
        (self.root / "voices.json").write_text(json.dumps(told))


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Hub]:
    root = tmp_path / "hub"
    packaged = next(iter(packaged_folders()))
    (root / PLACE).mkdir(parents=True)
    for source in packaged.iterdir():
        if source.is_file():
            (root / PLACE / source.name).symlink_to(source)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(root))) as server:
        thread = threading.Thread(target=server.serve_forever, args=[0.02])
        thread.start()
        running = Hub(root, f"http://127.0.0.1:{server.server_port}")
        running.index()
        yield running
        server.shutdown()
        thread.join()


def refusal(name: str, folder: Path, address: str) -> str:
    with pytest.raises(VoiceError) as refused:
        install_voice(name, folder, address=address)
    return str(refused.value)


def left_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_voice_is_fetched_and_speaks(hub: Hub, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    voice = install_voice(
        NAME,
        tmp_path / "voices",
        address=hub.address + "/",
        progress=lambda done, whole: told.append((done, whole)),
    )

    assert (voice.name, voice.language, voice.licence) == (NAME, "en", "CC0")
    assert left_in(tmp_path / "voices") == [
        *(f"{NAME}.MODEL_CARD", f"{NAME}.onnx", f"{NAME}.onnx.json"),
    ]
    assert told[-1][0] == told[-1][1] > 63_000_000
    spec = EngineSpec("piper", options={"folders": [str(tmp_path / "voices")]}, seconds=60)
    with Booth(spec) as booth:
        assert booth.speak("It works.", voice=NAME, lexicon={}).samples > 10_000


def test_a_source_without_index_or_card_will_do(hub: Hub, tmp_path: Path) -> None:
    (hub.root / "voices.json").unlink()
    (hub.root / PLACE / "MODEL_CARD").unlink()

    voice = install_voice(NAME, tmp_path / "voices", address=hub.address)

    assert voice.licence == "see the voice's model card"
    assert left_in(tmp_path / "voices") == [f"{NAME}.onnx", f"{NAME}.onnx.json"]


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("de_DE-torsten-medium", ""),
        ("en_US-jo-medium", " Did you mean en_US-joe-medium?"),
        ("../../etc/passwd", ""),
        ("", ""),
    ],
)
def test_an_unknown_name_is_told_with_near_ones(
    hub: Hub, tmp_path: Path, name: str, near: str
) -> None:
    assert refusal(name, tmp_path / "voices", hub.address) == (
        f"There is no voice “{name}”.{near} `blattwerk voices list` shows what can be had."
    )


def test_a_name_misspelt_is_told_without_asking_the_source(tmp_path: Path) -> None:
    told = refusal("thorsten", tmp_path / "voices", "http://127.0.0.1:9")

    assert told.startswith("There is no voice “thorsten”. Did you mean de_DE-thorsten-")


def test_no_network_is_told_plainly(tmp_path: Path) -> None:
    told = refusal(NAME, tmp_path / "voices", "http://127.0.0.1:9")

    assert told == (
        "127.0.0.1 cannot be reached (Connection refused). Is there a network? Else fetch the "
        "voice's .onnx and .onnx.json on another machine and copy both into the folder “voices” "
        "in the data folder."
    )
    assert left_in(tmp_path / "voices") == []


def test_a_file_that_is_cut_off_is_not_kept(hub: Hub, tmp_path: Path) -> None:
    hub.index(size=70_000_000)

    told = refusal(NAME, tmp_path / "voices", hub.address)

    assert told == (f"{NAME}.MODEL_CARD did not arrive whole (280 of 70000000 bytes). Try again.")
    assert left_in(tmp_path / "voices") == []


def test_a_file_that_was_changed_is_not_kept(hub: Hub, tmp_path: Path) -> None:
    settings = hub.path(".onnx.json").read_bytes()
    hub.path(".onnx.json").unlink()
    hub.path(".onnx.json").write_bytes(settings.replace(b"22050", b"22051"))

    told = refusal(NAME, tmp_path / "voices", hub.address)

    assert told.startswith(f"{NAME}.onnx.json did not arrive whole (")
    assert left_in(tmp_path / "voices") == []


@pytest.mark.parametrize("ending", [".onnx", ".onnx.json"])
def test_a_page_of_a_proxy_is_no_voice(hub: Hub, tmp_path: Path, ending: str) -> None:
    hub.path(ending).unlink()
    hub.path(ending).write_text("<html>Bitte anmelden</html>")
    hub.index()

    told = refusal(NAME, tmp_path / "voices", hub.address)

    assert told == (
        f"What came from the source is no voice of Piper's; {NAME} was not installed. "
        "Check BLATTWERK_VOICES_ADDRESS."
    )
    assert left_in(tmp_path / "voices") == []


def test_an_index_that_is_none_is_told(hub: Hub, tmp_path: Path) -> None:
    (hub.root / "voices.json").write_text("<html>")

    told = refusal(NAME, tmp_path / "voices", hub.address)

    assert told == f"{hub.address} is no source of voices; check BLATTWERK_VOICES_ADDRESS."


def test_a_file_that_is_not_there_is_told(hub: Hub, tmp_path: Path) -> None:
    hub.path(".onnx").unlink()

    told = refusal(NAME, tmp_path / "voices", hub.address)

    assert told == (
        f"127.0.0.1 answered 404 for {hub.address}/{PLACE}/{NAME}.onnx. "
        "Check the voice's name and BLATTWERK_VOICES_ADDRESS."
    )


def test_a_disk_without_room_is_told_before_anything_is_fetched(
    hub: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: SimpleNamespace(free=60_000_000))

    told = refusal(NAME, tmp_path / "voices", hub.address)

    assert told == (
        f"The voice needs 116 MB in {tmp_path / 'voices'}, but 60 MB are free. "
        "Make room and try again."
    )


def test_a_disk_that_fills_up_is_told(hub: Hub, tmp_path: Path) -> None:
    full = Path("/dev/full")
    with voices._disk_troubles(tmp_path), pytest.raises(OSError, match="No space") as trouble:
        full.write_bytes(b"x" * 100_000)
    with pytest.raises(VoiceError) as refused, voices._disk_troubles(tmp_path):
        raise trouble.value

    assert str(refused.value) == f"The disk of {tmp_path} is full. Make room and try again."


def test_a_folder_that_cannot_be_is_told(hub: Hub, tmp_path: Path) -> None:
    (tmp_path / "voices").write_text("a file stands here")

    told = refusal(NAME, tmp_path / "voices", hub.address)

    assert told == f"{tmp_path / 'voices'} cannot be written: File exists."


def test_installing_again_replaces_the_voice(hub: Hub, tmp_path: Path) -> None:
    install_voice(NAME, tmp_path / "voices", address=hub.address)
    settings = json.loads(hub.path(".onnx.json").read_text())
    settings["dataset"] = "joe, second edition"
    hub.path(".onnx.json").unlink()
    hub.path(".onnx.json").write_text(json.dumps(settings))
    hub.index()

    voice = install_voice(NAME, tmp_path / "voices", address=hub.address)

    assert json.loads(voice.config.read_text())["dataset"] == "joe, second edition"
