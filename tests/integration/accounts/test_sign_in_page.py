"""The page where one signs in, and the way out."""

import re
from collections.abc import Callable
from uuid import uuid4

import pytest
from allauth.account.models import EmailAddress
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import Settings

from domain.accounts.events import LearnerJoined
from domain.accounts.models import Person
from tests.factories_accounts import PASSWORD, a_demo_person, with_wrong_passwords
from tests.integration.accounts.counting import CountingHasher

pytestmark = pytest.mark.django_db
ADDRESS = "/sign-in/"
WRONG = "Mauvais1mot"


def attempt(client: Client, login: str = "ada@example.org", password: str = WRONG, **more: str) -> str:
    """The page that answers, without what changes from one page to the next."""
    answer = client.post(ADDRESS, {"login": login, "password": password, **more})
    body = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", answer.content.decode())
    return f"{answer.status_code} {body.replace(login, '…')}"


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


@pytest.mark.parametrize("login", ["ada@example.org", " ADA@Example.org ", "ada.l1203", "Ada.L1203"])
def test_the_right_pair_opens(client: Client, ada: Person, login: str) -> None:
    Person.objects.filter(pk=ada.pk).update(username="ada.l1203")

    answer = client.post(ADDRESS, {"login": login, "password": PASSWORD, "next": "/competences/"})

    assert answer["Location"] == "/competences/"
    assert is_signed_in(client)


def test_a_password_typed_with_other_code_points_is_the_same_password(client: Client, ada: Person) -> None:
    ada.set_password("Pass\u00e9e9")
    ada.save()

    client.post(ADDRESS, {"login": "ada@example.org", "password": "Passe\u0301e9"})

    assert is_signed_in(client)


@pytest.mark.parametrize("tries", [1, 7, 10, 11, 50, 51], ids="after {} tries".format)
def test_an_unknown_account_and_a_wrong_password_get_the_same_page(client: Client, ada: Person, tries: int) -> None:
    known, unknown = "ada@example.org", "bob@example.org"
    with_wrong_passwords(known, min(tries - 1, 50), at=timezone.now())
    with_wrong_passwords(unknown, min(tries - 1, 50), at=timezone.now())

    assert attempt(client, known) == attempt(client, unknown)


@pytest.mark.parametrize("login", ["ada@example.org", "ada.l1203", "bob@example.org", "bob.p0101"])
def test_a_try_costs_one_hash_whether_or_not_there_is_an_account(
    client: Client, ada: Person, login: str, settings: Settings
) -> None:
    Person.objects.filter(pk=ada.pk).update(username="ada.l1203")
    settings.PASSWORD_HASHERS = ["tests.integration.accounts.counting.CountingHasher"]
    CountingHasher.works = 0

    attempt(client, login)

    assert CountingHasher.works == 1


@pytest.mark.parametrize("verified", [True, False])
def test_a_try_costs_about_as_many_statements_whether_or_not_there_is_an_account(
    client: Client, ada: Person, verified: bool
) -> None:
    """allauth saves one look-up at a confirmed address: a tenth of a millisecond beside thirty for the hash."""
    EmailAddress.objects.update(verified=verified)
    attempt(client, "first@example.org")  # the counters of this address exist

    known, unknown = (statements(client, login) for login in ("ada@example.org", "bob@example.org"))

    assert abs(known - unknown) <= 1


def statements(client: Client, login: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        attempt(client, login)
    return len(asked)


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        (0, "do not go together"),
        (6, "3 tries left before a pause of 2 minutes"),
        (8, "1 try left before a pause of 2 minutes"),
        (9, "try again in 2 minutes"),
        (17, "2 tries left before a pause of 4 minutes"),
        (48, "1 try left before the account is blocked"),
        (49, "Write to the support team"),
    ],
)
def test_the_last_tries_are_announced(client: Client, before: int, sentence: str) -> None:
    with_wrong_passwords("bob@example.org", before)

    assert sentence in attempt(client, "bob@example.org")


def test_few_failures_announce_nothing(client: Client) -> None:
    assert "left before" not in attempt(client)


