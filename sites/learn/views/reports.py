"""Report a problem on a question: what it is about, a way to help oneself first, then the words."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from domain.assessment import queries
from domain.content.actions import report_problem
from domain.content.reports import detail_of, details_for
from domain.core.errors import Refused
from sites.common.pages import page, put_back
from sites.common.requests import LearnerRequest
from sites.learn import run
from sites.learn.forms import ReportForm


@require_http_methods(["GET", "POST"])
def report(request: LearnerRequest, sitting_id: UUID, position: int) -> HttpResponse:
    sitting = queries.sitting_of(request.learner_id, sitting_id)
    seen = queries.seen(sitting, position, device=request.headers.get("User-Agent", ""))
    groups = details_for(corrected=queries.is_corrected(sitting, position))
    sent = request.POST if request.method == "POST" else None
    form = ReportForm(groups, sent, initial={"detail": request.GET.get("detail", "")})
    if request.method == "POST" and form.is_valid():
        try:
            report_problem(seen, form.cleaned_data["detail"], form.cleaned_data["comment"], at=timezone.now())
        except Refused as refusal:
            put_back(form, refusal)
        else:
            return redirect("learn:thanks", sitting_id, position)
    chosen = detail_of(request.POST.get("detail") or request.GET.get("detail", ""))
    context = {
        "sitting": sitting,
        "position": position,
        "form": form,
        "help": chosen[1].help if chosen else None,
        "title": run.title_of(sitting),
        **run.bar(sitting),
    }
    return page(request, "learn/report/report.html", context, status=422 if form.errors else 200)


@require_GET
def thanks(request: LearnerRequest, sitting_id: UUID, position: int) -> HttpResponse:
    sitting = queries.sitting_of(request.learner_id, sitting_id)
    return page(
        request, "learn/thanks/thanks.html", {"sitting": sitting, "title": run.title_of(sitting), **run.bar(sitting)}
    )
