"""Lists and tables as they are written in this package's modules."""


def words(listed: str) -> tuple[str, ...]:
    """The words of a written list."""
    return tuple(listed.split())


def table(written: str) -> dict[str, str]:
    """Entries `short = said`, parted by bars and lines."""
    entries = (entry.split(" = ") for line in written.splitlines() for entry in line.split(" | "))
    return {entry[0].strip(): entry[1].strip() for entry in entries if len(entry) == 2}


def pairs(written: str) -> dict[str, tuple[str, str]]:
    """Entries `short = one, other`; where there is one only, it serves for both."""
    parted = {short: said.partition(", ") for short, said in table(written).items()}
    return {short: (first, other or first) for short, (first, _, other) in parted.items()}
