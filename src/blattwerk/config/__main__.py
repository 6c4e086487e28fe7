"""`python -m blattwerk.config`: the same as `blattwerk`."""

from blattwerk.config.cli import main

main()
