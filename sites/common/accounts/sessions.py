"""How long a session lasts, and what it keeps."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from domain.accounts import queries
from domain.assessment.actions.sittings import erase_learner

LEARNER, OPENED, SEEN = "learner", "opened_at", "seen_at"
# The last visit is written at most this often: a session row for each page would cost more than the page.
SEEN_EVERY = timedelta(minutes=5)


def visitor_of(request: HttpRequest) -> UUID | None:
    """The learner someone is when they try without an account."""
    visitor = request.session.get(LEARNER)
    return UUID(visitor) if visitor else None


def begin(session: SessionBase, at: datetime) -> None:
    """A session opens: it is dated, and what was done as a visitor is the person's from now on."""
    session.pop(LEARNER, None)
    session[OPENED] = session[SEEN] = at.timestamp()


def is_over(session: SessionBase, *, staff: bool, at: datetime) -> bool:
    """A session ends some hours after it opened, and sooner when nothing happens; soonest for staff."""
    idle = settings.STAFF_SESSION_IDLE if staff else settings.SESSION_IDLE
    limit = settings.STAFF_SESSION_LIMIT if staff else settings.SESSION_LIMIT
    now = at.timestamp()
    opened, seen = session.get(OPENED, now), session.get(SEEN, now)
    return bool(now - opened >= limit.total_seconds() or now - seen >= idle.total_seconds())


def forget_closed(at: datetime) -> int:
    """Remove the sessions that are over, with all that was done in them without an account; how many of these."""
    over = Session.objects.filter(expire_date__lt=at)
    visitors = {UUID(kept[LEARNER]) for kept in (row.get_decoded() for row in over.iterator()) if LEARNER in kept}
    forgotten = {visitor for visitor in visitors if not queries.is_someone(visitor)}
    for visitor in forgotten:
        erase_learner(visitor)
    # Last, so that a run which stops half-way finds them again; by the same instant, so that none goes unread.
    over.delete()
    return len(forgotten)


class SessionLimits:
    """Close sessions that are over; keep the pages of people signed in, or who try, out of every cache."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            self._close_or_date(request, timezone.now())
        response = self.get_response(request)
        is_theirs = request.user.is_authenticated or visitor_of(request) is not None
        if is_theirs and not response.has_header("Cache-Control"):
            response["Cache-Control"] = "private, no-store"
        return response

    def _close_or_date(self, request: Any, at: datetime) -> None:
        session = request.session
        if is_over(session, staff=request.user.is_staff, at=at):
            logout(request)
            messages.info(request, _("You were signed out because nothing happened for a while. Sign in to go on."))
        elif at.timestamp() - session.get(SEEN, 0) >= SEEN_EVERY.total_seconds():
            session[SEEN] = at.timestamp()
            session.setdefault(OPENED, at.timestamp())
