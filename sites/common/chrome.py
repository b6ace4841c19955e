"""The frame of every page: its menu, its footer, its languages. The design knows no address; here they are."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sites.common.walls import learner_of


def chrome(request: HttpRequest) -> dict[str, Any]:
    """What the layout needs: the menu only for those who learn; a part has no frame."""
    if getattr(request, "htmx", False):
        return {"chrome": {}}
    language = get_language() or settings.LANGUAGE_CODE
    learner = hasattr(request, "session") and learner_of(request) is not None
    return {
        "chrome": {
            "name": settings.SERVICE_NAME,
            "tagline": _("A public digital service, open and free."),
            "home": "/",
            "sign_in": reverse("accounts:sign-in"),
            "account": reverse("accounts:account"),
            "nav": _menu() if learner else [],
            "footer": _footer(),
            "languages": [
                {"code": code, "label": label}
                for code, label in (("en", "English"), ("fr", "Français"))
                if code != language
            ],
            "banner": "accounts/privacy_banner.html",
            "language_url": reverse("accounts:switch-language"),
            "current_path": request.get_full_path(),
        }
    }


def _menu() -> list[dict[str, str]]:
    return [
        {"key": "home", "url": reverse("learn:home"), "label": _("Home"), "icon": "home"},
        {"key": "competences", "url": reverse("learn:competences"), "label": _("Competences"), "icon": "sliders"},
        {"key": "tests", "url": reverse("learn:tests"), "label": _("My tests"), "icon": "file"},
        {"key": "learn", "url": reverse("learn:tutorials"), "label": _("Learn"), "icon": "book"},
    ]


def _footer() -> list[dict[str, str]]:
    links = [
        {"url": reverse("accounts:accessibility"), "label": _("Accessibility")},
        {"url": reverse("accounts:privacy"), "label": _("Personal data")},
        {"url": reverse("accounts:terms"), "label": _("Terms of use")},
    ]
    if settings.SOURCE_URL:
        links.append({"url": settings.SOURCE_URL, "label": _("Source code")})
    return links
