"""A screen is two files: `x.html` is the page, `_x.html` its part. One function answers with the right one."""

from collections.abc import Mapping
from typing import Any

from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from domain.core.errors import Refused
from sites.common.requests import Request


def page(request: Request, template: str, context: Mapping[str, Any] | None = None, status: int = 200) -> HttpResponse:
    """The part when htmx asks for it, the whole page otherwise."""
    name = part_of(template) if request.htmx else template
    response = render(request, name, dict(context or {}), status=status)
    patch_vary_headers(response, ["HX-Request"])
    return response


def part_of(template: str) -> str:
    """`learn/home/home.html` has its part in `learn/home/_home.html`."""
    folder, _, name = template.rpartition("/")
    return f"{folder}/_{name}"


def put_back(form: BaseForm, refusal: Refused) -> None:
    """Put a refusal of the domain back on the form, above its fields."""
    form.add_error(None, str(refusal.message))
