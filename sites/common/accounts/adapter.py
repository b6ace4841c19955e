"""Where allauth asks us: what opening a session means here."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from domain.accounts import actions
from sites.common.accounts import sessions, tongues


class Adapter(DefaultAccountAdapter):
    """Every way in ends here, whatever its stages, so that the rules of a session are written once."""

    def login(self, request: HttpRequest, user: Any) -> None:
        visitor = sessions.visitor_of(request)
        now = timezone.now()
        super().login(request, user)
        sessions.begin(request.session, now)
        actions.record_sign_in(user, visitor=visitor, at=now)

    def post_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = super().post_login(request, user, **kwargs)
        tongues.remember(response, user.language)
        return response

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Our pages say what happened; allauth's own sentences stay unsaid."""
