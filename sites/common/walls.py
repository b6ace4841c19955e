"""Walls: the first ring of permission. Every page stands behind one, and reading never writes."""

from collections.abc import Callable, Sequence
from functools import update_wrapper
from typing import Any
from uuid import UUID

from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import SimpleTemplateResponse
from django.urls import URLPattern
from django.utils.http import urlencode

from domain.core.errors import NotFound

View = Callable[..., HttpResponseBase]
# A wall lets a request in (None), or answers in the place of the page.
Wall = Callable[[Any], HttpResponseBase | None]

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
READING = ("SELECT", "SAVEPOINT", "RELEASE SAVEPOINT", "WITH", "PRAGMA", "EXPLAIN")


class WroteWhileReading(RuntimeError):
    """A page that is only read tried to write: a mistake of ours, never of the person."""


class Guarded:
    """A view and its wall. A page that is only read cannot write to the database."""

    def __init__(self, wall: Wall, view: View) -> None:
        update_wrapper(self, view)
        self.wall, self.view = wall, view

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        refusal = self.wall(request)
        if refusal is not None:
            return refusal
        if request.method not in SAFE:
            return self.view(request, *args, **kwargs)
        with connection.execute_wrapper(_only_reading):
            response = self.view(request, *args, **kwargs)
            return response.render() if isinstance(response, SimpleTemplateResponse) else response


def behind(wall: Wall, patterns: Sequence[URLPattern]) -> list[URLPattern]:
    """Put every page of the list behind the wall, so that no page can forget it."""
    for pattern in patterns:
        pattern.callback = Guarded(wall, pattern.callback)
    return list(patterns)


def _only_reading(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
    if not sql.lstrip(" (\n\t").upper().startswith(READING):
        raise WroteWhileReading(f"A page that is only read ran: {sql[:80]}. Move the change to a POST.")
    return execute(sql, params, many, context)


# --- the walls -------------------------------------------------------------------------------------------------------


def anyone(request: HttpRequest) -> None:
    """The public: nobody is stopped."""


def is_learner(request: Any) -> HttpResponse | None:
    """Someone who learns: signed in, or trying without an account. Others are sent to sign in, and come back."""
    learner_id = learner_of(request)
    if learner_id is None:
        return _to_sign_in(request)
    request.learner_id = learner_id
    return None


def is_person(request: Any) -> HttpResponse | None:
    """Someone signed in."""
    if not request.user.is_authenticated:
        return _to_sign_in(request)
    request.learner_id = request.user.learner_id
    return None


def is_author(request: Any) -> HttpResponse | None:
    """Someone of the staff, who writes or reviews content; for others there is nothing here."""
    if not request.user.is_authenticated:
        return _to_sign_in(request)
    if not request.user.is_staff:
        raise NotFound
    request.learner_id = request.user.learner_id
    return None


def learner_of(request: Any) -> UUID | None:
    """The learner behind the request: the person's own, or the one tried without an account."""
    if request.user.is_authenticated:
        learner_id: UUID = request.user.learner_id
        return learner_id
    anonymous = request.session.get("learner")
    return UUID(anonymous) if anonymous else None


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    back = request.get_full_path() if request.method in SAFE else "/"
    return redirect(f"/sign-in/?{urlencode({'next': back})}")
