"""The addresses of the service, and some pages that do what no page should."""

from typing import Any

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import path

from config import urls as service
from domain.accounts.models import Person
from domain.core.errors import NotAllowed, Refused
from sites.common.walls import anyone, behind
from tests.factories_accounts import a_person

handler403, handler404, handler500 = service.handler403, service.handler404, service.handler500


def writes(request: HttpRequest) -> HttpResponse:
    a_person()
    return HttpResponse(str(Person.objects.count()))


class Late:
    """A value that writes only when its template prints it."""

    def __str__(self) -> str:
        return str(a_person())


def writes_late(request: HttpRequest) -> HttpResponse:
    return TemplateResponse(request, "common/problem/problem.html", {"title": Late(), "problem": Refused()})


def raises(problem: Exception) -> Any:
    def view(request: HttpRequest) -> HttpResponse:
        raise problem

    return view


urlpatterns = [
    *behind(
        anyone,
        [
            path("bad/writes/", writes),
            path("bad/writes-late/", writes_late),
            path("bad/breaks/", raises(ZeroDivisionError("a secret of ours"))),
            path("bad/denied/", raises(PermissionDenied())),
            path("bad/not-allowed/", raises(NotAllowed())),
            path("bad/refused/", raises(Refused())),
            path("bad/suspicious/", raises(SuspiciousOperation("what is this"))),
        ],
    ),
    *service.urlpatterns,
]
