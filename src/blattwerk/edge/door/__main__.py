"""`python -m blattwerk.edge.door`: the edge's process."""

import logging

from blattwerk.edge.door.options import read_options
from blattwerk.edge.door.process import serve


def main() -> None:
    """Serve by the options of the command line."""
    logging.basicConfig(level=logging.WARNING, format="edge: %(message)s")
    serve(read_options())


if __name__ == "__main__":
    main()
