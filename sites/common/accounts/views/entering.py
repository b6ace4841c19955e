"""Sign up, sign in, sign out."""

from allauth.account.adapter import get_adapter
from allauth.account.utils import perform_login
from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from domain.accounts import actions, queries
from domain.accounts.errors import EmailNotAccepted, WrongPair
from domain.accounts.models import Person
from domain.accounts.passwords import Rule
from domain.accounts.validators import SENTENCES
from domain.core.errors import NotFound, Refused
from sites.common.accounts import legal, sessions, tongues
from sites.common.accounts.forms import DemoForm, SignInForm, SignUpForm
from sites.common.accounts.limits import TOO_MANY, is_within, status_of
from sites.common.accounts.ways import next_page
from sites.common.pages import page, put_back
from sites.common.requests import Request

# The list of common passwords stays on the server: that rule cannot be ticked live, and the hint says so.
RULES = [{"key": rule.value, "text": text} for rule, text in SENTENCES.items() if rule is not Rule.UNCOMMON]


@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def sign_up(request: Request) -> HttpResponse:
    if request.user.is_authenticated:
        return redirect(next_page(request))
    form = SignUpForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and is_within(request, "signup", form):
        try:
            return _enter(request, _new_person(request, form))
        except EmailNotAccepted as refusal:
            form.add_error("email", str(refusal))
    context = {
        "form": form,
        "password_rules": RULES,
        "next": next_page(request),
        "keeps": "learner" in request.session,
    }
    return page(request, "accounts/sign_up/sign_up.html", context, status_of(form))


def _new_person(request: Request, form: SignUpForm) -> Person:
    now = timezone.now()
    agreed = legal.both_in_force(timezone.localdate(now))
    newcomer = form.newcomer(tongues.current())
    return actions.sign_up(newcomer, agreed=agreed, visitor=sessions.visitor_of(request), at=now)


@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def sign_in(request: Request) -> HttpResponse:
    if request.user.is_authenticated:
        return redirect(next_page(request))
    form = SignInForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and is_within(request, "login", form):
        try:
            return _enter(request, _proven(request, form))
        except Refused as refusal:
            put_back(form, refusal)
        except forms.ValidationError:
            form.add_error(None, forms.ValidationError(TOO_MANY, code="too-many"))
    demo = queries.demo_people() if settings.DEMO else []
    context = {"form": form, "next": next_page(request), "demo_people": demo, "contact": settings.SERVICE_CONTACT}
    return page(request, "accounts/sign_in/sign_in.html", context, status_of(form))


def _proven(request: Request, form: SignInForm) -> Person:
    """The person the pair proves; each try costs one hash, whether or not there is an account."""
    login = form.cleaned_data["login"]
    standing = actions.count_try(login, at=timezone.now())
    # Given as a username only: allauth looks for addresses too, and an address given twice is hashed twice.
    credentials = {"username": queries.normal(login), "password": form.cleaned_data["password"]}
    person = get_adapter(request).authenticate(request, **credentials)
    if not isinstance(person, Person):
        raise WrongPair(login, standing)
    return person


def _enter(request: Request, person: Person) -> HttpResponse:
    response: HttpResponse = perform_login(request, person, redirect_url=next_page(request))
    return response


@require_POST
def sign_in_demo(request: Request) -> HttpResponse:
    form = DemoForm(request.POST)
    if not settings.DEMO or not form.is_valid():
        raise NotFound
    return _enter(request, queries.demo_person(form.cleaned_data["person"]))


@require_http_methods(["GET", "POST"])
def sign_out(request: Request) -> HttpResponse:
    if request.method != "POST":
        return page(request, "accounts/sign_out/sign_out.html")
    logout(request)
    messages.success(request, _("You are signed out."))
    response = redirect("accounts:sign-in")
    response["Clear-Site-Data"] = '"storage"'
    return response
