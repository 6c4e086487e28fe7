"""Sessions in the database, as Django keeps them; read with every request of a signed-in reader."""

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db import connection
from django.utils import timezone

from blattwerk.common.ready import Ready

_LIVING = Ready(Session, "session_key = %s AND expire_date > %s")


class SessionStore(db.SessionStore):
    """Django's store, whose one question is written once."""

    def _get_session_from_db(self) -> Session | None:
        now = connection.ops.adapt_datetimefield_value(timezone.now())
        session = _LIVING.first(self.session_key, now)
        if session is None:
            self._session_key = None
        return session
