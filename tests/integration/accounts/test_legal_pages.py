"""The documents, agreeing to them, the accessibility statement."""

from datetime import date
from itertools import product

import pytest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from pytest_django import Settings

from domain.accounts.models import Acceptance, Person
from sites.common.accounts import legal

pytestmark = pytest.mark.django_db
OLD = date(2020, 1, 1)
PAGES = {"/legal/terms/": "terms", "/legal/privacy/": "privacy", "/accessibility/": "accessibility"}


@pytest.fixture
def outdated(browser: Client, ada: Person) -> Client:
    """Ada's browser, and terms newer than those she agreed to."""
    Person.objects.filter(pk=ada.pk).update(terms_version=OLD)
    return browser


@pytest.mark.parametrize(("path", "language"), list(product(PAGES, ["en", "fr"])))
def test_each_document_is_read_in_each_language(client: Client, path: str, language: str, settings: Settings) -> None:
    settings.SERVICE_OWNER = "The town of Example"

    body = client.get(path, headers={"accept-language": language}).content.decode()

    assert f'lang="{language}"' in body
    assert "The town of Example" in body
    assert "$" not in body
    assert body.count("<h1") == 1


@pytest.mark.parametrize("kind", legal.KINDS)
def test_each_version_exists_in_both_languages(kind: str) -> None:
    for day in legal.versions(kind):
        for language in ("en", "fr"):
            assert (legal.FOLDER / kind / f"{day}.{language}.md").is_file()


def test_without_the_name_of_an_owner_the_documents_say_so(client: Client, settings: Settings) -> None:
    settings.SERVICE_OWNER = settings.SERVICE_CONTACT = ""

    assert "has not given a name yet" in client.get("/legal/privacy/").content.decode()


def test_a_version_keeps_its_address(client: Client) -> None:
    newest = legal.versions("terms")[-1]

    assert client.get(f"/legal/terms/{newest}/").status_code == 200


@pytest.mark.parametrize(
    "path", ["/legal/terms/1999-01-01/", "/legal/terms/x/", "/legal/../2026-11-22/", "/legal/a/b/"]
)
def test_a_version_that_never_was_is_not_found(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    ("today", "version"), [(date(2000, 1, 1), 0), (date(2100, 1, 1), -1)], ids=["before the first", "later"]
)
def test_the_newest_version_in_force_counts(today: date, version: int) -> None:
    assert legal.in_force("terms", today).version == legal.versions("terms")[version]


# --- new terms -------------------------------------------------------------------------------------------------------


def test_new_terms_stop_people_before_any_page(outdated: Client) -> None:
    assert outdated.get("/account/")["Location"] == "/legal/accept/?next=%2Faccount%2F"


def test_htmx_is_sent_there_too(outdated: Client) -> None:
    answer = outdated.get("/account/", headers={"hx-request": "true"})

    assert answer["HX-Redirect"] == "/legal/accept/?next=%2Faccount%2F"


def test_accepting_is_dated_and_leads_back(outdated: Client, ada: Person) -> None:
    assert "Accept and continue" in outdated.get("/legal/accept/").content.decode()
    Acceptance.objects.all().delete()

    answer = outdated.post("/legal/accept/", {"next": "/account/"})

    assert answer["Location"] == "/account/"
    assert Acceptance.objects.filter(person=ada).count() == 2
    assert outdated.get("/account/").status_code == 200


def test_reading_the_page_accepts_nothing(outdated: Client, ada: Person) -> None:
    outdated.get("/legal/accept/")

    ada.refresh_from_db()
    assert ada.terms_version == OLD


def test_declining_signs_out(outdated: Client) -> None:
    outdated.post("/sign-out/")

    assert outdated.get("/account/")["Location"].startswith("/sign-in/")


@pytest.mark.parametrize(
    "path", ["/legal/terms/", "/legal/privacy/", "/account/delete/", "/sign-out/", "/accessibility/"]
)
def test_reading_leaving_and_deleting_need_no_agreement(outdated: Client, path: str) -> None:
    assert outdated.get(path).status_code == 200


def test_a_form_already_sent_goes_through(outdated: Client, ada: Person) -> None:
    outdated.post("/account/language/", {"language": "fr"})

    ada.refresh_from_db()
    assert ada.language == "fr"


def test_someone_up_to_date_has_nothing_to_accept(browser: Client) -> None:
    assert browser.get("/legal/accept/?next=/account/")["Location"] == "/account/"


# --- the privacy banner ----------------------------------------------------------------------------------------------


def banner_in(client: Client) -> bool:
    context = client.get("/account/").context
    return bool(context["privacy_news"])


def test_a_new_privacy_policy_is_told_until_it_was_seen(browser: Client, ada: Person) -> None:
    Person.objects.filter(pk=ada.pk).update(privacy_version=OLD)
    assert banner_in(browser)
    assert banner_in(browser)

    browser.post("/legal/privacy/seen/", {"next": "/account/"})

    assert not banner_in(browser)


@pytest.mark.parametrize("news", [True, False])
def test_the_banner_says_it_with_a_button_and_nothing_otherwise(rf: RequestFactory, news: bool) -> None:
    told = {"privacy_news": news, "request": rf.get("/competences/?a=1")}

    banner = render_to_string("accounts/privacy_banner.html", told, told["request"])

    assert ('action="/legal/privacy/seen/"' in banner) is news
    assert ('value="/competences/?a=1"' in banner) is news


def test_visitors_and_people_up_to_date_see_no_banner(client: Client, browser: Client) -> None:
    assert not banner_in(browser)
    assert not Client().get("/sign-in/").context["privacy_news"]
