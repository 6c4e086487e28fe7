"""Read page dumps without a database: what an import would make of them. No Django."""

import json
from pathlib import Path

from blattwerk.importing.dump import DumpRefused, Reading, decode, read_dump


class NameTaken(OSError):
    """Two files of one run would be written to the same place."""


def try_dump(raw: bytes) -> Reading:
    """The reading; of kind `refused`, with the reason, for what is no text."""
    try:
        return read_dump(decode(raw))
    except DumpRefused as error:
        return Reading("refused", refusal=str(error))


class ContractFolder:
    """The folder of one trial: `<stem>.json` for each file, in the shape that is measured."""

    def __init__(self, folder: Path) -> None:
        """Makes the folder where it is missing. Raises OSError."""
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.written: dict[str, Path] = {}

    def write(self, path: Path, reading: Reading) -> Path:
        """What was read from `path`. Raises NameTaken, other OSErrors when the disk is full."""
        if other := self.written.get(path.stem):
            raise NameTaken(
                f"{path.stem}.json holds what was read from {other} already; "
                "give one of the files another name or try them apart."
            )
        self.written[path.stem] = path
        target = self.folder / f"{path.stem}.json"
        text = json.dumps(reading.as_contract(), ensure_ascii=False, indent=2)
        target.write_text(text + "\n", encoding="utf-8")
        return target