def test_the_right_password_waits_too_while_the_account_is_locked(client: Client, ada: Person) -> None:
    with_wrong_passwords("ada@example.org", 10, at=timezone.now())

    assert "try again in 2 minutes" in attempt(client, password=PASSWORD)
    assert not is_signed_in(client)


@pytest.mark.parametrize(("login", "remedy"), [("ada.l1203", "ask your teacher"), ("a@b.fr", "Forgotten password")])
def test_pupils_are_sent_to_their_teacher_and_others_to_their_mailbox(client: Client, login: str, remedy: str) -> None:
    summary = attempt(client, login).split("</ul>")[0]

    assert remedy in summary


@pytest.mark.parametrize(("field", "sentence"), [("login", "or your username"), ("password", "Enter your password")])
def test_an_empty_field_is_told(client: Client, field: str, sentence: str) -> None:
    answer = client.post(ADDRESS, {"login": "a@b.fr", "password": "x", field: ""})

    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_what_was_done_as_a_visitor_joins_and_the_session_gets_a_new_name(
    client: Client, ada: Person, heard: list[object]
) -> None:
    visitor = uuid4()
    session = client.session
    session["learner"] = str(visitor)
    session.save()

    attempt(client, password=PASSWORD)

    assert heard[-1] == LearnerJoined(visitor, ada.learner_id)
    assert "learner" not in client.session
    assert client.session.session_key != session.session_key


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "http:evil.example",
        "\t//x.example",
    ],
)
def test_nobody_is_sent_to_another_site(client: Client, ada: Person, elsewhere: str) -> None:
    answer = client.post(ADDRESS, {"login": "ada@example.org", "password": PASSWORD, "next": elsewhere})

    assert answer["Location"] == "/"


def test_the_language_of_the_account_is_spoken_from_then_on(client: Client, ada: Person) -> None:
    Person.objects.filter(pk=ada.pk).update(language="fr")

    attempt(client, password=PASSWORD)

    assert client.cookies["django_language"].value == "fr"


# --- demo ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def demo(settings: Settings) -> Callable[[bool], None]:
    def switch(on: bool) -> None:
        settings.DEMO = on

    return switch


def test_demo_people_are_offered_in_the_demonstration_only(client: Client, demo: Callable[[bool], None]) -> None:
    a_demo_person()

    demo(True)
    assert "Sign in as Ada" in client.get(ADDRESS).content.decode()
    demo(False)
    assert "Sign in as Ada" not in client.get(ADDRESS).content.decode()


def test_a_demo_person_enters_without_a_password(client: Client, demo: Callable[[bool], None]) -> None:
    demo(True)

    answer = client.post("/sign-in/demo/", {"person": str(a_demo_person().pk)})

    assert answer.status_code == 302
    assert is_signed_in(client)


def test_outside_the_demonstration_nobody_enters_without_a_password(
    client: Client, demo: Callable[[bool], None]
) -> None:
    demo(False)

    assert client.post("/sign-in/demo/", {"person": str(a_demo_person().pk)}).status_code == 404
    assert not is_signed_in(client)


def test_the_demonstration_opens_no_real_account(client: Client, ada: Person, demo: Callable[[bool], None]) -> None:
    demo(True)

    for key in (str(ada.pk), str(uuid4()), "nonsense", ""):
        assert client.post("/sign-in/demo/", {"person": key}).status_code == 404
    assert not is_signed_in(client)


# --- the way out -----------------------------------------------------------------------------------------------------


def test_signing_out_is_asked_first_and_done_by_a_post(browser: Client) -> None:
    browser.get("/sign-out/")
    assert is_signed_in(browser)

    answer = browser.post("/sign-out/")

    assert answer["Location"] == ADDRESS
    assert answer["Clear-Site-Data"] == '"storage"'
    assert not is_signed_in(browser)


def test_a_session_left_open_does_not_survive_signing_out(browser: Client) -> None:
    copied = Client()
    copied.cookies = browser.cookies.copy()
    browser.post("/sign-out/")

    assert copied.get("/account/").status_code == 302
