"""What every page of a learner may say of the scale."""

from django.conf import settings
from django.http import HttpRequest


def scale(request: HttpRequest) -> dict[str, int]:
    """The highest level that is open today."""
    return {"open_level": settings.OPEN_LEVEL}
