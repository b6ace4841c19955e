"""The types of a request, by the wall it has passed."""

from uuid import UUID

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from domain.accounts.models import Person


class Request(HttpRequest):
    """Any request: htmx may have asked for a part."""

    htmx: HtmxDetails


class LearnerRequest(Request):
    """A request of someone who learns, with or without an account."""

    learner_id: UUID


class PersonRequest(LearnerRequest):
    """A request of someone signed in."""

    user: Person
