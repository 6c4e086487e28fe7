"""Django's own commands, for developers; operators use `blattwerk`."""

import os
import sys

from django.core.management import execute_from_command_line

from blattwerk.config.database import make_file

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "blattwerk.config.settings")
    make_file()
    execute_from_command_line(sys.argv)
