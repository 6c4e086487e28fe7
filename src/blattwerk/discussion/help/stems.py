"""Groups of abusive words, known by their stems."""

from functools import cache
from importlib.resources import files


def groups_of(key: str) -> set[str]:
    """The groups that a folded word belongs to."""
    known, longest = _known()
    word = f"_{key}_"
    size = len(word)
    return {
        known[word[start:end]]
        for start in range(size)
        for end in range(start + 3, min(size, start + longest) + 1)
        if word[start:end] in known
    }


def stems() -> list[str]:
    """All of them, as they stand in the file."""
    return list(_known()[0])


@cache
def _known() -> tuple[dict[str, str], int]:
    """Each stem's group, and the length of the longest stem."""
    known: dict[str, str] = {}
    group = ""
    for line in files(__package__).joinpath("stems.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            group = line.strip("[]")
        elif not line.startswith("#"):
            known |= dict.fromkeys(line.split(), group)
    return known, max(map(len, known))
