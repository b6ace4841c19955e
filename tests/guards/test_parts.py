"""A screen is two files, `x.html` and its part `_x.html`: what htmx gets is what is inside the page, to the letter."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import lxml.html
import pytest
from allauth.account.models import EmailAddress
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from domain.accounts import actions as accounts
from domain.accounts.models import Person
from domain.content.queries import current_catalogue
from sites.common.accounts import links
from tests.integration.learn import places

ROOT = Path(__file__).resolve().parents[2]
SITES = ("sites/learn", "sites/common")
HTMX = {"HX-Request": "true"}


def screens() -> list[str]:
    """Each folder of templates that holds a page of its own name: learn/home, accounts/sign_in…"""
    found = []
    for site in SITES:
        templates = ROOT / site / "templates"
        found += [
            p.parent.relative_to(templates).as_posix() for p in templates.rglob("*.html") if p.stem == p.parent.name
        ]
    return sorted(found)


# --- a case for each screen: given Ada's browser, a visitor's, and Ada: who reads, and where ------------------------

Case = Callable[[Client, Client, Any], tuple[Client, str]]
ONCE_OVER = "learn/end"  # htmx is sent to the whole page: the end has the menu and the land around it


def of_a_sitting(name: str, made: Callable[[Any], Any], **more: Any) -> Case:
    return lambda ada, visitor, person: (ada, places.url(name, made(person.learner_id), **more))


def mine(name: str, *values: str) -> Case:
    return lambda ada, visitor, person: (ada, reverse(name, args=values))


def public(name: str, *values: str) -> Case:
    return lambda ada, visitor, person: (visitor, reverse(name, args=values))


def asked(challenge: str) -> Callable[[Any], Any]:
    return lambda learner_id: places.asked(learner_id, challenge)


def a_demo(ada: Client, visitor: Client, person: Person) -> tuple[Client, str]:
    return visitor, reverse("learn:demo", args=[next(iter(current_catalogue().demos))])


def a_measured_profile(ada: Client, visitor: Client, person: Person) -> tuple[Client, str]:
    places.halfway(person.learner_id)
    return ada, "/competences/"


def a_preview(ada: Client, visitor: Client, person: Person) -> tuple[Client, str]:
    Person.objects.filter(pk=person.pk).update(is_staff=True)
    return ada, reverse("learn:preview", args=[places.SHORT])


def older_terms(ada: Client, visitor: Client, person: Person) -> tuple[Client, str]:
    Person.objects.filter(pk=person.pk).update(terms_version=date(2020, 1, 1))
    return ada, reverse("accounts:accept")


def a_change_of_address(ada: Client, visitor: Client, person: Person) -> tuple[Client, str]:
    person.set_password("Good-Password-1")
    person.save()
    ada.force_login(person)
    accounts.ask_email_change(person, "new@example.org", "Good-Password-1", at=timezone.now())
    return ada, reverse("accounts:email-code")


def a_password_to_choose(ada: Client, visitor: Client, person: Person) -> tuple[Client, str]:
    return visitor, urlsplit(links.reset_link(person)).path


def an_address_to_confirm(ada: Client, visitor: Client, person: Person) -> tuple[Client, str]:
    EmailAddress.objects.filter(user=person).update(verified=False)
    return visitor, urlsplit(links.welcome_link(person) or "").path


CASES: dict[str, Case] = {
    "learn/welcome": public("learn:home"),
    "learn/home": mine("learn:home"),
    "learn/profile": a_measured_profile,
    "learn/competence": mine("learn:competence", "1.2"),
    "learn/reset": mine("learn:reset", "1.2"),
    "learn/question": of_a_sitting("sitting", asked(places.FOLDER)),
    "learn/clock": of_a_sitting("sitting", asked(places.TIMED)),
    "learn/folder": of_a_sitting("folder", asked(places.FOLDER)),
    "learn/checkpoint": of_a_sitting("sitting", places.at_checkpoint),
    "learn/corrections": of_a_sitting("corrections", places.ended),
    "learn/report": of_a_sitting("report", asked(places.SHORT), position=1),
    "learn/thanks": of_a_sitting("thanks", asked(places.SHORT), position=1),
    "learn/tests": mine("learn:tests"),
    "learn/tutorials": mine("learn:tutorials"),
    "learn/tutorial": mine("learn:tutorial", "1.2.1-1"),
    "learn/demo": a_demo,
    "learn/preview": a_preview,
    "common/problem": mine("learn:tutorial", "9.9.9-9"),
    "accounts/sign_up": public("accounts:sign-up"),
    "accounts/sign_in": public("accounts:sign-in"),
    "accounts/sign_out": mine("accounts:sign-out"),
    "accounts/account": mine("accounts:account"),
    "accounts/email": mine("accounts:email"),
    "accounts/email_code": a_change_of_address,
    "accounts/password": mine("accounts:password"),
    "accounts/password_forgotten": public("accounts:password-forgotten"),
    "accounts/password_sent": public("accounts:password-sent"),
    "accounts/password_reset": a_password_to_choose,
    "accounts/language": mine("accounts:language"),
    "accounts/delete": mine("accounts:delete"),
    "accounts/deleted": public("accounts:deleted"),
    "accounts/welcome": an_address_to_confirm,
    "accounts/link_over": public("accounts:welcome", "nothing"),
    "accounts/accept": older_terms,
    "accounts/document": public("accounts:privacy"),
}


# --- the comparison --------------------------------------------------------------------------------------------------


def templates_of(answer: HttpResponse) -> set[str]:
    return {template.name for template in answer.templates}


def drawn(element: Any) -> Any:
    """An element as a value to compare: plain spaces, and without what is new at each request."""
    given = {name: " ".join(value.split()) for name, value in element.attrib.items()}
    if given.get("name") in {"key", "csrfmiddlewaretoken"}:
        given["value"] = "new at each request"
    children = [drawn(child) for child in element if isinstance(child.tag, str)]
    texts = [" ".join((text or "").split()) for text in (element.text, *(child.tail for child in element))]
    return element.tag, given, texts, children


def without_the_title(part: str) -> Any:
    """The one element of a part; the name of the page, which htmx takes out of it, is left aside."""
    root = lxml.html.fragment_fromstring(part.strip())
    for title in root.xpath("./title"):
        title.drop_tree()
    return root


@pytest.mark.parametrize("screen", screens())
def test_every_screen_is_a_page_and_its_part(screen: str) -> None:
    name = screen.rpartition("/")[2]
    (folder,) = [ROOT / site / "templates" / screen for site in SITES if (ROOT / site / "templates" / screen).is_dir()]

    assert (folder / f"_{name}.html").is_file(), f"Write {screen}/_{name}.html and include it in {name}.html."
    assert f'"{screen}/_{name}.html"' in (folder / f"{name}.html").read_text(encoding="utf-8")


def test_every_screen_has_its_case() -> None:
    missing = sorted(set(screens()) - set(CASES) - {ONCE_OVER})
    assert missing == [], f"Add to CASES in {Path(__file__).name}, for each: who reads it, at which address."
    assert sorted(set(CASES) - set(screens())) == [], "Take the case out: there is no such screen."


@pytest.mark.django_db
@pytest.mark.parametrize("screen", CASES)
def test_the_part_is_what_is_inside_the_page(screen: str, as_ada: Client, ada: Any) -> None:
    client, path = CASES[screen](as_ada, Client(), ada)

    page, part = client.get(path), client.get(path, headers=HTMX)

    name = screen.rpartition("/")[2]
    assert f"{screen}/{name}.html" in templates_of(page), f"Its case shows {sorted(templates_of(page))[:1]}."
    assert f"{screen}/{name}.html" not in templates_of(part)
    assert part.status_code == page.status_code
    element = without_the_title(part.content.decode())
    (inside,) = lxml.html.document_fromstring(page.content.decode()).xpath(f'//main//*[@id="{element.get("id")}"]')
    assert drawn(element) == drawn(inside)


@pytest.mark.django_db
@pytest.mark.parametrize("screen", CASES)
def test_a_cache_keeps_the_page_and_the_part_apart(screen: str, as_ada: Client, ada: Any) -> None:
    client, path = CASES[screen](as_ada, Client(), ada)

    for headers in ({}, HTMX):
        assert "HX-Request" in client.get(path, headers=headers)["Vary"]


@pytest.mark.django_db
def test_once_a_test_is_over_htmx_is_sent_to_the_whole_page(as_ada: Client, ada: Any) -> None:
    path = places.url("sitting", places.ended(ada.learner_id))

    part = as_ada.get(path, headers=HTMX)

    assert (part["HX-Redirect"], part.content) == (path, b"")
    assert "learn/end/_end.html" in templates_of(as_ada.get(path))
