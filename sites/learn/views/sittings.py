"""A sitting: the question, the clock, the checkpoint, the end; and the answer, with its receipt."""

from typing import Any
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_GET, require_POST

from domain.assessment import queries
from domain.assessment.actions import answers, sittings
from domain.assessment.errors import AnotherQuestionIsOpen, ClockIsNotStarted, SittingIsOver
from domain.assessment.models import Sitting
from domain.assessment.receipts import Receipt
from domain.core.errors import Refused
from sites.common.pages import page
from sites.common.requests import LearnerRequest
from sites.learn import run
from sites.learn.forms import AnswerForm, Unfit
from sites.learn.inputs import inputs


@require_GET
def tests(request: LearnerRequest) -> HttpResponse:
    locale = get_language() or "en"
    rows = [run.row(sitting, locale) for sitting in queries.sittings_of(request.learner_id)]
    return page(request, "learn/tests/tests.html", {"current": "tests", "rows": rows})


@require_GET
def sitting(request: LearnerRequest, sitting_id: UUID) -> HttpResponse:
    return _show(request, queries.sitting_of(request.learner_id, sitting_id))


def _show(
    request: LearnerRequest,
    current: Sitting,
    *,
    status: int = 200,
    receipt: Receipt | None = None,
    form: AnswerForm | None = None,
    **extra: Any,
) -> HttpResponse:
    """The sitting as it is: whatever was sent, this is the one way to show its state."""
    if request.htmx and not current.is_open:
        # The end has the menu and the land around it: the browser goes there as a whole.
        response = HttpResponse(headers={"HX-Redirect": reverse("learn:sitting", args=[current.id])})
    else:
        template, context = run.state(current)
        shown = {"key": uuid4(), "refusal": None, "form": None, "inputs": inputs(context.get("play"), form), **context}
        response = page(request, template, {**shown, "form": form, **extra}, status)
    if receipt is not None:
        response["X-Receipt"] = bytes(receipt).decode()
    return response


@require_POST
def answer(request: LearnerRequest, sitting_id: UUID) -> HttpResponse:
    """The hot path: an htmx post is answered by the next part, another one by a redirect."""
    form = AnswerForm(request.POST, get_language() or "en")
    try:
        step = answers.answer(request.learner_id, sitting_id, form.sent(), at=timezone.now())
    except Unfit:
        return _show(request, queries.sitting_of(request.learner_id, sitting_id), status=422, form=form)
    except (AnotherQuestionIsOpen, ClockIsNotStarted, SittingIsOver) as refusal:
        return _refused(request, sitting_id, refusal)
    if request.htmx:
        return _show(request, step.sitting, receipt=step.receipt)
    return redirect("learn:sitting", sitting_id)


def _refused(request: LearnerRequest, sitting_id: UUID, refusal: Refused) -> HttpResponse:
    """Another tab, another device or the back button: say so, and show the question that is really open."""
    current = queries.sitting_of(request.learner_id, sitting_id)
    receipt = refusal.receipt if isinstance(refusal, AnotherQuestionIsOpen) else None
    return _show(request, current, status=refusal.status, receipt=receipt, refusal=refusal)


@require_POST
def start_clock(request: LearnerRequest, sitting_id: UUID) -> HttpResponse:
    sittings.start_clock(request.learner_id, sitting_id, at=timezone.now())
    return redirect("learn:sitting", sitting_id)


@require_POST
def go_on(request: LearnerRequest, sitting_id: UUID) -> HttpResponse:
    sittings.leave_checkpoint(request.learner_id, sitting_id, at=timezone.now())
    return redirect("learn:sitting", sitting_id)


@require_POST
def finish(request: LearnerRequest, sitting_id: UUID) -> HttpResponse:
    sittings.finish(request.learner_id, sitting_id, at=timezone.now())
    return redirect("learn:sitting", sitting_id)


@require_GET
def corrections(request: LearnerRequest, sitting_id: UUID) -> HttpResponse:
    current = queries.sitting_of(request.learner_id, sitting_id)
    context = {
        "current": "tests",
        "sitting": current,
        "title": run.title_of(current),
        "verdicts": run.verdicts(current),
    }
    return page(request, "learn/corrections/corrections.html", context)
