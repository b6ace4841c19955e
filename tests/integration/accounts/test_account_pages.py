"""One's own account, page by page."""

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from django.utils import timezone

from domain.accounts import actions, queries
from domain.accounts.models import EmailChange, Person
from sites.common.accounts import links
from tests.factories_accounts import PASSWORD, a_person

pytestmark = pytest.mark.django_db
MINE = ["/account/", "/account/email/", "/account/password/", "/account/language/", "/account/delete/"]
POSTED = [*MINE[1:], "/account/email/code/", "/account/email/code/again/", "/account/email/confirm/"]


def sent_code(person: Person) -> str:
    issued = actions.issue_email_code(person.pk, at=timezone.now())
    assert issued is not None
    return issued.code


@pytest.mark.parametrize("path", MINE)
def test_a_visitor_is_sent_to_sign_in_and_back(client: Client, db: None, path: str) -> None:
    assert client.get(path)["Location"] == f"/sign-in/?next={path.replace('/', '%2F')}"


@pytest.mark.parametrize("path", [*POSTED, "/account/sessions/end/", "/legal/accept/", "/legal/privacy/seen/"])
def test_a_visitor_changes_nothing(client: Client, ada: Person, path: str) -> None:
    answer = client.post(path, {"password": PASSWORD, "language": "fr", "email": "x@example.org"})

    assert answer["Location"].startswith("/sign-in/")


@pytest.mark.parametrize("path", MINE)
def test_htmx_gets_the_part_and_a_browser_the_page(browser: Client, path: str) -> None:
    part = browser.get(path, headers={"hx-request": "true"}).content.decode()
    page = browser.get(path).content.decode()

    assert "<html" not in part
    assert part.count("<h1") == page.count("<h1") == 1


def test_the_account_shows_what_we_know(browser: Client, ada: Person) -> None:
    body = browser.get("/account/").content.decode()

    for known in ("Ada", "Laurent", "ada@example.org", "English", "To confirm"):
        assert known in body


def test_pages_of_an_account_are_kept_by_no_cache(browser: Client) -> None:
    assert browser.get("/account/")["Cache-Control"] == "private, no-store"


# --- the address -----------------------------------------------------------------------------------------------------


def test_the_welcome_link_confirms_after_a_click_and_not_by_being_read(client: Client, ada: Person) -> None:
    link = links.welcome_link(ada)
    assert link is not None
    path = "/" + link.split("/", 3)[3]

    assert "ada@example.org" in client.get(path).content.decode()
    assert not queries.email_is_confirmed(ada)
    client.post(path)

    assert queries.email_is_confirmed(ada)
    assert client.get(path).status_code == client.post(path).status_code == 410
    assert links.welcome_link(ada) is None


def test_an_invented_welcome_link_confirms_nothing(client: Client, ada: Person) -> None:
    pk = EmailAddress.objects.get(user=ada).pk

    assert client.post(f"/welcome/{pk}:1abc:forged/").status_code == 410
    assert not queries.email_is_confirmed(ada)


def test_the_address_changes_with_the_code(browser: Client, ada: Person) -> None:
    other = Client()
    other.force_login(ada)

    asked = browser.post("/account/email/", {"email": "New@example.org", "password": PASSWORD})
    assert asked["Location"] == "/account/email/code/"
    code = sent_code(ada)
    assert browser.post("/account/email/code/", {"code": f" {code[:3]} {code[3:]} "})["Location"] == "/account/"

    ada.refresh_from_db()
    assert ada.email == "new@example.org"
    assert browser.get("/account/").status_code == 200
    assert other.get("/account/").status_code == 302


