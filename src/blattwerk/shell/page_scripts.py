"""Scripts that stand on every page of the reader: rooms above the shell name theirs at start."""

_named: list[str] = []


def on_every_page(path: str) -> None:
    """Load the module at this static path on every page, after the first paint."""
    if path not in _named:
        _named.append(path)


def scripts_of_every_page() -> tuple[str, ...]:
    """The static paths, in the order of the rooms' starts."""
    return tuple(_named)
