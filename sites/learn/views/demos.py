"""Demos: a fixed list of challenges behind a public link; and the preview of one challenge for those who write."""

from uuid import uuid4

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from domain.assessment.actions import sittings
from domain.content.queries import current_catalogue
from domain.core.errors import NotFound
from sites.common.pages import page
from sites.common.requests import LearnerRequest, Request
from sites.common.walls import learner_of


@require_GET
def demo(request: Request, slug: str) -> HttpResponse:
    found, locale = current_catalogue().demos.get(slug), get_language() or "en"
    if found is None:
        raise NotFound
    context = {
        "slug": slug,
        "title": found.title.in_(locale),
        "about": found.about.in_(locale),
        "count": len(found.challenges),
        "closed": found.closed.in_(locale) if found.closed else None,
    }
    return page(request, "learn/demo/demo.html", context)


@require_POST
def start(request: Request, slug: str) -> HttpResponse:
    """No account is needed: a visitor gets a learner of their own, as when trying a test."""
    learner_id = learner_of(request)
    if learner_id is None:
        learner_id = uuid4()
        request.session["learner"] = str(learner_id)
    started = sittings.start_demo(learner_id, slug, locale=get_language() or "en", at=timezone.now())
    return redirect("learn:sitting", started.id)


@require_http_methods(["GET", "POST"])
def preview(request: LearnerRequest, challenge: str) -> HttpResponse:
    """Play one challenge as learners will see it."""
    if request.method == "GET":
        if challenge not in current_catalogue().challenges:
            raise NotFound
        return page(request, "learn/preview/preview.html", {"challenge": challenge})
    started = sittings.start_preview(request.learner_id, challenge, locale=get_language() or "en", at=timezone.now())
    return redirect("learn:sitting", started.id)
