"""One's own account: what we know, the language, the sessions, leaving."""

from django.contrib import messages
from django.contrib.auth import logout, update_session_auth_hash
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from domain.accounts import actions, queries
from domain.accounts.errors import AccountMustStay, WrongPassword
from sites.common.accounts import tongues
from sites.common.accounts.forms import DeleteForm, LanguageForm
from sites.common.accounts.limits import is_within, status_of
from sites.common.accounts.ways import next_page
from sites.common.pages import page
from sites.common.requests import PersonRequest, Request


@require_GET
def account(request: PersonRequest) -> HttpResponse:
    context = {
        "person": request.user,
        "confirmed": queries.email_is_confirmed(request.user),
        "change": queries.email_change_of(request.user),
    }
    return page(request, "accounts/account/account.html", context)


@require_POST
def end_sessions(request: PersonRequest) -> HttpResponse:
    update_session_auth_hash(request, actions.end_other_sessions(request.user))
    messages.success(request, _("Other devices are signed out. This one stays signed in."))
    return redirect("accounts:account")


# --- the language ----------------------------------------------------------------------------------------------------


@require_http_methods(["GET", "POST"])
def language(request: PersonRequest) -> HttpResponse:
    known = {"language": request.user.language}
    form = LanguageForm(request.POST if request.method == "POST" else None, initial=known)
    if not form.is_valid():
        return page(request, "accounts/language/language.html", {"form": form}, status_of(form))
    return _speak(request, form.cleaned_data["language"], to="/account/")


@require_POST
def switch_language(request: Request) -> HttpResponse:
    form = LanguageForm(request.POST)
    chosen = form.cleaned_data["language"] if form.is_valid() else tongues.current()
    return _speak(request, chosen, to=next_page(request))


def _speak(request: Request, chosen: str, *, to: str) -> HttpResponse:
    if request.user.is_authenticated:
        actions.change_language(request.user, chosen)
    response = redirect(to)
    tongues.remember(response, chosen)
    return response


# --- leaving ---------------------------------------------------------------------------------------------------------


@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def delete(request: PersonRequest) -> HttpResponse:
    if not queries.may_delete_account(request.user):
        raise AccountMustStay
    form = DeleteForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and is_within(request, "reauthenticate", form):
        try:
            actions.delete_account(request.user, form.cleaned_data["password"])
        except WrongPassword as refusal:
            form.add_error("password", str(refusal))
        else:
            logout(request)
            return redirect("accounts:deleted")
    return page(request, "accounts/delete/delete.html", {"form": form}, status_of(form))


@require_GET
def deleted(request: Request) -> HttpResponse:
    return page(request, "accounts/deleted/deleted.html")
