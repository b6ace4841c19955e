"""What a question brings: pictures, files made for this learner, and the folder read in the page."""

from dataclasses import replace
from uuid import UUID

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from domain.assessment import queries
from domain.content.queries import asset as asset_of
from domain.core.errors import NotFound
from sites.common.pages import page
from sites.common.requests import LearnerRequest, Request
from sites.learn import browser, run

MEDIA = {
    "zip": "application/zip",
    "csv": "text/csv; charset=utf-8",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@require_GET
def asset(request: Request, digest: str, name: str) -> HttpResponse:
    found = asset_of(digest)
    response = HttpResponse(bytes(found.data), content_type=found.media)
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    # A drawing opened on its own may run nothing.
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    return response


@require_GET
def download(request: LearnerRequest, sitting_id: UUID, position: int, name: str) -> HttpResponse:
    data = queries.download_of(queries.sitting_of(request.learner_id, sitting_id), position, name)
    if data is None:
        raise NotFound
    response = HttpResponse(data, content_type=MEDIA.get(name.rpartition(".")[2], "application/octet-stream"))
    response["Content-Disposition"] = content_disposition_header(True, name) or ""
    response["Cache-Control"] = "private, no-store"
    return response


@require_GET
def folder(request: LearnerRequest, sitting_id: UUID) -> HttpResponse:
    """The folder of the question, browsed in the page: on a phone, without sight, or where files cannot be opened."""
    current = queries.sitting_of(request.learner_id, sitting_id)
    play = run.play_to_read(current)
    if play is None or not play.folder:
        raise NotFound
    home = browser.home(play.folder)
    wish = browser.Wish.read(request.GET)
    view = browser.view(play.folder, wish if wish.path else replace(wish, path=home), current.locale)
    context = {
        "sitting": current,
        "play": play,
        "view": view,
        "home": home,
        "lang": current.locale,
        **run.bar(current),
    }
    return page(request, "learn/folder/folder.html", context)
