"""What every page must know of the account behind it."""

from typing import Any

from django.http import HttpRequest

from sites.common.accounts.agreements import has_privacy_news


def accounts(request: HttpRequest) -> dict[str, Any]:
    """The name shown in the header, and whether the privacy policy changed since it was last seen."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"privacy_news": False}
    return {"privacy_news": has_privacy_news(user), "account_name": user.first_name}
