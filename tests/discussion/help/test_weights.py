"""The weights' file: what it says of itself, and that a broken one is refused with a sentence."""

import json
import zlib
from pathlib import Path

import pytest

from blattwerk.discussion.help import weights
from blattwerk.discussion.help.model import shipped
from blattwerk.discussion.help.weights import MAGIC, WeightsError, opened, read, written

FILE = Path(weights.__file__).with_name("weights.bin")


def changed(**fields: object) -> bytes:
    head, _, body = FILE.read_bytes()[len(MAGIC) :].partition(b"\n")
    return MAGIC + json.dumps(json.loads(head) | fields).encode() + b"\n" + body


def test_the_shipped_file_is_small_and_names_its_source_and_licence() -> None:
    about = shipped().about

    assert FILE.stat().st_size < 1_000_000
    assert "Wiegand, Siegel, Ruppenhofer" in about.attribution
    assert (about.licence, about.examples) == ("CC BY 4.0", 5009)


def test_what_is_written_is_read_again() -> None:
    content = FILE.read_bytes()

    assert written(read(content)) == content


BROKEN = "is broken: fetch it again, or train the weights again."


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "holds no weights of the moderation help."),
        (b"\x80\x04pickled", "holds no weights of the moderation help."),
        (MAGIC, BROKEN),
        (MAGIC + b"[]\n", BROKEN),
        (MAGIC + b"[" * 100_000, BROKEN),
        (FILE.read_bytes()[:-9], BROKEN),
        (FILE.read_bytes()[:-1] + b"\0", BROKEN),
        (changed(step="nan"), BROKEN),
        (changed(constant=None), BROKEN),
        (changed(slope=0), BROKEN),
        (changed(digest="0"), BROKEN),
        (changed() + b" " * 1_000_000, "is larger than 1,000,000 bytes; weights are smaller."),
        (changed(version=7),
         ("is of version 7, this Blattwerk reads version 1: "
         "train the weights again with `blattwerk moderation train`.")),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_used_is_refused(
    content: bytes, sentence: str, tmp_path: Path
) -> None:
    path = tmp_path / "weights.bin"
    path.write_bytes(content)

    with pytest.raises(WeightsError) as refused:
        opened(path)

    assert str(refused.value) == f"{path} {sentence}"


def test_a_packed_bomb_is_not_unpacked() -> None:
    head, _, _ = FILE.read_bytes()[len(MAGIC) :].partition(b"\n")

    with pytest.raises(WeightsError):
        read(MAGIC + head + b"\n" + zlib.compress(bytes(20_000_000), 1))


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match="cannot be read: No such file or directory"):
        opened(tmp_path / "nowhere.bin")
