"""The profile of the sixteen competences, and the page of each."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from design.figures import Post
from domain.assessment import queries
from domain.assessment.actions import sittings
from domain.assessment.models import Mastery
from domain.content.catalogue import Catalogue
from domain.content.queries import current_catalogue
from domain.core.errors import NotFound, Refused
from sites.common.pages import page
from sites.common.requests import LearnerRequest
from sites.learn import run, standing, trainings


@require_GET
def profile(request: LearnerRequest) -> HttpResponse:
    content, locale = current_catalogue(), get_language() or "en"
    masteries = queries.masteries_of(request.learner_id)
    cards = standing.standings(content, masteries, locale, timezone.now())
    by_code = {card.code: card for card in cards}
    groups = [
        {"domain": domain, "title": domain.title.in_(locale), "cards": [by_code[c.code] for c in domain.competences]}
        for domain in content.domains
    ]
    points, doubt = queries.total_of(masteries.values())
    context = {
        "current": "competences",
        "groups": groups,
        "cards": cards,
        "posts": [Post(name=card.code, hue=card.hue, chances=card.chances, at=card.at) for card in cards],
        "points": round(points),
        "doubt": standing.whole_doubt(doubt),
        "most": standing.most_points(content),
        "today": timezone.localtime(),
        "any": any(card.chances is not None for card in cards),
    }
    return page(request, "learn/profile/profile.html", context)


@require_GET
def competence(request: LearnerRequest, code: str) -> HttpResponse:
    return page(request, "learn/competence/competence.html", _competence(request, code))


def _competence(request: LearnerRequest, code: str) -> dict[str, object]:
    content, locale, now = current_catalogue(), get_language() or "en", timezone.now()
    shape = content.competences.get(code)
    if shape is None:
        raise NotFound
    mastery = queries.masteries_of(request.learner_id).get(code)
    finished = [s for s in queries.sittings_of(request.learner_id) if s.subject == code and s.status == "finished"]
    measured = mastery if mastery is not None and mastery.is_measured else None
    return {
        "current": "competences",
        "card": standing.standing(content, shape, mastery, locale, now),
        "domain": content.domain_of[code].title.in_(locale),
        "topics": _topics(content, code, measured, locale),
        "past": [run.row(sitting, locale) for sitting in finished],
        "reset_at": measured.moved_at + settings.RESET_AFTER if measured else None,
        "may_reset": measured is not None and now >= measured.moved_at + settings.RESET_AFTER,
        "tutorials": trainings.recommended(content, code, measured, locale) if measured else [],
    }


def _topics(content: Catalogue, code: str, measured: Mastery | None, locale: str) -> list[dict[str, object]]:
    known = {t.title: t for t in standing.topic_standings(content, measured.topics if measured else [], locale)}
    return [
        {
            "title": topic.title.in_(locale),
            "about": topic.about.in_(locale),
            "standing": known.get(topic.title.in_(locale)),
            "ladder": [rung.in_(locale) for rung in topic.ladder],
        }
        for topic in content.competences[code].topics
    ]


@require_POST
def start(request: LearnerRequest, code: str) -> HttpResponse:
    started = sittings.start_competence(request.learner_id, code, locale=get_language() or "en", at=timezone.now())
    return redirect("learn:sitting", started.id)


@require_http_methods(["GET", "POST"])
def reset(request: LearnerRequest, code: str) -> HttpResponse:
    """Ask first, saying what is lost; then begin again from nothing."""
    if request.method == "GET":
        return page(request, "learn/reset/reset.html", _competence(request, code))
    try:
        sittings.reset_competence(request.learner_id, code, at=timezone.now())
    except Refused as refusal:
        return page(request, "learn/reset/reset.html", {**_competence(request, code), "refusal": refusal}, 409)
    messages.success(
        request, _("This competence starts again from nothing. Your former tests are still listed below.")
    )
    return redirect("learn:competence", code)
