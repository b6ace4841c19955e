"""Who a request is from, read on every page: the session and the person, each by one statement composed once."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.utils import timezone

from domain.accounts.models import Person
from domain.core.rows import One

SESSION = One(Session, ("session_key",))
PERSON = One(Person, ("id",))


class SessionStore(db.SessionStore):
    """Sessions in the database, as Django keeps them."""

    def _get_session_from_db(self) -> Session | None:
        found = SESSION.get(self.session_key)
        if found is None or found.expire_date <= timezone.now():
            self._session_key = None
            return None
        return found


class Backend(AuthenticationBackend):
    """Signing in, as allauth does it."""

    def get_user(self, user_id: Any) -> Person | None:
        return PERSON.get(user_id)
