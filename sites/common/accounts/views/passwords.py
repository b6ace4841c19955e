"""A password forgotten, chosen again, changed."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods

from domain.accounts import actions, queries
from domain.accounts.errors import WrongPassword
from sites.common.accounts import links
from sites.common.accounts.forms import ForgottenForm, PasswordForm, ResetForm
from sites.common.accounts.limits import is_within, status_of
from sites.common.accounts.views.entering import RULES
from sites.common.pages import page
from sites.common.requests import PersonRequest, Request


@require_http_methods(["GET", "POST"])
def forgotten(request: Request) -> HttpResponse:
    form = ForgottenForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        email = queries.normal(form.cleaned_data["email"])
        if is_within(request, "reset_password", form, key=email):
            actions.ask_password_reset(email)
            return redirect("accounts:password-sent")
    return page(request, "accounts/password_forgotten/password_forgotten.html", {"form": form}, status_of(form))


@require_GET
def sent(request: Request) -> HttpResponse:
    return page(request, "accounts/password_sent/password_sent.html")


@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def reset(request: Request, key: str) -> HttpResponse:
    person = links.person_of_reset(key)
    if person is None:
        return page(request, "accounts/link_over/link_over.html", {"link": "reset"}, 410)
    form = ResetForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and is_within(request, "reset_password_from_key", form):
        actions.reset_password(person, form.cleaned_data["password"])
        messages.success(request, _("Your password is changed. Sign in with the new one."))
        return redirect("accounts:sign-in")
    context = {"form": form, "password_rules": RULES, "person": person}
    return page(request, "accounts/password_reset/password_reset.html", context, status_of(form))


@sensitive_post_parameters("current", "password")
@require_http_methods(["GET", "POST"])
def change(request: PersonRequest) -> HttpResponse:
    form = PasswordForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and is_within(request, "reauthenticate", form):
        said = form.cleaned_data
        try:
            person = actions.change_password(request.user, said["current"], said["password"])
        except WrongPassword as refusal:
            form.add_error("current", str(refusal))
        else:
            update_session_auth_hash(request, person)
            messages.success(request, _("Your password is changed. Other devices are signed out."))
            return redirect("accounts:account")
    return page(request, "accounts/password/password.html", {"form": form, "password_rules": RULES}, status_of(form))
