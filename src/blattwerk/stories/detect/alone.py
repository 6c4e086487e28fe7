"""A shelf in memory, for the operator's command and for measuring: no paper, no data folder."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import django
from django.apps import AppConfig
from django.conf import settings


class TablesOnly(AppConfig):
    """The room's tables without the newspaper around them."""

    name = "blattwerk.stories"
    label = "stories"


@contextmanager
def alone() -> Iterator[Any]:
    """A connection to an empty database in memory that has the detection's tables."""
    if not settings.configured:
        settings.configure(INSTALLED_APPS=[f"{__name__}.TablesOnly"], USE_TZ=True)
        django.setup()
    from django.db import connections
    from django.db.backends.sqlite3.base import DatabaseWrapper

    from blattwerk.stories.models.index import Frequency, Mean, Posting, Profile, Signature

    told = connections.configure_settings({"default": {"ENGINE": "django.db.backends.sqlite3"}})
    connection = DatabaseWrapper({**told["default"], "NAME": ":memory:"}, alias="stories_alone")
    try:
        with connection.schema_editor(atomic=False) as editor:
            for model in (Frequency, Mean, Posting, Profile, Signature):
                editor.create_model(model)
        yield connection
    finally:
        if connection.connection:  # Django leaves databases in memory open
            connection.connection.close()
