"""The legal documents, agreeing to them, the accessibility statement."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from domain.accounts import actions
from domain.accounts.documents import Document
from domain.accounts.models import DocumentKind
from sites.common.accounts import legal, tongues
from sites.common.accounts.agreements import must_agree
from sites.common.accounts.ways import next_page
from sites.common.pages import page
from sites.common.requests import PersonRequest, Request

TITLES = {**dict(DocumentKind.choices), legal.ACCESSIBILITY: _("Accessibility")}


@require_GET
def document(request: Request, kind: str) -> HttpResponse:
    return _shown(request, legal.in_force(kind, timezone.localdate()))


@require_GET
def version(request: Request, kind: str, day: str) -> HttpResponse:
    return _shown(request, legal.find(kind, day))


def _shown(request: Request, shown: Document) -> HttpResponse:
    today = timezone.localdate()
    others = [Document(shown.kind, day) for day in reversed(legal.versions(shown.kind)) if day != shown.version]
    context = {
        "document": shown,
        "title": TITLES[shown.kind],
        "text": legal.text_of(shown, tongues.current()),
        "others": others,
        "in_force": shown == legal.in_force(shown.kind, today),
    }
    return page(request, "accounts/document/document.html", context)


@require_http_methods(["GET", "POST"])
def accept(request: PersonRequest) -> HttpResponse:
    now = timezone.now()
    if request.method == "POST":
        documents = legal.both_in_force(timezone.localdate(now))
        actions.accept_documents(request.user, documents, at=now)
        return redirect(next_page(request))
    if not must_agree(request.user):
        return redirect(next_page(request))
    context = {"documents": legal.both_in_force(timezone.localdate(now)), "next": next_page(request)}
    return page(request, "accounts/accept/accept.html", context)


@require_POST
def privacy_seen(request: PersonRequest) -> HttpResponse:
    now = timezone.now()
    policy = legal.in_force(DocumentKind.PRIVACY, timezone.localdate(now))
    actions.accept_documents(request.user, [policy], at=now)
    return redirect(next_page(request))
