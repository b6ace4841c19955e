"""Reading never writes; a page is behind its wall, and one is led back to it after signing in."""

from typing import Any
from urllib.parse import quote
from uuid import UUID

import pytest
from django.test import Client

from domain.accounts.models import Person
from sites.common.walls import WroteWhileReading

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.integration.common.urls")]


@pytest.mark.parametrize("method", ["get", "head", "options"])
def test_a_page_that_is_read_and_writes_fails(client: Client, method: str) -> None:
    with pytest.raises(WroteWhileReading, match="Move the change to a POST"):
        getattr(client, method)("/bad/writes/")

    assert not Person.objects.exists()


def test_a_template_that_writes_fails_too(client: Client) -> None:
    with pytest.raises(WroteWhileReading):
        client.get("/bad/writes-late/")


def test_a_page_that_is_posted_may_write(client: Client) -> None:
    assert client.post("/bad/writes/").content == b"1"


@pytest.mark.parametrize("path", ["/competences/", "/tests/", "/tutorials/1.2.1-1/", "/competences/1.2/?a=b&c=d"])
def test_a_visitor_is_sent_to_sign_in_and_comes_back(client: Client, path: str) -> None:
    answer = client.get(path)

    assert answer.status_code == 302
    assert answer["Location"] == f"/sign-in/?next={quote(path, safe='')}"


def test_a_visitor_who_posts_is_sent_to_sign_in_and_then_home(client: Client) -> None:
    assert client.post("/competences/1.2/start/")["Location"] == "/sign-in/?next=%2F"


def test_someone_who_tries_keeps_their_learner_from_page_to_page(client: Client) -> None:
    client.post("/try/")
    learner = UUID(client.session["learner"])

    client.get("/competences/")
    client.post("/try/")

    assert UUID(client.session["learner"]) == learner


def test_the_account_counts_before_what_was_tried_in_the_same_browser(client: Client, ada: Any) -> None:
    client.post("/try/")
    client.force_login(ada)

    assert client.get("/tests/").content.decode().count("No test yet") == 1
