"""The web server's way in."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "blattwerk.config.settings")
application = get_wsgi_application()

gc.collect()
gc.freeze()  # what is loaded stays; looking through it for rubbish made some readers wait