@pytest.mark.parametrize(
    ("email", "password", "sentence"),
    [
        ("bob@example.org", PASSWORD, "This e-mail address cannot be used."),
        ("ada@example.org", PASSWORD, "This e-mail address cannot be used."),
        ("bob", PASSWORD, "This e-mail address cannot be used."),
        ("", PASSWORD, "Enter your e-mail address."),
        ("new@example.org", "Autre7mot", "not your current password"),
        ("new@example.org", "", "Enter your current password."),
    ],
    ids=["used", "own", "malformed", "empty", "wrong password", "no password"],
)
def test_each_mistake_about_an_address_is_told(browser: Client, email: str, password: str, sentence: str) -> None:
    a_person(email="bob@example.org")

    answer = browser.post("/account/email/", {"email": email, "password": password})

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not EmailChange.objects.exists()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Enter the code you received."),
        ("12345", "The code has 6 digits."),
        ("12345a", "The code has 6 digits."),
        ("١٢٣٤٥٦", "The code has 6 digits."),
        ("wrong one", "You can try 4 more times."),
    ],
)
def test_each_mistake_about_a_code_is_told(browser: Client, ada: Person, typed: str, sentence: str) -> None:
    browser.post("/account/email/", {"email": "new@example.org", "password": PASSWORD})
    code = sent_code(ada)
    typed = f"{(int(code) + 1) % 1_000_000:06}" if typed == "wrong one" else typed

    answer = browser.post("/account/email/code/", {"code": typed})

    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_without_a_change_the_code_page_leads_to_its_beginning(browser: Client) -> None:
    assert browser.get("/account/email/code/")["Location"] == "/account/email/"
    assert browser.post("/account/email/code/again/").status_code == 409


def test_codes_are_sent_again_five_times_an_hour(browser: Client, heard: list[object]) -> None:
    browser.post("/account/email/", {"email": "new@example.org", "password": PASSWORD})
    for _ in range(8):
        browser.post("/account/email/code/again/")

    assert len(heard) == 5


def test_the_confirmation_is_sent_again_three_times_an_hour(browser: Client, heard: list[object]) -> None:
    for _ in range(6):
        assert browser.post("/account/email/confirm/")["Location"] == "/account/"

    assert len(heard) == 3


# --- language, sessions ----------------------------------------------------------------------------------------------


def test_the_language_of_the_account_is_changed_on_its_page(browser: Client, ada: Person) -> None:
    browser.post("/account/language/", {"language": "fr"})

    ada.refresh_from_db()
    assert ada.language == "fr"
    assert 'lang="fr"' in browser.get("/account/").content.decode()


@pytest.mark.parametrize("language", ["", "xx"])
def test_a_language_we_do_not_speak_is_told(browser: Client, language: str) -> None:
    assert browser.post("/account/language/", {"language": language}).status_code == 422


def test_anyone_switches_language_and_stays_on_the_page(client: Client, db: None) -> None:
    answer = client.post("/language/", {"language": "fr", "next": "/legal/terms/"})

    assert answer["Location"] == "/legal/terms/"
    assert 'lang="fr"' in client.get("/legal/terms/").content.decode()


def test_an_unknown_language_leaves_the_page_as_it_is(client: Client, db: None) -> None:
    answer = client.post("/language/", {"language": "xx", "next": "https://evil.example"})

    assert answer["Location"] == "/"
    assert client.cookies["django_language"].value == "en"


def test_the_other_devices_are_signed_out_and_this_one_stays(browser: Client, ada: Person) -> None:
    other = Client()
    other.force_login(ada)

    browser.post("/account/sessions/end/")

    assert browser.get("/account/").status_code == 200
    assert other.get("/account/").status_code == 302


# --- leaving ---------------------------------------------------------------------------------------------------------


def test_an_account_is_deleted_with_its_password(browser: Client) -> None:
    browser.get("/account/delete/")
    assert Person.objects.exists()

    answer = browser.post("/account/delete/", {"password": PASSWORD})

    assert answer["Location"] == "/goodbye/"
    assert not Person.objects.exists()
    assert "_auth_user_id" not in browser.session
    assert browser.get("/goodbye/").status_code == 200


@pytest.mark.parametrize("password", ["", "Autre7mot"])
def test_without_the_password_the_account_stays(browser: Client, password: str) -> None:
    assert browser.post("/account/delete/", {"password": password}).status_code == 422
    assert Person.objects.exists()


def test_staff_cannot_leave_by_themselves(browser: Client, ada: Person) -> None:
    Person.objects.filter(pk=ada.pk).update(is_staff=True)

    assert browser.get("/account/delete/").status_code == 403
    assert browser.post("/account/delete/", {"password": PASSWORD}).status_code == 403
    assert Person.objects.exists()
