"""Where to go next: only to one of our own pages."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def next_page(request: HttpRequest, otherwise: str = "") -> str:
    """The page asked for before the detour, when it is ours; the first page otherwise."""
    asked = request.POST.get("next", request.GET.get("next", ""))
    ours = url_has_allowed_host_and_scheme(asked, {request.get_host()}, require_https=request.is_secure())
    return asked if asked and ours else otherwise or str(settings.LOGIN_REDIRECT_URL)
