"""A password forgotten, chosen again, changed."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from domain.accounts import actions
from domain.accounts.events import PasswordResetAsked
from domain.accounts.models import Person
from sites.common.accounts import links
from tests.factories_accounts import PASSWORD

pytestmark = pytest.mark.django_db
NEW = "Chemin42ok"


def path_of(person: Person) -> str:
    """The link of the message, as a path."""
    return "/" + links.reset_link(person).split("/", 3)[3]


def test_asking_answers_the_same_whether_or_not_there_is_an_account(
    client: Client, ada: Person, heard: list[object]
) -> None:
    answers = [client.post("/password/forgotten/", {"email": to}) for to in ("ada@example.org", "bob@example.org")]

    assert {(answer.status_code, answer["Location"]) for answer in answers} == {(302, "/password/sent/")}
    assert heard[-2:] == [PasswordResetAsked("ada@example.org"), PasswordResetAsked("bob@example.org")]
    assert "If this address has an account" in client.get("/password/sent/").content.decode()


def test_asking_reads_nothing_of_the_account(client: Client, ada: Person) -> None:
    """The look-up is the worker's: there is nothing here whose time could tell."""
    client.post("/password/forgotten/", {"email": "first@example.org"})  # the counters of this address exist
    known, unknown = (_statements(client, email) for email in ("ada@example.org", "bob@example.org"))

    assert known == unknown
    assert not any("accounts_person" in statement for statement in known)


def _statements(client: Client, email: str) -> list[str]:
    with CaptureQueriesContext(connection) as asked:
        client.post("/password/forgotten/", {"email": email})
    return [re.sub(r"'[^']*'|\d+", "", query["sql"]) for query in asked.captured_queries]


@pytest.mark.parametrize("email", ["", "ada", "ada@"])
def test_an_address_that_is_none_is_told(client: Client, email: str) -> None:
    assert client.post("/password/forgotten/", {"email": email}).status_code == 422


def test_the_fourth_message_of_an_hour_waits_for_known_and_unknown_alike(client: Client, ada: Person) -> None:
    for email in ("ada@example.org", "bob@example.org"):
        statuses = [client.post("/password/forgotten/", {"email": email}).status_code for _ in range(4)]
        assert statuses == [302, 302, 302, 429]


def test_the_link_changes_the_password_once(client: Client, ada: Person) -> None:
    path = path_of(ada)

    assert client.get(path).status_code == 200
    assert client.post(path, {"password": NEW})["Location"] == "/sign-in/"

    ada.refresh_from_db()
    assert ada.check_password(NEW)
    assert client.get(path).status_code == client.post(path, {"password": PASSWORD}).status_code == 410


def test_reading_the_page_of_the_link_does_not_use_it_up(client: Client, ada: Person) -> None:
    path = path_of(ada)

    for _ in range(3):
        assert client.get(path).status_code == 200


def test_a_weak_password_keeps_the_link(client: Client, ada: Person) -> None:
    path = path_of(ada)

    assert client.post(path, {"password": "court"}).status_code == 422
    assert client.get(path).status_code == 200


@pytest.mark.parametrize(("hours", "status"), [(22, 200), (26, 410)])
def test_the_link_lives_a_day(client: Client, ada: Person, hours: int, status: int) -> None:
    path = path_of(ada)

    with time_machine.travel(timezone.now() + timedelta(hours=hours)):
        assert client.get(path).status_code == status


@pytest.mark.parametrize("key", ["x", "0" * 32 + "-abc-def", "a-b", "%00-1", "é-" + "x" * 200])
def test_an_invented_link_says_how_to_start_again(client: Client, key: str) -> None:
    answer = client.get(f"/password/reset/{key}/")

    assert answer.status_code == 410
    assert "Ask for another link" in answer.content.decode()


def test_a_link_does_not_survive_a_change_of_address_or_the_account(client: Client, ada: Person) -> None:
    path = path_of(ada)
    actions.ask_email_change(ada, "new@example.org", PASSWORD, at=timezone.now())
    issued = actions.issue_email_code(ada.pk, at=timezone.now())
    assert issued is not None
    moved = actions.confirm_email_change(ada, issued.code, at=timezone.now())
    assert client.get(path).status_code == 410

    later = path_of(moved)
    actions.delete_account(moved, PASSWORD)
    assert client.get(later).status_code == 410


def test_a_reset_signs_out_everywhere(browser: Client, ada: Person) -> None:
    Client().post(path_of(ada), {"password": NEW})

    assert browser.get("/account/").status_code == 302


def test_changing_the_password_keeps_this_device_and_signs_out_the_others(browser: Client, ada: Person) -> None:
    other = Client()
    other.force_login(ada)

    answer = browser.post("/account/password/", {"current": PASSWORD, "password": NEW})

    assert answer["Location"] == "/account/"
    assert browser.get("/account/").status_code == 200
    assert other.get("/account/").status_code == 302


@pytest.mark.parametrize(
    ("current", "new", "sentence"),
    [
        ("Autre7mot", NEW, "not your current password"),
        (PASSWORD, "court", "does not follow these rules"),
        ("", NEW, "Enter your current password."),
        (PASSWORD, "", "Choose a password."),
    ],
)
def test_each_mistake_is_told(browser: Client, ada: Person, current: str, new: str, sentence: str) -> None:
    answer = browser.post("/account/password/", {"current": current, "password": new})

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    ada.refresh_from_db()
    assert ada.check_password(PASSWORD)


def test_guessing_the_current_password_from_an_open_session_is_limited(browser: Client) -> None:
    for _ in range(10):
        browser.post("/account/password/", {"current": "Autre7mot", "password": NEW})

    assert browser.post("/account/password/", {"current": PASSWORD, "password": NEW}).status_code == 429
