"""How long a session lasts."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from domain.accounts.models import Person
from tests.factories_accounts import PASSWORD

pytestmark = pytest.mark.django_db


@pytest.fixture
def opened(client: Client, ada: Person) -> datetime:
    """When Ada signed in on this browser."""
    client.post("/sign-in/", {"login": "ada@example.org", "password": PASSWORD})
    return timezone.now()


def is_open(client: Client, at: datetime) -> bool:
    with time_machine.travel(at, tick=False):
        return client.get("/account/").status_code == 200


@pytest.mark.parametrize(("minutes", "still"), [(0, True), (119, True), (121, False)])
def test_two_hours_without_a_page_close_the_session(
    client: Client, opened: datetime, minutes: int, still: bool
) -> None:
    assert is_open(client, opened + timedelta(minutes=minutes)) is still


def test_a_page_now_and_then_keeps_it_open_for_twelve_hours(client: Client, opened: datetime) -> None:
    seen = [is_open(client, opened + timedelta(minutes=90 * turn)) for turn in range(1, 10)]

    assert seen == [True] * 7 + [False, False]


def test_sessions_of_staff_are_shorter(client: Client, ada: Person, opened: datetime) -> None:
    Person.objects.filter(pk=ada.pk).update(is_staff=True)

    assert is_open(client, opened + timedelta(minutes=29))
    assert not is_open(client, opened + timedelta(minutes=60))


def test_someone_signed_out_by_the_clock_is_told_why(client: Client, opened: datetime) -> None:
    with time_machine.travel(opened + timedelta(hours=3), tick=False):
        body = client.get("/account/", follow=True).content.decode()

    assert "You were signed out because nothing happened for a while" in body


def test_the_last_visit_is_written_every_five_minutes_only(client: Client, opened: datetime) -> None:
    for minutes, written in ((1, False), (6, True), (7, False)):
        before = client.session["seen_at"]
        assert is_open(client, opened + timedelta(minutes=minutes))
        assert (client.session["seen_at"] != before) is written


def test_pages_of_a_visitor_who_tries_are_kept_by_no_cache(client: Client) -> None:
    assert not client.get("/").has_header("Cache-Control")
    client.post("/try/")

    assert client.get("/")["Cache-Control"] == "private, no-store"


def test_a_visitor_without_an_account_is_not_closed_out(client: Client, db: None) -> None:
    session = client.session
    session["learner"] = "01890000-0000-7000-8000-000000000000"
    session.save()

    with time_machine.travel(timezone.now() + timedelta(days=3)):
        client.get("/sign-in/")
        assert "learner" in client.session
