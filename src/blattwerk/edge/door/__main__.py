"""`python -m blattwerk.edge.door`: the edge's process."""

import logging

from blattwerk.edge.door.options import read_options
from blattwerk.edge.door.process import serve
from blattwerk.edge.door.tls import BadCertificate


def main() -> None:
    """Serve by the options of the command line."""
    logging.basicConfig(level=logging.WARNING, format="edge: %(message)s")
    try:
        serve(read_options())
    except BadCertificate as error:
        raise SystemExit(f"edge: {error}") from None


if __name__ == "__main__":
    main()
