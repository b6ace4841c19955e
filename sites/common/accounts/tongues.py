"""The language of the pages: in a cookie for everyone, with the account for those who have one."""

from django.conf import settings
from django.http import HttpResponse
from django.utils.translation import get_language

from domain.accounts.models import Language


def current() -> str:
    """The language of this page, among ours."""
    code = (get_language() or settings.LANGUAGE_CODE)[:2]
    return code if code in Language.values else settings.LANGUAGE_CODE


def remember(response: HttpResponse, language: str) -> None:
    """Keep the language on this browser, for all the sites."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        samesite="Lax",
    )
