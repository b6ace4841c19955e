"""The outermost door for people: a problem becomes a page with what happened and what to do."""

from collections.abc import Callable
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from domain.core.errors import NotAllowed, NotFound, Problem
from sites.common.pages import page
from sites.common.requests import Request


class Problems:
    """Answer a problem of the domain with its status and its sentence, as a page or as a part."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, problem: Exception) -> HttpResponse | None:
        return problem_page(request, problem) if isinstance(problem, Problem) else None


def problem_page(request: HttpRequest, problem: Problem) -> HttpResponse:
    """A problem as a page; htmx puts it in the place of the main content."""
    context = {"title": _title(problem), "problem": problem}
    response = page(cast(Request, request), "common/problem/problem.html", context, problem.status)
    response["HX-Retarget"] = "main"
    response["HX-Reswap"] = "innerHTML"
    return response


def _title(problem: Problem) -> str:
    if isinstance(problem, NotFound):
        return _("This page is not on our map")
    if isinstance(problem, NotAllowed):
        return _("This page is not open to you")
    return _("Not possible just now")


class PageIsTooOld(NotAllowed):
    """The protection against forged forms no longer recognises this page."""

    code = "page-is-too-old"


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """No page has this address."""
    return _bare(request, NotFound())


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page exists, and is not open to this person."""
    return _bare(request, NotAllowed())


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form came without its proof of origin: often a page left open for days, or refused cookies."""
    problem = PageIsTooOld()
    problem.message = _(
        "This page had grown old, or your browser refuses cookies. Go back, reload the page, and send again."
    )
    return _bare(request, problem)


def _bare(request: HttpRequest, problem: Problem) -> HttpResponse:
    """A problem met at any depth: what stands further in may not have seen the request yet."""
    if hasattr(request, "htmx"):
        return problem_page(request, problem)
    context: dict[str, Any] = {"title": _title(problem), "problem": problem}
    return render(request, "common/problem/problem.html", context, status=problem.status)


def failed(request: HttpRequest) -> HttpResponse:
    """Something broke on our side. The page leans on nothing that may be broken too."""
    return HttpResponse(render_to_string("common/failed.html"), status=500)
