"""One's own e-mail address: confirm it, change it."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from domain.accounts import actions, queries
from domain.accounts.errors import EmailNotAccepted, WrongPassword
from domain.core.errors import Refused
from sites.common.accounts import links
from sites.common.accounts.forms import CodeForm, EmailForm
from sites.common.accounts.limits import TOO_MANY, allows, is_within, status_of
from sites.common.pages import page
from sites.common.requests import PersonRequest, Request


@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def email(request: PersonRequest) -> HttpResponse:
    form = EmailForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and is_within(request, "manage_email", form) and _asked(request, form):
        return redirect("accounts:email-code")
    return page(request, "accounts/email/email.html", {"form": form, "person": request.user}, status_of(form))


def _asked(request: PersonRequest, form: EmailForm) -> bool:
    said = form.cleaned_data
    try:
        actions.ask_email_change(request.user, said["email"], said["password"], at=timezone.now())
    except WrongPassword as refusal:
        form.add_error("password", str(refusal))
    except EmailNotAccepted as refusal:
        form.add_error("email", str(refusal))
    return form.is_valid()


@require_http_methods(["GET", "POST"])
def email_code(request: PersonRequest) -> HttpResponse:
    change = queries.email_change_of(request.user)
    if change is None:
        return redirect("accounts:email")
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            person = actions.confirm_email_change(request.user, form.cleaned_data["code"], at=timezone.now())
        except Refused as refusal:
            form.add_error("code", str(refusal))
        else:
            update_session_auth_hash(request, person)
            messages.success(request, _("Your new e-mail address is in place. Other devices are signed out."))
            return redirect("accounts:account")
    return page(request, "accounts/email_code/email_code.html", {"form": form, "change": change}, status_of(form))


@require_POST
def email_code_again(request: PersonRequest) -> HttpResponse:
    if allows(request, "manage_email"):
        actions.ask_new_code(request.user)
        messages.success(request, _("A new code is on its way. The one before stops working when it arrives."))
    else:
        messages.warning(request, TOO_MANY)
    return redirect("accounts:email-code")


@require_POST
def confirm_again(request: PersonRequest) -> HttpResponse:
    if allows(request, "confirm_email"):
        actions.ask_confirmation(request.user)
        messages.success(request, _("A message with a link is on its way. Look at your unwanted mail too."))
    else:
        messages.warning(request, TOO_MANY)
    return redirect("accounts:account")


@require_http_methods(["GET", "POST"])
def welcome(request: Request, key: str) -> HttpResponse:
    address = links.address_of_welcome(key)
    if address is None:
        return page(request, "accounts/link_over/link_over.html", {"link": "welcome"}, 410)
    if request.method != "POST":
        return page(request, "accounts/welcome/welcome.html", {"address": address})
    actions.confirm_email(address)
    messages.success(request, _("Your e-mail address is confirmed."))
    return redirect("accounts:account")
