"""Score the reader: `python -m tests.importing.score_dumps [-v] FOLDER …`.

Beside each `<name>.txt` lies `<name>.json` with the fields expected. A reason is compared as
given or not given: its wording is for people.
"""

import json
import sys
from pathlib import Path
from typing import Any

from blattwerk.importing.dump import decode, read_dump

Wrong = dict[str, tuple[Any, Any]]


def wrong_fields(path: Path) -> Wrong:
    """The fields of one dump that are not as expected, each with (expected, read)."""
    expected = json.loads(path.with_suffix(".json").read_text())
    read = read_dump(decode(path.read_bytes())).as_contract()
    expected["reason"], read["reason"] = bool(expected["reason"]), bool(read["reason"])
    return {name: (expected[name], read[name]) for name in read if expected[name] != read[name]}


def score(folder: Path) -> tuple[int, int, dict[str, Wrong]]:
    """Fields in all, files in all, and what is wrong by file."""
    paths = sorted(folder.glob("*.txt"))
    wrong = {path.stem: found for path in paths if (found := wrong_fields(path))}
    return 13 * len(paths), len(paths), wrong


def main(arguments: list[str]) -> None:
    verbose = "-v" in arguments
    for name in (argument for argument in arguments if argument != "-v"):
        fields, files, wrong = score(Path(name))
        missed = sum(map(len, wrong.values()))
        print(f"{name}: {fields - missed}/{fields} fields ({1 - missed / fields:.1%}),")
        print(f"  {files - len(wrong)}/{files} files faultless ({1 - len(wrong) / files:.1%})")
        for stem, found in wrong.items() if verbose else ():
            print(f"  {stem}")
            for field, (expected, read) in found.items():
                print(f"    {field}\n      soll {expected!r}\n      ist  {read!r}")


if __name__ == "__main__":
    main(sys.argv[1:])
