"""Readers' addresses that take a request's body: forms. All others are refused one at the edge.

A room names its prefix at start, from the app's `ready`: `takes_bodies("/konto/")`.
"""

LARGEST_FORM = 64 * 1024  # bytes; a comment or a passkey is a few thousand

_largest: dict[str, int] = {}


def takes_bodies(prefix: str, *, largest: int = LARGEST_FORM) -> None:
    """Let addresses below this prefix take bodies of at most so many bytes."""
    _largest[prefix] = largest


def largest_body(path: str) -> int | None:
    """How many bytes a reader may send there; None where none are taken."""
    fitting = [prefix for prefix in _largest if path.startswith(prefix)]
    return _largest[max(fitting, key=len)] if fitting else None
