"""The gallery: every component, in each of its states, in the language of the visitor."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from design import samples

SECTIONS = [
    "colours",
    "words",
    "drawings",
    "buttons",
    "fields",
    "choices",
    "notices",
    "poles",
    "figures",
    "ways",
    "tables",
    "challenge",
    "checkpoint",
    "writing",
    "floating",
    "land",
]


@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    sections = [f"design/gallery/{name}.html" for name in SECTIONS]
    return render(request, "design/gallery/gallery.html", {"sections": sections, **samples.everything()})
