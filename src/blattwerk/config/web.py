"""The web server: granian, its processes begun from scratch.

A forked one would inherit handlers that only note a signal: told to end while it still loads, it
would go on, and the server would wait for it.
"""

import multiprocessing

from granian.cli import entrypoint


def main() -> None:
    """As `granian …`."""
    multiprocessing.set_start_method("spawn")
    entrypoint()  # type: ignore[no-untyped-call]


if __name__ == "__main__":
    main()
