"""The first page: the public home for visitors, their own for those who learn."""

from uuid import uuid4

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_GET, require_POST

from domain.assessment import queries
from domain.assessment.actions import sittings
from domain.assessment.models import Sitting
from domain.content.catalogue import catalogue
from domain.content.queries import current_catalogue
from sites.common.pages import page
from sites.common.requests import Request
from sites.common.walls import learner_of
from sites.learn import standing


@require_GET
def home(request: Request) -> HttpResponse:
    learner_id = learner_of(request)
    if learner_id is None:
        return _public(request)
    content, masteries = current_catalogue(), queries.masteries_of(learner_id)
    locale = get_language() or "en"
    cards = standing.standings(content, masteries, locale, timezone.now())
    opened = [sitting for sitting in queries.sittings_of(learner_id) if sitting.is_open]
    points, doubt = queries.total_of(masteries.values())
    context = {
        "current": "home",
        "resume": [_resume(sitting, locale) for sitting in opened],
        "measured": sum(card.chances is not None for card in cards),
        "of": len(cards),
        "points": round(points),
        "doubt": standing.whole_doubt(doubt),
        "most": standing.most_points(content),
        "suggested": [card for card in cards if card.is_open and card.code not in {s.subject for s in opened}][:4],
        "anonymous": not request.user.is_authenticated,
    }
    return page(request, "learn/home/home.html", context)


def _resume(sitting: Sitting, locale: str) -> dict[str, object]:
    competence = catalogue(sitting.release).competences[sitting.subject]
    left = max(1, sitting.about - sitting.position + 1)
    return {
        "sitting": sitting,
        "competence": competence,
        "title": competence.title.in_(locale),
        "hue": competence.code[0],
        "left": left,
        "minutes": standing.minutes(left),
    }


def _public(request: Request) -> HttpResponse:
    content, locale = current_catalogue(), get_language() or "en"
    domains = [
        {
            "code": domain.code,
            "slug": domain.slug,
            "title": domain.title.in_(locale),
            "competences": [competence.short.in_(locale) for competence in domain.competences],
        }
        for domain in content.domains
    ]
    demos = [
        {
            "slug": demo.slug,
            "title": demo.title.in_(locale),
            "about": demo.about.in_(locale),
            "count": len(demo.challenges),
        }
        for demo in content.demos.values()
        if demo.closed is None
    ]
    return page(request, "learn/welcome/welcome.html", {"domains": domains, "demos": demos})


@require_POST
def try_without_account(request: Request) -> HttpResponse:
    """One click: someone with no account gets a learner of their own, and a first test."""
    learner_id = learner_of(request)
    if learner_id is None:
        learner_id = uuid4()
        request.session["learner"] = str(learner_id)
    content = current_catalogue()
    code = next(code for code in content.competences if content.is_open(code))
    started = sittings.start_competence(learner_id, code, locale=get_language() or "en", at=timezone.now())
    return redirect("learn:sitting", started.id)
