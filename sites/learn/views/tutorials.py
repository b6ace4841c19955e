"""Tutorials: those chosen from the answers first, then all, by competence."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from domain.assessment import queries
from domain.content.catalogue import Catalogue, Skill
from domain.content.queries import current_catalogue
from domain.core.errors import NotFound
from sites.common.pages import page
from sites.common.requests import LearnerRequest
from sites.learn import trainings


@require_GET
def tutorials(request: LearnerRequest) -> HttpResponse:
    content, locale = current_catalogue(), get_language() or "en"
    masteries = queries.masteries_of(request.learner_id)
    measured = [m for m in masteries.values() if m.is_measured]
    chosen = [one for m in measured for one in trainings.recommended(content, m.competence, m, locale)]
    groups = [
        {
            "code": code,
            "slug": shape.slug,
            "title": shape.title.in_(locale),
            "tutorials": [trainings.suggestion(skill, locale) for skill in content.skills_of(code)],
        }
        for code, shape in content.competences.items()
        if content.is_open(code)
    ]
    return page(request, "learn/tutorials/tutorials.html", {"current": "learn", "chosen": chosen, "groups": groups})


@require_GET
def tutorial(request: LearnerRequest, skill: str) -> HttpResponse:
    content, locale = current_catalogue(), get_language() or "en"
    found = content.skills.get(skill)
    if found is None:
        raise NotFound
    context = {
        "current": "learn",
        "skill": found,
        "title": found.file.tutorial.title.in_(locale),
        "body": found.file.tutorial.body.in_(locale),
        "about": found.file.title.in_(locale),
        "topic": found.topic.title.in_(locale),
        "diagram": _diagram(content, found, locale),
    }
    return page(request, "learn/tutorial/tutorial.html", context)


def _diagram(content: Catalogue, skill: Skill, locale: str) -> dict[str, str] | None:
    diagram = skill.file.tutorial.diagram
    if diagram is None:
        return None
    src = diagram.src.in_(locale)
    url = reverse("learn:asset", args=[content.asset(skill, src), src.rpartition("/")[2]])
    return {"url": url, "alt": diagram.alt.in_(locale)}
