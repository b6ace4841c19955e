"""Ada, a browser of hers, and the news told during a test."""

from collections.abc import Iterator

import pytest
from django.test import Client

from domain.accounts import events
from domain.accounts.models import Person
from domain.core import news
from tests.factories_accounts import a_person

KINDS = [kind for kind in vars(events).values() if isinstance(kind, type) and kind.__module__ == events.__name__]


@pytest.fixture
def heard() -> Iterator[list[object]]:
    told: list[object] = []
    for kind in KINDS:
        news.listen(kind, told.append)
    yield told
    for kind in KINDS:
        news._listeners[kind].remove(told.append)


@pytest.fixture
def ada(db: None) -> Person:
    return a_person()


@pytest.fixture
def browser(client: Client, ada: Person) -> Client:
    """A browser in which Ada is signed in."""
    client.force_login(ada)
    return client
