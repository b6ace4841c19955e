"""A new version of the terms stops people signed in until they choose; a new privacy policy is told in a banner."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from domain.accounts.documents import is_news
from domain.accounts.models import DocumentKind
from sites.common.accounts import legal

# Reading the documents, leaving, deleting the account and changing the language need no agreement.
OPEN_PAGES = ("/legal/", "/sign-out/", "/account/delete/", "/language/", "/accessibility/", "/static/")


def must_agree(user: Any) -> bool:
    """Someone signed in has not agreed to the terms in force."""
    terms = legal.in_force(DocumentKind.TERMS, timezone.localdate())
    return bool(user.is_authenticated and is_news(user.terms_version, terms.version))


def has_privacy_news(user: Any) -> bool:
    """Someone signed in has not seen the privacy policy in force."""
    policy = legal.in_force(DocumentKind.PRIVACY, timezone.localdate())
    return bool(user.is_authenticated and is_news(user.privacy_version, policy.version))


class CurrentTerms:
    """Lead people signed in to new terms. A form already sent goes through: nothing typed is lost."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        stops = request.method == "GET" and not request.path.startswith(OPEN_PAGES) and must_agree(request.user)
        return self._to_terms(request) if stops else self.get_response(request)

    def _to_terms(self, request: Any) -> HttpResponse:
        where = f"{reverse('accounts:accept')}?{urlencode({'next': request.get_full_path()})}"
        return HttpResponse(headers={"HX-Redirect": where}) if request.htmx else redirect(where)
